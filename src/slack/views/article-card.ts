import type { LiveRequest } from '../../desk/reply.js';
import type { Article, Step } from '../../model/article.js';
import { placeNames } from '../../model/system.js';
import { writeButtonValue } from '../button-value.js';
import type { Block } from '../limits.js';
import { articleLine, bold, codeSpan, cutPlain, escapeLine, link, titleLength } from '../text.js';
import { actions, button, context, section } from './blocks.js';
import { actionIds, type ViewContext } from './view.js';

/** An article's content: title, why it was chosen (if it was), cause, steps, neighbours, source. No buttons. */
export function articleCard(article: Article, evidence: readonly string[] = []): Block[] {
  return [
    section(bold(cutPlain(article.title, titleLength))),
    ...(evidence.length === 0 ? [] : [context(`Why this one: ${evidenceLine(evidence)}`)]),
    section(`*Cause:* ${articleLine(article.cause)}`),
    ...article.steps.slice(0, 12).map((step, index) => section(stepText(step, index + 1))),
    ...notThis(article),
    context(sourceText(article)),
  ];
}

/** What the row of buttons under an article depends on. */
interface ButtonOptions {
  /** Ids of the message's other articles. */
  readonly beside?: readonly string[];
  /** What of it can be held against the live tenants. */
  readonly live?: LiveRequest | undefined;
  /** Opened where a question had no answer or a wrong one: it may be the right one. */
  readonly isSought?: boolean;
}

/**
 * Solved / Not solved, the live checks where there are some, and Share where only the asker sees the card. `row` is
 * unique within the message.
 */
export function articleButtons(
  article: Article,
  shown: ViewContext,
  row: string,
  { beside = [], live, isSought = false }: ButtonOptions = {},
): Block {
  const feedback = (solved: boolean) =>
    writeButtonValue({
      does: 'feedback',
      thread: shown.thread,
      article: article.id,
      articleVersion: article.version,
      solved,
      ...(shown.ephemeral && beside.length > 0 ? { beside: beside.slice(0, 5) } : {}),
    });
  return actions(row, [
    button(actionIds.solved, 'Solved', feedback(true), 'primary'),
    button(actionIds.notSolved, 'Not solved', feedback(false)),
    ...(isSought
      ? [
          button(
            actionIds.rightArticle,
            'That’s the right one',
            writeButtonValue({ does: 'right-article', thread: shown.thread, article: article.id }),
          ),
        ]
      : []),
    ...(live === undefined ? [] : [diagnoseButton('Run live checks', shown.thread, live)]),
    ...(shown.ephemeral ? [shareButton(article.id, shown.thread)] : []),
  ]);
}

/** Holds articles against the live tenants. */
export function diagnoseButton(label: string, thread: string, live: LiveRequest) {
  const { articles, cause, who, whoFor, choices, heldBack, asked, isWanted, hasSeveralErrors } = live;
  const value = {
    thread,
    articles: articles.slice(0, 4),
    ...(cause === undefined ? {} : { cause }),
    ...(who === undefined ? {} : { who }),
    ...(whoFor === undefined ? {} : { whoFor: whoFor.slice(0, 4) }),
    ...(choices === undefined ? {} : { choices: choices.slice(0, 4) }),
    ...(heldBack === undefined ? {} : { heldBack }),
    ...(asked === undefined ? {} : { asked: asked.slice(0, 4) }),
    ...(isWanted === undefined ? {} : { isWanted }),
    ...(hasSeveralErrors === undefined ? {} : { hasSeveralErrors }),
  };
  return button(actionIds.diagnose, label, writeButtonValue({ does: 'diagnose', ...value }));
}

/** Posts the article where everybody in the channel sees it. */
function shareButton(article: string, thread: string) {
  return button(actionIds.share, 'Share in channel', writeButtonValue({ does: 'share', thread, article }));
}

/** Where to read an article that did not fit, as mrkdwn. */
export function whereTheRestIs({ id, version }: Pick<Article, 'id' | 'version'>): string {
  return `… Cut to fit Slack. All of ${codeSpan(`${id}@${version}`)}: ${codeSpan(`wo-okta article ${id}`)} in a shell, or ${codeSpan(`knowledge/${id}.md`)}.`;
}

/** What speaks for a meaning, on one line. */
export function evidenceLine(evidence: readonly string[]): string {
  return evidence
    .slice(0, 3)
    .map((text) => escapeLine(cutPlain(text, 200)))
    .join(' · ');
}

function stepText(step: Step, number: number): string {
  const where = step.where === undefined ? '' : ` → ${escapeLine(step.where)}`;
  const values = (step.values ?? [])
    .slice(0, 12)
    .map(codeSpan)
    .filter((value) => value !== '');
  return [
    `*${number}.* ${articleLine(step.do)}`,
    `Where: ${placeNames[step.place]}${where}`,
    ...(values.length === 0 ? [] : [`${values.length === 1 ? 'Value' : 'Values'}: ${values.join('  ')}`]),
    `You should see: ${articleLine(step.expect)}`,
  ].join('\n');
}

/** Neighbours in small print, at most three: they are for the reader whom the title did not convince. */
export function notThis(article: Article): Block[] {
  const lines = article.tellsApart
    .slice(0, 3)
    .map(({ from, by }) => `• ${articleLine(by)} → ${codeSpan(`article ${from}`)}`);
  return lines.length === 0 ? [] : [context(['Not this?', ...lines].join('\n'))];
}

function sourceText({ id, version, source, reviewed }: Article): string {
  const title = source.url === undefined ? escapeLine(source.title) : link(source.url, source.title);
  return `${codeSpan(`${id}@${version}`)} · Source: ${title}, ${escapeLine(source.section)} · Reviewed ${escapeLine(reviewed)}`;
}
