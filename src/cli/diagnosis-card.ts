import { isFoundBeside } from '../desk/found-beside.js';
import { headlineOf, instructionsOf } from '../desk/instructions.js';
import type { Reply } from '../desk/reply.js';
import { resultsOf } from '../diagnosis/index.js';
import type { CheckResult } from '../model/check.js';
import type { DiagnosedArticle, DiagnosedStep, Diagnosis, Verdict } from '../model/diagnosis.js';
import { flowLegNames, type LegState, type LookupReport } from '../model/lookup.js';
import { placeNames } from '../model/system.js';
import { alsoText, choiceLines, links, redactionWarning, type Style } from './cards.js';
import { evidenceText } from './evidence-card.js';
import { signOf } from './outcome-sign.js';
import { plainLine, wrap } from './plain-text.js';
import { verdict as reportVerdict } from './report-card.js';

const verdictOutcomes: Readonly<Record<Verdict, DiagnosedStep['outcome']>> = {
  confirmed: 'fail',
  'ruled-out': 'pass',
  'could-not-check': 'unknown',
};
const legOutcomes: Readonly<Record<LegState['state'], DiagnosedStep['outcome']>> = {
  passed: 'pass',
  failed: 'fail',
  unseen: 'unknown',
};

const mostNeighbours = 3;

type DiagnosisReply = Extract<Reply, { readonly kind: 'diagnosis' }>;

/**
 * A diagnosis for a terminal, ending with a line break: the verdict, the steps to take, what is open; what is right is
 * folded into a line each. Where it is open which problem it is, the question comes first, and what the tenants say of
 * each. With `isExplained` also what was read.
 */
