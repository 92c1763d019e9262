import { secretRemedies } from '../../model/secret-remedies.js';
import type { Redaction } from '../../model/understanding.js';
import type { Block } from '../limits.js';
import { section } from './blocks.js';
import type { ViewContext } from './view.js';

/**
 * Tells people that they pasted a secret: which kinds, and what to do. Nothing when there was none. What only the asker
 * sees (`ephemeral`) was given by a command or a form, where nobody reads along; in a direct message nobody else does
 * either, but Slack keeps it.
 */
export function redactionWarning(
  redactions: readonly Redaction[],
  { ephemeral, isDirect = false }: Pick<ViewContext, 'ephemeral' | 'isDirect'>,
): Block[] {
  const known = redactions.filter(({ count, kind }) => count > 0 && kind in secretRemedies);
  if (known.length === 0) return [];
  const found = known.map(({ kind, count }) => {
    const { name } = secretRemedies[kind];
    return count === 1 ? name : `${name} × ${count}`;
  });
  const remedies = known.map(({ kind }) => `• *${secretRemedies[kind].name}*: ${secretRemedies[kind].remedy}.`);
  return [
    section(
      [
        ephemeral
          ? `:warning: *What you gave me holds a secret* (${found.join(', ')}). I have not stored or repeated it, and nobody here has seen it.`
          : `:warning: *The message holds a secret* (${found.join(', ')}). I have not stored or repeated it, but ${isDirect ? 'it stays in Slack’s history' : 'everybody here can read it'}.`,
        ephemeral
          ? 'If others can read where you have it from, delete it there, then make it worthless:'
          : 'Delete the message, then make what was in it worthless:',
        ...remedies,
      ].join('\n'),
    ),
  ];
}
