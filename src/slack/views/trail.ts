import type { TrailEntry } from '../../desk/trail.js';
import { codeSpan, cutPlain, escapeLine, mentionUser } from '../text.js';
import { context, section } from './blocks.js';
import type { View } from './view.js';

const outcomes: Readonly<Record<TrailEntry['outcome'], string>> = {
  ok: 'nothing wrong',
  finding: 'something wrong',
  partial: 'partly unread',
  unreadable: 'unread',
  several: 'several people fit',
  denied: 'denied',
  refused: 'no such name',
  failed: 'failed',
  shared: 'shared',
};
const perSection = 15;
const mostLines = 30;

/** Who looked up what about whom: one line each, newest first. */
export const trailView: View<'trail'> = ({ entries, more }) => {
  if (entries.length === 0) return [section('No lookup is on record.')];
  const lines = entries.slice(0, mostLines).map(line);
  const sections = Array.from({ length: Math.ceil(lines.length / perSection) }, (_, index) =>
    section(lines.slice(index * perSection, (index + 1) * perSection).join('\n')),
  );
  const left = more + entries.length - lines.length;
  return [
    section(`*Lookups, newest first* (UTC)`),
    ...sections,
    context(`${left > 0 ? `${left} more: ` : 'Kept for 90 days. In a shell: '}${codeSpan('wo-okta trail')}`),
  ];
};

function line({ at, by, lookup, asked, person, channel, outcome }: TrailEntry): string {
  const whom = [...new Set([asked, person])].flatMap((name) =>
    name === undefined ? [] : codeSpan(cutPlain(name, 60)),
  );
  return [
    codeSpan(at.slice(0, 19).replace('T', ' ')),
    `${mentionUser(by)} ${escapeLine(lookup)}${whom.length === 0 ? '' : ` ${whom.join(' = ')}`}`,
    where(channel),
    outcomes[outcome],
  ].join(' · ');
}

function where(channel: string): string {
  if (channel === 'cli') return 'shell';
  return channel.startsWith('D') ? 'direct message' : codeSpan(channel);
}
