import { besidesOf, frequencyOf, gapsHeading, reasons, triedLine } from '../../desk/gap-words.js';
import type { Gap, ProposedExample } from '../../desk/gaps.js';
import { writeButtonValue } from '../button-value.js';
import { type Block, fits, wholeMessage } from '../limits.js';
import { codeSpan, cutPlain, escapeLine, slackDate, titleLength } from '../text.js';
import { actions, button, context, section } from './blocks.js';
import { actionIds, type View, type ViewContext } from './view.js';

const textLength = 300;
/** Left for the last line. */
const room = { blocks: wholeMessage.blocks - 2, size: wholeMessage.size - 1_000 };

/** What the knowledge lacks: each gap whole or not there, most frequent first, and the examples that are proposed. */
export const gapsView: View<'gaps'> = ({ gaps, proposals, answered, older, shellCall = 'wo-okta' }, shown) => {
  const blocks: Block[] = [section(`*${gapsHeading(gaps.length)}* ${explanationOf(gaps.length)}`)];
  let left = 0;
  const add = (...more: Block[]) => {
    if (left === 0 && fits([...blocks, ...more], room)) blocks.push(...more);
    else left += 1;
  };
  // Few, quick to decide, and they answer the next asker: they must not fall behind a long list of gaps.
  for (const [index, proposal] of proposals.slice(0, 3).entries()) add(...proposalBlocks(proposal, index, shown));
  for (const [index, gap] of gaps.entries()) add(...gapBlocks(gap, index, shown));
  left += Math.max(0, proposals.length - 3);
  const rest = [
    ...(left === 0 ? [] : [`${left} more: ${codeSpan(`${shellCall} gaps`)} in a shell.`]),
    ...besidesOf({ answered, older }),
    'What looks like an e-mail address, a login or a host is exchanged for an example; names in a sentence stay.',
  ];
  return [...blocks, context(rest.join(' '))];
};

function explanationOf(count: number): string {
  return count === 0
    ? 'Every question that went wrong was solved, answered since, or put aside.'
    : 'What people asked and no article answers, most frequent first.';
}

function gapBlocks(gap: Gap, index: number, { thread }: ViewContext): Block[] {
  const { id, texts, nearest, tried, firstAt, lastAt, times } = gap;
  const [telling = '', ...others] = texts;
  const last = slackDate(Date.parse(lastAt));
  const when = times === 1 ? last : `first ${slackDate(Date.parse(firstAt))}, last ${last}`;
  const lines = [
    `${frequencyOf(gap)} · ${when}`,
    ...others.slice(0, 2).map((text) => `also: “${escapeLine(cutPlain(text, textLength / 2))}”`),
    ...(tried.length === 0 ? [] : [triedLine(gap, tried.slice(0, 3).map(titleOf))]),
    ...(nearest === undefined ? [] : [`Nearest: ${titleOf(nearest)}`]),
  ];
  const value = (deed: 'article' | 'example' | 'dismiss') => writeButtonValue({ does: 'gap', thread, which: id, deed });
  return [
    section(`*${index + 1}.* “${escapeLine(cutPlain(telling, textLength))}”`),
    context(lines.join('\n')),
    actions(`gap-${index}`, [
      button(actionIds.gapArticle, 'Draft an article', value('article')),
      ...(nearest === undefined ? [] : [button(actionIds.gapExample, 'Add to the nearest', value('example'))]),
      button(actionIds.gapDismiss, 'Not a gap', value('dismiss')),
    ]),
  ];
}

function proposalBlocks(
  { id, text, article, because, times }: ProposedExample,
  index: number,
  { thread }: ViewContext,
) {
  const value = (deed: 'example' | 'dismiss') => writeButtonValue({ does: 'gap', thread, which: id, deed });
  const often = times === 1 ? '' : ` · ${times} times`;
  return [
    section(`*Proposed example:* “${escapeLine(cutPlain(text, textLength))}” → ${titleOf(article)}`),
    context(`${reasons[because]}${often}`),
    actions(`proposal-${index}`, [
      button(actionIds.gapExample, 'Draft the example', value('example')),
      button(actionIds.gapDismiss, 'Not an example', value('dismiss')),
    ]),
  ];
}

function titleOf({ title }: { readonly title: string }): string {
  return `“${escapeLine(cutPlain(title, titleLength))}”`;
}
