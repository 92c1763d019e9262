import type { JSX } from 'preact';
import type { PageUser } from '../../page-protocol.js';
import { Icon } from './icons.js';

const TINTS = 8;

/** A user's picture: initials on a colour of their own; the app's mark for a bot. Decorative: the name stands beside it. */
export function Avatar({ user, size = 'normal' }: { user: PageUser; size?: 'normal' | 'small' }): JSX.Element {
  let hash = 0;
  for (const char of user.id) hash = (hash * 131 + char.charCodeAt(0)) % 997;
  const tint = user.isBot ? 'is-app' : `is-tint-${hash % TINTS}`;
  return (
    <span class={`avatar is-${size} ${tint}`} aria-hidden="true">
      {user.isBot ? <Icon name="app" /> : initials(user.realName || user.name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '?')][0] ?? '')
    .join('')
    .toUpperCase();
}
