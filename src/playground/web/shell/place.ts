/** Where the person is, kept in the address (`#C0HELPDESK/1712345678.000100`), so that a reload or a link comes back to it. */

export interface Place {
  readonly channel: string;
  readonly thread: string | undefined;
}

/** Reads a location's hash; an empty one has no channel. */
export function readPlace(hash: string): Place {
  const [channel = '', thread = ''] = hash.replace(/^#/, '').split('/');
  return { channel, thread: thread === '' ? undefined : thread };
}

/** Puts the place into the address: a new channel is a step that the Back button undoes, a thread is not. */
export function writePlace({ channel, thread }: Place): void {
  const hash = thread === undefined ? `#${channel}` : `#${channel}/${thread}`;
  if (hash === location.hash) return;
  const before = readPlace(location.hash).channel;
  if (before === '' || before === channel) history.replaceState(null, '', hash);
  else history.pushState(null, '', hash);
}
