/** What Slack puts between angle brackets: links, mentions, broadcasts, dates. */
import { unescapeText } from './escape.js';
import { safeHref } from './links.js';
import type { Inline } from './nodes.js';

/** Reads the inside of `<…>`; `undefined` when it is nothing that Slack knows, to be shown as typed. */
export function parseSpecial(inside: string): Inline | undefined {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? '' : unescapeText(inside.slice(bar + 1));
  if (target.startsWith('@')) return { type: 'user', id: target.slice(1) };
  if (target.startsWith('#')) return { type: 'channel', id: target.slice(1), label };
  if (target.startsWith('!')) return parseCommand(target.slice(1), label);
  const address = unescapeText(target);
  const href = safeHref(address);
  if (href === undefined) return undefined;
  return { type: 'link', href, children: [{ type: 'text', text: label || address.replace(/^mailto:/, '') }] };
}

function parseCommand(command: string, label: string): Inline {
  const [name = '', first = '', second = '', link = ''] = command.split('^');
  if (name === 'date') {
    const seconds = Number(first);
    const date: Inline = Number.isFinite(seconds)
      ? { type: 'date', seconds, format: unescapeText(second), fallback: label }
      : { type: 'text', text: label };
    const href = safeHref(unescapeText(link));
    return href === undefined ? date : { type: 'link', href, children: [date] };
  }
  if (name === 'subteam') return { type: 'broadcast', label: label || '@group' };
  if (name === 'here' || name === 'channel' || name === 'everyone') return { type: 'broadcast', label: `@${name}` };
  return { type: 'text', text: label || `<!${command}>` };
}
