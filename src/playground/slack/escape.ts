import type { Json } from './objects.js';

/** Slack's three entities, and only these: `&`, `<` and `>`. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Who and what a handle typed by a person can mean. */
export interface Names {
  userByHandle(handle: string): { readonly id: string } | undefined;
  channelByName(name: string): { readonly id: string; readonly name: string } | undefined;
  usergroupByHandle(handle: string): { readonly id: string; readonly handle: string } | undefined;
}

interface Piece {
  /** As it stands in `text`. */
  readonly mrkdwn: string;
  /** As it stands in the `rich_text` block that Slack adds to what people write. */
  readonly element: Json;
}

// Slack's client links a bare host name only under a well-known suffix, so "idp.xml" and "federation.artifact" stay text.
const SUFFIXES = 'com|net|org|edu|gov|io|dev|app|cloud|co|info|biz|eu|de|uk|us|nl|fr|ch|at|jp|au|ca';
// One alternative a kind, each a run of characters from one class: linear in the length of the text.
const TOKEN = new RegExp(
  [
    String.raw`(?<url>https?:\/\/[^\s<>"|]{1,2000})`,
    String.raw`(?<email>(?<![\w.+-])[\w.+-]{1,64}@[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63}){1,8})`,
    String.raw`(?<mention>(?<![\w@])@[a-z0-9][a-z0-9._-]{0,79})`,
    String.raw`(?<channel>(?<![\w#])#[a-z0-9][a-z0-9_-]{0,79})`,
    String.raw`(?<host>(?<![\w.@/-])[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63}){0,8}\.(?:${SUFFIXES})(?![\w.-]*\w)(?:\/[^\s<>"|]{0,2000})?)`,
  ].join('|'),
  'g',
);

const plain = (text: string): Piece => ({ mrkdwn: escapeText(text), element: { type: 'text', text } });

const link = (url: string, shown: string | undefined): Piece => ({
  mrkdwn: shown === undefined ? `<${escapeText(url)}>` : `<${escapeText(url)}|${escapeText(shown)}>`,
  element: { type: 'link', url, ...(shown === undefined ? {} : { text: shown }) },
});

/** Closing punctuation belongs to the sentence, not to the address in it. */
const splitTail = (address: string): readonly [string, string] => {
  let end = address.length;
  while (end > 0 && ".,;:!?)]}'*_~`".includes(address.charAt(end - 1))) end -= 1;
  return [address.slice(0, end), address.slice(end)];
};

const mention = (handle: string, names: Names): Piece | undefined => {
  if (handle === 'here' || handle === 'channel' || handle === 'everyone') {
    return { mrkdwn: `<!${handle}>`, element: { type: 'broadcast', range: handle } };
  }
  const user = names.userByHandle(handle);
  if (user !== undefined) return { mrkdwn: `<@${user.id}>`, element: { type: 'user', user_id: user.id } };
  const group = names.usergroupByHandle(handle);
  if (group === undefined) return undefined;
  return { mrkdwn: `<!subteam^${group.id}>`, element: { type: 'usergroup', usergroup_id: group.id } };
};

const pieces = (text: string, names: Names): readonly Piece[] => {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const { url, email, mention: handle, channel, host } = match.groups ?? {};
    let piece: Piece | undefined;
    let tail = '';
    if (url !== undefined || host !== undefined) {
      const [address, rest] = splitTail(url ?? host ?? '');
      piece = url === undefined ? link(`http://${address}`, address) : link(address, undefined);
      tail = rest;
    } else if (email !== undefined) {
      const [address, rest] = splitTail(email);
      piece = link(`mailto:${address}`, address);
      tail = rest;
    } else if (handle !== undefined) {
      const [name, rest] = splitTail(handle.slice(1));
      piece = mention(name, names);
      tail = rest;
    } else if (channel !== undefined) {
      const target = names.channelByName(channel.slice(1));
      if (target !== undefined) {
        piece = { mrkdwn: `<#${target.id}|${target.name}>`, element: { type: 'channel', channel_id: target.id } };
      }
    }
    if (piece === undefined) continue;
    if (match.index > from) found.push(plain(text.slice(from, match.index)));
    found.push(piece);
    if (tail !== '') found.push(plain(tail));
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push(plain(text.slice(from)));
  return found;
};

/**
 * What Slack makes of the text a person typed: `text` with the three characters escaped, handles resolved to
 * `<@U…>`, `<#C…|name>`, `<!here>`, addresses linked as `<http://…>` and `<mailto:x|x>`; and the `rich_text` block
 * that goes with it. A typed or pasted `<!here>` is text like any other and arrives as `&lt;!here&gt;`.
 */
export const fromPerson = (
  typed: string,
  names: Names,
): { readonly text: string; readonly blocks: readonly Json[] } => {
  const all = pieces(typed, names);
  return {
    text: all.map((piece) => piece.mrkdwn).join(''),
    blocks: [
      {
        type: 'rich_text',
        block_id: 'typed',
        elements: [{ type: 'rich_text_section', elements: all.map((piece) => piece.element) }],
      },
    ],
  };
};

const CONTROL = /<(?:[@#!][^<>\s]|https?:\/\/|mailto:|tel:)[^<>]{0,3000}>/g;

/**
 * What Slack stores of an app's `text`: control sequences (`<@U…>`, `<!here>`, `<https://…|…>`) stay, every other
 * `<`, `>` and bare `&` is escaped. A ping the app let through stays a ping.
 */
export const fromApp = (text: string): string => {
  let stored = '';
  let from = 0;
  const escapeRest = (rest: string): string =>
    rest
      .replace(/&(?!amp;|lt;|gt;)/g, '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;');
  for (const match of text.matchAll(CONTROL)) {
    stored += escapeRest(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return stored + escapeRest(text.slice(from));
};