export function diagnosisCard(reply: DiagnosisReply, style: Style, { isExplained }: { isExplained: boolean }): string {
  const { diagnosis, redactions = [], also } = reply;
  const { paint, width } = style;
  const [first, ...others] = diagnosis.articles;
  if (first === undefined) throw new TypeError('A diagnosis has an article.');
  const read = isExplained ? [evidenceText(resultsOf(diagnosis.articles), style)] : [];
  if (reply.undecided !== undefined) {
    const open = [
      ...redactionWarning(redactions, style),
      questionText(reply.undecided, style),
      ...personText(reply.report, style),
      ...othersText(diagnosis.articles.filter(isNews(reply.undecided)), style),
      ...alsoText(also, style),
      ...read,
      paint.dim(
        wrap(`${readTimes(diagnosis.evidence)}${isExplained ? '' : ' · --explain shows what was read'}`, width),
      ),
    ];
    return `${open.join('\n\n')}\n`;
  }
  const { steps, isRest } = instructionsOf(diagnosis);
  const { isWanted = false } = reply.live;
  const problem = problemText(first, reply, style);
  // What is left to try is the answer where the cause is ruled out: which problem it is can come after it.
  const isProblemLast = isRest && !isWanted;
  const elsewhere = isWanted ? others.filter(({ verdict }) => verdict === 'confirmed') : [];
  const blocks = [
    ...redactionWarning(redactions, style),
    headline(diagnosis, style),
    ...personText(reply.report, style),
    ...elsewhere.map((one) => elsewhereText(one, style)),
    ...(isProblemLast ? [] : [problem]),
    ...leftText(diagnosis, style, isRest),
    ...steps.map((step) => stepText(step, style, isRest ? '' : `${step.number}. `)),
    ...(isProblemLast ? [problem] : []),
    ...(isRest ? neighboursText(first, style) : []),
    ...passedText(first, style),
    ...othersText(
      others.filter((one) => !elsewhere.includes(one)),
      style,
    ),
    ...alsoText(also, style),
    ...read,
    paint.dim(wrap(aboutText(first, diagnosis.evidence, paint, { isExplained, isRest }), width)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function headline(diagnosis: Diagnosis, { paint, width }: Style): string {
  const { verdict, articles, mended } = diagnosis;
  const { says, usually } = headlineOf(diagnosis);
  const outcome = articles[0]?.isCauseRuledOut || mended !== undefined ? 'pass' : verdictOutcomes[verdict];
  const text = wrap(plainLine(usually === undefined ? says : `${says} ${usually}`), width - 2, '  ');
  // Marks of bold type take no room, so they come after the line is broken.
  const line = usually === undefined ? paint.bold(text) : text.replace(says, () => paint.bold(says));
  return `${signOf(outcome, paint)} ${line}`;
}

/** Which problem it is; one that nobody spoke of is not told as the one they have. */
function problemText({ article }: DiagnosedArticle, { diagnosis, live }: DiagnosisReply, style: Style): string {
  const { paint, width } = style;
  const isProven = diagnosis.verdict === 'confirmed' || diagnosis.mended !== undefined;
  if (!isProven || !isFoundBeside(live, article.id)) return paint.bold(wrap(plainLine(article.title), width));
  const what = diagnosis.mended === undefined ? 'What mends it' : 'What comes next';
  const where = `It stands in another article, ${article.id}; what was asked about is below.`;
  return `${paint.bold(what)}\n${paint.dim(wrap(where, width))}`;
}

/** What is proven beside the article that somebody asked for, and how to open its fix. */
function elsewhereText({ article, cause }: DiagnosedArticle, { paint, width }: Style): string {
  const how = cause?.isAhead ? 'About to fail elsewhere' : 'Proven elsewhere';
  const line = wrap(plainLine(`${how}: ${cause?.said ?? ''}`), width - 2, '  ');
  return `${signOf('fail', paint)} ${line}\n  ${paint.command(`article ${article.id}`)}`;
}

/** How far the steps are settled, or what else is open. */
function leftText({ left }: Diagnosis, { paint, width }: Style, isRest: boolean): string[] {
  const lines = [...(isRest ? [paint.bold('What is left')] : []), ...left.map((said) => wrap(plainLine(said), width))];
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** Which other problem it may be, and how that is told. */
function neighboursText({ article }: DiagnosedArticle, { paint, width }: Style): string[] {
  const lines = article.tellsApart
    .slice(0, mostNeighbours)
    .map(({ from, by }) => `${wrap(`- ${plainLine(by)}`, width, '  ')}\n  ${paint.command(`article ${from}`)}`);
  return lines.length === 0 ? [] : [[paint.bold('Not this?'), ...lines].join('\n')];
}

/** What the question offers already is named again only when something was seen of it. */
function isNews({ choices }: NonNullable<DiagnosisReply['undecided']>) {
  const offered = new Set(choices.map(({ intentId }) => intentId));
  return ({ article, isCauseRuledOut }: DiagnosedArticle) => isCauseRuledOut || !offered.has(article.id);
}

function questionText({ question, choices }: NonNullable<DiagnosisReply['undecided']>, style: Style): string {
  return [style.paint.bold(wrap(plainLine(question), style.width)), ...choiceLines(choices, style)].join('\n');
}

/** What the systems say of the person: in a sentence, and where the last sign-in stopped. */
function personText(report: LookupReport | undefined, style: Style): string[] {
  if (report === undefined) return [];
  const { paint, width } = style;
  const { subject, legs = [] } = report;
  const about = [...(subject === undefined ? [] : [paint.bold(plainLine(subject, 200))]), reportVerdict(report, style)];
  const lines = legs.map(({ leg, state, text }) => {
    const said = text === undefined ? '' : `: ${plainLine(text)}`;
    return `${signOf(legOutcomes[state], paint)} ${wrap(`${flowLegNames[leg]}${said}`, width - 2, '  ')}`;
  });
  return [
    about.join('\n'),
    ...(lines.length === 0 ? [] : [[paint.bold('The last sign-in, leg by leg'), ...lines].join('\n')]),
  ];
}

function stepText({ step, link, outcome, results }: DiagnosedStep, { paint, width }: Style, label: string): string {
  const indent = ' '.repeat(label.length + 2);
  const line = (text: string) => indent + wrap(text, width - indent.length, indent);
  const { do: what, place, where, expect, values = [], byHand } = step;
  return [
    `${signOf(outcome, paint)} ${label}${wrap(plainLine(what), width - indent.length, indent)}`,
    ...results.filter((result) => result.outcome !== 'pass').map((result) => line(seen(result))),
    ...(byHand === undefined ? [] : [line(`By hand: ${plainLine(byHand)}`)]),
    line(`Where: ${placeNames[place]}${where === undefined ? '' : ` → ${plainLine(where)}`}`),
    ...(link === undefined ? [] : [`${indent}Open: ${plainLine(link)}`]),
    // One a line and never broken, so that they can be copied.
    ...values.map((value) => `${indent}Value: ${paint.code(plainLine(value))}`),
    line(`You should see: ${plainLine(expect)}`),
  ].join('\n');
}

function seen({ outcome, said }: CheckResult): string {
  return `${outcome === 'fail' ? 'Seen' : 'Not seen'}: ${plainLine(said)}`;
}

/** What is as it should be, a line each. */
function passedText({ steps }: DiagnosedArticle, { paint, width }: Style): string[] {
  const passed = steps.filter(({ outcome }) => outcome === 'pass').flatMap(({ results }) => results);
  if (passed.length === 0) return [];
  const lines = [...new Set(passed.map(({ said }) => plainLine(said)))];
  return [
    [
      `${signOf('pass', paint)} As it should be:`,
      ...lines.map((line) => paint.dim(`  - ${wrap(line, width - 4, '    ')}`)),
    ].join('\n'),
  ];
}

/** The other articles that may be meant, and what the tenants say of each. */
function othersText(others: readonly DiagnosedArticle[], style: Style): string[] {
  const link = ({ article: { id, title } }: DiagnosedArticle) => ({ articleId: id, title });
  const groups: readonly (readonly [string, (one: DiagnosedArticle) => boolean])[] = [
    ['Found as well:', ({ verdict }) => verdict === 'confirmed'],
    ['Not ruled out:', ({ verdict, isCauseRuledOut }) => verdict === 'could-not-check' && !isCauseRuledOut],
    ['Usual cause ruled out here:', ({ isCauseRuledOut }) => isCauseRuledOut],
  ];
  return groups.flatMap(([title, isOf]) => {
    const found = others.filter(isOf);
    return found.length === 0 ? [] : [`${style.paint.bold(title)}\n${links(found.map(link), style)}`];
  });
}

function aboutText(
  { article: { id, version } }: DiagnosedArticle,
  evidence: readonly { readonly readAt: string }[],
  paint: Style['paint'],
  { isExplained, isRest }: { readonly isExplained: boolean; readonly isRest: boolean },
): string {
  const all = isRest ? [`${paint.command(`article ${id}`)} has all its steps`] : [];
  return [
    `${id}@${version}`,
    readTimes(evidence),
    ...all,
    ...(isExplained ? [] : ['--explain shows what was read']),
  ].join(' · ');
}

function readTimes(evidence: readonly { readonly readAt: string }[]): string {
  const times = evidence.map(({ readAt }) => readAt.slice(11, 19)).sort();
  const [first, last] = [times[0], times.at(-1)];
  return first === undefined ? 'nothing was read' : `read ${first === last ? first : `${first}–${last}`} UTC`;
}
