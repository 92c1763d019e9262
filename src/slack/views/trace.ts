import { linesOf } from '../../desk/trace-lines.js';
import type { Trace, TracedMessage, TraceFinding } from '../../model/trace.js';
import { writeButtonValue } from '../button-value.js';
import type { Block } from '../limits.js';
import { bold, codeSpan, cutPlain, escapeLine, slackDate } from '../text.js';
import { alsoBlocks } from './also.js';
import { actions, button, context, section } from './blocks.js';
import { choiceButtons, questionBlock } from './question.js';
import { actionIds, type View } from './view.js';

const marks: Readonly<Record<TraceFinding['level'], string>> = { wrong: ':x:', note: ':information_source:' };
/** As much as a message has room for beside each other. */
const mostFindings = 10;
const mostMessages = 8;

/** What is wrong with a sign-in by its trace, then what the messages say; nothing in it signs anybody in. */
export const traceView: View<'trace'> = ({ trace, articles, undecided, also = [] }, { thread, ephemeral }) => [
  section(`${trace.status === 'finding' ? ':x:' : ':white_check_mark:'} ${bold(cutPlain(trace.summary, 1_000))}`),
  ...liveWarning(trace, ephemeral),
  ...findingBlocks(trace),
  ...(undecided === undefined ? [] : [questionBlock(undecided.question), choiceButtons(undecided.choices, thread)]),
  ...alsoBlocks(also, thread),
  ...trace.messages.slice(0, mostMessages).map(messageBlock),
  ...rest(trace),
  actions(
    'trace',
    articles.map(({ articleId, title }, index) =>
      button(
        `${actionIds.open}:${index}`,
        `Show fix: ${title}`,
        writeButtonValue({ does: 'open', thread, article: articleId }),
      ),
    ),
  ),
];

function liveWarning({ liveUntil }: Trace, isPrivate: boolean): Block[] {
  if (liveUntil === undefined) return [];
  const until = slackDate(Date.parse(liveUntil));
  return [
    section(
      isPrivate
        ? `:rotating_light: *Keep it to yourself.* Until ${until} whoever gets it can sign in with what is in it.`
        : `:rotating_light: *Delete the message now.* Until ${until} whoever reads it can sign in with what is in it.`,
    ),
  ];
}

function findingBlocks({ findings, summary }: Trace): Block[] {
  // The first fault is the summary.
  const others = findings.filter(({ said, articleId }) => said !== summary || articleId !== undefined);
  const left = others.length - mostFindings;
  return [
    ...others.slice(0, mostFindings).map((finding) => section(findingText(finding, summary))),
    ...(left <= 0 ? [] : [context(`… and ${left} more findings`)]),
  ];
}

function findingText({ level, said, articleId }: TraceFinding, summary: string): string {
  const fix = articleId === undefined ? '' : ` → ${codeSpan(`article ${articleId}`)}`;
  return said === summary ? `:point_right: The fix${fix}` : `${marks[level]} ${escapeLine(cutPlain(said, 800))}${fix}`;
}

function messageBlock(message: TracedMessage): Block {
  const { title, lines } = linesOf(message);
  const texts = lines.map(([label, value]) => `• ${label}: ${codeSpan(cutPlain(value, 300))}`);
  return section(cutLines([bold(cutPlain(title, 200)), ...texts]));
}

/** Whole lines only, within what a section takes. */
function cutLines(lines: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > 2_900) return [...kept, '…'].join('\n');
    kept.push(line);
  }
  return kept.join('\n');
}

function rest({ messages, more, unread }: Trace): Block[] {
  const left = Math.max(0, messages.length - mostMessages) + more;
  return [
    ...(left === 0 ? [] : [context(`… and ${left} more messages`)]),
    ...unread.slice(0, 3).map((why) => context(`:grey_question: ${escapeLine(cutPlain(why, 300))}`)),
  ];
}
