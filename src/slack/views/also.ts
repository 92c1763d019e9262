import type { Also, ArticleLink } from '../../desk/reply.js';
import type { Block } from '../limits.js';
import { cutPlain, escapeLine, titleLength } from '../text.js';
import { actions, section } from './blocks.js';
import { openButton } from './open-button.js';

/** As many as leave room for the answer beside them. */
const mostAlso = 8;
/** As many buttons as one row shows in every client. */
const perRow = 5;

/** What was recognised and is not shown: each by its title, with a button that opens it. */
export function alsoBlocks(also: readonly Also[], thread: string): Block[] {
  if (also.length === 0) return [];
  const shown = also.slice(0, mostAlso);
  const left = also.length - shown.length;
  const lines = shown.map((one) => `• ${one.articles.map(titleOf).join(', or ')}${whyOf(one)}`);
  const rest = left === 0 ? [] : [`• … and ${left} more: send the errors one at a time`];
  const links = shown.flatMap(({ articles }) => articles);
  const rows = Array.from({ length: Math.ceil(links.length / perRow) }, (_, row) =>
    actions(
      `also-${row}`,
      links.slice(row * perRow, (row + 1) * perRow).map((link, index) => openButton(link, thread, index)),
    ),
  );
  return [section(['*Also in it:*', ...lines, ...rest].join('\n')), ...rows];
}

/** ` (screenshot.png: matches the error text “…”)` */
function whyOf({ file, evidence }: Also): string {
  const why = [file, evidence].flatMap((text) => (text === undefined ? [] : [escapeLine(cutPlain(text, 120))]));
  return why.length === 0 ? '' : ` (${why.join(': ')})`;
}

function titleOf({ title }: ArticleLink): string {
  return escapeLine(cutPlain(title, titleLength));
}
