import { besidesOf, frequencyOf, gapsHeading, reasons, triedLine } from '../desk/gap-words.js';
import type { Gap, Gaps, ProposedExample } from '../desk/gaps.js';
import type { Style } from './cards.js';
import { plainLine, wrap } from './plain-text.js';

const longestText = 300;

/**
 * The gaps as text for a terminal, ending with a line break: each with what to type for a draft. `call` is how a person
 * calls the command line on their data folder.
 */
export function gapsCard({ gaps, proposals, ...besides }: Gaps, style: Style, call: string): string {
  const blocks = [
    style.paint.bold(gapsHeading(gaps.length)),
    ...gaps.map((gap, index) => gapBlock(gap, index + 1, style, call)),
    ...(proposals.length === 0 ? [] : [style.paint.bold('Proposed examples')]),
    ...proposals.map((proposal) => proposalBlock(proposal, style, call)),
    ...besidesOf(besides).map((line) => style.paint.dim(line)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function gapBlock(gap: Gap, number: number, { paint, width }: Style, call: string): string {
  const label = `${number}. `;
  const indent = ' '.repeat(label.length);
  const line = (text: string) => indent + wrap(text, width - indent.length, indent);
  const [telling = '', ...others] = gap.texts;
  const first = moment(gap.firstAt);
  const last = moment(gap.lastAt);
  const when = first === last ? `${last} UTC` : `${first} to ${last} UTC`;
  return [
    wrap(`${label}${paint.bold(`“${plainLine(telling, longestText)}”`)}`, width, indent),
    line(`${frequencyOf(gap)} · ${when}`),
    ...others.slice(0, 2).map((text) => line(`also: “${plainLine(text, longestText / 2)}”`)),
    ...(gap.tried.length === 0
      ? []
      : [
          line(
            triedLine(
              gap,
              gap.tried.map(({ articleId }) => articleId),
            ),
          ),
        ]),
    ...(gap.nearest === undefined ? [] : [line(`Nearest: ${gap.nearest.articleId}`)]),
    `${indent}${paint.code(`${call} gaps draft ${gap.id}`)}`,
  ].join('\n');
}

function proposalBlock(
  { id, text, article, because, times }: ProposedExample,
  { paint, width }: Style,
  call: string,
): string {
  const often = times === 1 ? '' : ` ${times} times.`;
  return [
    wrap(`- “${plainLine(text, longestText)}” → ${plainLine(article.articleId)}`, width, '  '),
    `  ${wrap(`${reasons[because]}${often}`, width - 2, '  ')}`,
    `  ${paint.code(`${call} gaps draft ${id}`)}`,
  ].join('\n');
}

function moment(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
