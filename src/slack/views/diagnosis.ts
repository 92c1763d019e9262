import { linkTo } from '../../desk/find-articles.js';
import { isAboutElse, isFoundBeside } from '../../desk/found-beside.js';
import { headlineOf, instructionsOf } from '../../desk/instructions.js';
import type { ArticleLink, LiveRequest, Reply } from '../../desk/reply.js';
import type { Article } from '../../model/article.js';
import type { CheckResult } from '../../model/check.js';
import type { DiagnosedArticle, DiagnosedStep, Diagnosis, Verdict } from '../../model/diagnosis.js';
import { flowLegNames, type LegState, type LookupReport } from '../../model/lookup.js';
import { placeNames } from '../../model/system.js';
import { writeButtonValue } from '../button-value.js';
import type { Block } from '../limits.js';
import { articleLine, bold, codeSpan, cutPlain, escapeLine, link, titleLength } from '../text.js';
import { alsoBlocks } from './also.js';
import { diagnoseButton, notThis } from './article-card.js';
import { actions, button, context, section } from './blocks.js';
import { openButton } from './open-button.js';
import { choiceButtons, questionBlock } from './question.js';
import { actionIds, type View, type ViewContext } from './view.js';

type DiagnosisReply = Extract<Reply, { readonly kind: 'diagnosis' }>;

const marks: Readonly<Record<DiagnosedStep['outcome'], string>> = {
  fail: ':x:',
  unknown: ':grey_question:',
  'by-hand': ':point_right:',
  pass: ':white_check_mark:',
};
const verdictMarks: Readonly<Record<Verdict, string>> = {
  confirmed: ':x:',
  'ruled-out': ':white_check_mark:',
  'could-not-check': ':grey_question:',
};
const legMarks: Readonly<Record<LegState['state'], string>> = {
  passed: ':white_check_mark:',
  failed: ':x:',
  unseen: ':grey_question:',
};
/** Further articles that get a button. */
const mostFurther = 3;
const mostPassed = 8;
const mostHeld = 4;
const mostLeft = 6;
/** Of what a check says: as many as a step has leave room for what has to be so. */
const mostSaid = 400;

/**
 * The verdict first, then the steps to take, the one that mends the cause before what is open; what is right in small
 * print. Where it is open which problem it is, no verdict on one of them is the answer: then the question is first.
 */
export const diagnosisView: View<'diagnosis'> = (reply, shown) => {
  const { diagnosis, undecided, report, live, diagnosisId, also = [] } = reply;
  const [first, ...others] = diagnosis.articles;
  if (first === undefined) return [section('There is nothing to check.')];
  const again = diagnoseButton('Run again', shown.thread, live);
  const whatWasRead = button(
    actionIds.explain,
    'What was read',
    writeButtonValue({ does: 'explain', thread: shown.thread, diagnosis: diagnosisId }),
  );
  if (undecided !== undefined)
    return [
      questionBlock(undecided.question),
      choiceButtons(undecided.choices, shown.thread),
      ...(report === undefined ? [] : personBlocks(report, first, live.whoFor)),
      ...heldBackBlock(live),
      context(heldAgainst(diagnosis)),
      context('Press one, or add what you know in this thread.'),
      actions('diagnosis', [again, whatWasRead]),
      ...alsoBlocks(also, shown.thread),
    ];
  const { steps, isRest } = instructionsOf(diagnosis);
  const { isWanted } = live;
  const problem = isWanted ? [] : problemBlocks(first, reply);
  const elsewhere = isWanted ? others.filter(({ verdict }) => verdict === 'confirmed') : [];
  return [
    section([...(isWanted ? [titleOf(first)] : []), headline(first, diagnosis, report)].join('\n')),
    ...(report === undefined ? [] : personBlocks(report, first, live.whoFor)),
    ...heldBackBlock(live),
    ...elsewhereBlocks(elsewhere, shown),
    // What is left to try is the answer where the cause is ruled out: which problem it is can come after it.
    ...(isRest ? [] : problem),
    ...leftBlock(diagnosis, isRest),
    ...steps.map((step) => stepBlock(step, isRest ? '' : `*${step.number}.* `)),
    ...(isRest ? [...problem, ...notThis(first.article)] : []),
    ...passedBlock(first),
    context(aboutOf(first, diagnosis.evidence)),
    actions('diagnosis', [
      button(actionIds.solved, 'Solved', feedback(first, shown, true), 'primary'),
      button(actionIds.notSolved, 'Not solved', feedback(first, shown, false)),
      again,
      whatWasRead,
      ...(isRest ? [allSteps(first, shown)] : []),
    ]),
    ...furtherBlocks(
      others.filter((one) => !elsewhere.includes(one)),
      reply,
      shown,
    ),
    ...alsoBlocks(also, shown.thread),
  ];
};

