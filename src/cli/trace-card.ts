import { linesOf } from '../desk/trace-lines.js';
import type { Trace, TracedMessage, TraceFinding } from '../model/trace.js';
import { redactionWarning, type Style } from './cards.js';
import { plainLine, wrap } from './plain-text.js';

/** A trace for a terminal, ending with a line break: what is wrong first, then what the messages say. */
export function traceCard(trace: Trace, style: Style): string {
  const { paint, width } = style;
  const { findings, messages, unread, more, summary } = trace;
  const sign = trace.status === 'finding' ? paint.bad('✗') : paint.good('✓');
  const [first] = findings;
  const others = findings.filter(({ said }) => said !== summary);
  const blocks = [
    [
      `${sign} ${paint.bold(wrap(plainLine(summary), width - 2, '  '))}`,
      ...(first?.said === summary ? fixOf(first, style) : []),
    ].join('\n'),
    ...liveWarning(trace, style),
    ...redactionWarning(trace.redactions, style),
    ...(others.length === 0 ? [] : [others.map((finding) => findingText(finding, style)).join('\n')]),
    ...messages.map((message) => messageText(message, style)),
    ...(more === 0 ? [] : [`${more} more messages were not read.`]),
    ...(unread.length === 0
      ? []
      : [unread.map((why) => `${paint.bad('?')} ${wrap(plainLine(why), width - 2, '  ')}`).join('\n')]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function findingText(finding: TraceFinding, style: Style): string {
  const { paint, width } = style;
  const sign = finding.level === 'wrong' ? paint.bad('✗') : paint.dim('·');
  return [`${sign} ${wrap(plainLine(finding.said), width - 2, '  ')}`, ...fixOf(finding, style)].join('\n');
}

function fixOf({ articleId, between = [] }: TraceFinding, { paint }: Style): string[] {
  const ids = articleId === undefined ? between : [articleId];
  return ids.map((id, index) => `${index === 0 ? '  Fix:' : '   or:'} ${paint.command(`article ${plainLine(id)}`)}`);
}

function liveWarning({ liveUntil }: Trace, { paint, width }: Style): string[] {
  if (liveUntil === undefined) return [];
  const until = `${plainLine(liveUntil).slice(0, 19).replace('T', ' ')} UTC`;
  return [
    paint.bad(
      wrap(
        `Until ${until} whoever has this trace can sign in with what is in it. Delete it wherever you shared it.`,
        width,
      ),
    ),
  ];
}

function messageText(message: TracedMessage, { paint, width }: Style): string {
  const { title, lines } = linesOf(message);
  const longest = Math.max(0, ...lines.map(([label]) => label.length));
  const indent = ' '.repeat(longest + 4);
  return [
    paint.bold(plainLine(title, 200)),
    ...lines.map(
      ([label, value]) => `  ${label.padEnd(longest)}  ${wrap(plainLine(value), width - indent.length, indent)}`,
    ),
  ].join('\n');
}