/** What the tenants say of each problem that a question is about. */
function heldAgainst({ articles, evidence }: Diagnosis): string {
  const lines = articles.slice(0, mostHeld).map(furtherLine);
  return [`In the live systems (${readTimes(evidence)}):`, ...lines].join('\n');
}

/** What the systems say of the person: in a sentence, and where the last sign-in stopped. */
function personBlocks(
  report: LookupReport,
  { article, verdict }: DiagnosedArticle,
  whoFor: readonly string[] = [],
): Block[] {
  const { subject = '', summary, legs = [] } = report;
  const isSaid = verdict === 'confirmed' && isSame(report, article);
  const only = whoFor.length === 0 ? [] : [`named only for ${whoFor.slice(0, 4).map(codeSpan).join(', ')}`];
  const lines = legs.map(({ leg, state, text }) => {
    const said = text === undefined ? '' : `: ${escapeLine(cutPlain(text, 300))}`;
    return `${legMarks[state]} ${flowLegNames[leg]}${said}`;
  });
  return [
    context([escapeLine(cutPlain(isSaid ? subject : `${subject}: ${summary}`, 900)), ...only].join(' · ')),
    ...(lines.length === 0 ? [] : [section(['*The last sign-in, leg by leg*', ...lines].join('\n'))]),
  ];
}

/** What to type so that the person comes in, where others read along here. */
function heldBackBlock({ heldBack }: LiveRequest): Block[] {
  if (heldBack === undefined) return [];
  const command = codeSpan(`/wo-okta diagnose ${heldBack}`);
  return [
    context(`Others read along here, so nothing is read about the person. Only you see the answer to ${command}`),
  ];
}

function verdictMark({ isCauseRuledOut, cause }: DiagnosedArticle, { mended, verdict }: Diagnosis): string {
  if (cause?.isAhead && mended === undefined) return ':warning:';
  return mended === undefined && !isCauseRuledOut ? verdictMarks[verdict] : marks.pass;
}

/** The verdict in one line; what was proven in the words about the person, where those name the same problem. */
function headline(first: DiagnosedArticle, diagnosis: Diagnosis, report?: LookupReport): string {
  const { says, usually } = headlineOf(diagnosis, isSame(report, first.article) ? report?.summary : undefined);
  const cause = usually === undefined ? '' : ` ${articleLine(cutPlain(usually, 900))}`;
  return `${verdictMark(first, diagnosis)} ${bold(cutPlain(says, 900))}${cause}`;
}

/** A summary that explains an event tells the article's cause, which the check says more exactly. */
function isSame(report: LookupReport | undefined, { id }: Article): boolean {
  return report?.articleId === id && report.status === 'finding' && report.because === undefined;
}

/**
 * Which problem it is. What its usual cause is, is left out: the first line tells the one that was seen, or that it is
 * none. A problem that nobody spoke of is not told as the one they have.
 */
function problemBlocks(first: DiagnosedArticle, { diagnosis, live }: DiagnosisReply): Block[] {
  const isProven = first.verdict === 'confirmed' || diagnosis.mended !== undefined;
  if (!isProven || !isFoundBeside(live, first.article.id)) return [section(titleOf(first))];
  return [
    section(`*${diagnosis.mended === undefined ? 'What mends it' : 'What comes next'}*`),
    context(`It stands in another article, ${codeSpan(first.article.id)}; what was asked about is below.`),
  ];
}

function titleOf({ article }: DiagnosedArticle): string {
  return bold(cutPlain(article.title, titleLength));
}

/** How far the steps are settled, in small print; what is left where the cause is ruled out is no small print. */
function leftBlock({ left }: Diagnosis, isRest: boolean): Block[] {
  const lines = left.slice(0, mostLeft).map((said) => escapeLine(cutPlain(said, 500)));
  if (isRest) return [section(['*What is left*', ...lines].join('\n'))];
  return lines.length === 0 ? [] : [context(lines.join('\n'))];
}

/**
 * What to do, what was seen of it, where, and which values. What has to be so is never left out, and where something is
 * wrong it stands beside what was seen: it is the change to make, so a cut takes the rest first.
 */
function stepBlock({ step, link: page, outcome, results }: DiagnosedStep, label: string): Block {
  const values = (step.values ?? []).map(codeSpan).filter((value) => value !== '');
  const place = page === undefined ? placeNames[step.place] : link(page, placeNames[step.place]);
  const where = step.where === undefined ? '' : ` → ${escapeLine(step.where)}`;
  const expected = `You should see: ${articleLine(step.expect)}`;
  const isWrong = outcome === 'fail';
  return section(
    [
      `${markOf(outcome, results)} ${label}${articleLine(step.do)}`,
      ...results.filter((result) => result.outcome !== 'pass').map(seen),
      ...(isWrong ? [expected] : []),
      ...(outcome === 'by-hand' && step.byHand !== undefined ? [`By hand: ${articleLine(step.byHand)}`] : []),
      ...(step.where === undefined && page === undefined ? [] : [`Where: ${place}${where}`]),
      ...(values.length > 0 ? [`${values.length === 1 ? 'Value' : 'Values'}: ${values.join('  ')}`] : []),
      ...(isWrong ? [] : [expected]),
    ].join('\n'),
  );
}

/** A symptom shows that something is wrong, not that this step is. */
function markOf(outcome: DiagnosedStep['outcome'], results: readonly CheckResult[]): string {
  const isSymptom = outcome === 'fail' && results.every((one) => one.outcome !== 'fail' || one.shows === 'symptom');
  return isSymptom ? ':warning:' : marks[outcome];
}

function seen({ outcome, said }: CheckResult): string {
  return `${outcome === 'fail' ? 'Seen' : 'Not seen'}: ${escapeLine(cutPlain(said, mostSaid))}`;
}

/** What is as it should be, folded into small print. */
function passedBlock({ steps }: DiagnosedArticle): Block[] {
  const passed = steps.filter(({ outcome }) => outcome === 'pass');
  if (passed.length === 0) return [];
  const said = passed.flatMap(({ results }) => results.map((result) => escapeLine(cutPlain(result.said, 200))));
  const shown = [...new Set(said)].slice(0, mostPassed);
  return [context([`${marks.pass} As it should be:`, ...shown.map((line) => `• ${line}`)].join('\n'))];
}

function aboutOf({ article }: DiagnosedArticle, evidence: readonly { readonly readAt: string }[]): string {
  return `${codeSpan(`${article.id}@${article.version}`)} · ${readTimes(evidence)}`;
}

function readTimes(evidence: readonly { readonly readAt: string }[]): string {
  const times = evidence.map(({ readAt }) => escapeLine(readAt.slice(11, 19))).sort();
  const [first, last] = [times[0], times.at(-1)];
  return first === undefined ? 'nothing could be read' : `read ${first === last ? first : `${first}–${last}`} UTC`;
}

function feedback({ article }: DiagnosedArticle, { thread }: ViewContext, solved: boolean): string {
  return writeButtonValue({ does: 'feedback', thread, article: article.id, articleVersion: article.version, solved });
}

/** What is proven beside the article that somebody asked for: a line each, and a button that opens its fix. */
function elsewhereBlocks(found: readonly DiagnosedArticle[], { thread }: ViewContext): Block[] {
  if (found.length === 0) return [];
  const shown = found.slice(0, mostFurther);
  return [
    section(shown.map(elsewhereLine).join('\n')),
    actions(
      'elsewhere',
      shown.map(({ article }, index) => openButton(namedById(article), thread, index, 'Open ')),
    ),
  ];
}

function elsewhereLine({ article, cause }: DiagnosedArticle): string {
  const how = cause?.isAhead ? ':warning: About to fail elsewhere' : `${marks.fail} Proven elsewhere`;
  return `${how}: ${escapeLine(cutPlain(cause?.said ?? '', 300))} · ${codeSpan(`${article.id}@${article.version}`)}`;
}

/**
 * The other articles that may be meant or were pasted too, those asked about first: what the tenants say of each, and a
 * button that opens it. Explanations of one error are told apart from further errors.
 */
function furtherBlocks(
  others: readonly DiagnosedArticle[],
  { live, labels = {} }: DiagnosisReply,
  { thread }: ViewContext,
): Block[] {
  if (others.length === 0) return [];
  const isFound = ({ article }: DiagnosedArticle) => isFoundBeside(live, article.id);
  const shown = [...others.filter((one) => !isFound(one)), ...others.filter(isFound)].slice(0, mostFurther);
  const buttonOf = ({ article }: DiagnosedArticle, index: number) => {
    const label = labels[article.id];
    const named = { ...linkTo(article), ...(label === undefined ? {} : { label }) };
    const name = isFoundBeside(live, article.id) ? namedById(article) : named;
    return openButton(name, thread, index, isAboutElse(live, article.id) ? 'Also: ' : 'Or: ');
  };
  return [context(shown.map(furtherLine).join('\n')), actions('further', shown.map(buttonOf))];
}

/** What is proven by an article is so; that people have the problem it is named after is not said by that. */
function namedById({ id, title }: Article): ArticleLink {
  return { articleId: id, title, label: id };
}

/** Opens the whole article. */
function allSteps({ article }: DiagnosedArticle, { thread }: ViewContext) {
  return button(`${actionIds.open}:0`, 'All steps', writeButtonValue({ does: 'open', thread, article: article.id }));
}

function furtherLine({ article, verdict, isCauseRuledOut, cause }: DiagnosedArticle): string {
  const title = escapeLine(cutPlain(article.title, titleLength));
  const says =
    cause === undefined
      ? isCauseRuledOut
        ? ' (usual cause ruled out here)'
        : ' (not proven)'
      : `: ${escapeLine(cutPlain(cause.said, 300))}`;
  return `${isCauseRuledOut ? marks.pass : verdictMarks[verdict]} ${title}${says} · ${codeSpan(`${article.id}@${article.version}`)}`;
}
