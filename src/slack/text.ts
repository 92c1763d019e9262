/**
 * Text from people and files on its way into Slack's mrkdwn. mrkdwn has no escape character: `&`, `<` and `>` have
 * entities, formatting marks have none, so marks that Slack would act on are swapped for look-alikes.
 */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

// Controls but tab and line feed; the marks that reorder or isolate text (a pasted one can hide what a line says); halves
// of surrogate pairs, which Slack answers with `invalid_blocks`.
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the purpose
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const loneSurrogates = /\p{Surrogate}/gu;

/** Text without control characters, direction overrides and broken surrogates; line breaks become `\n`. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(controls, '').replace(loneSurrogates, '\uFFFD');
}

/** Nothing longer fits any part of a message, so nothing longer is worked on. */
const longest = 3_000;

/** Plain text of at most `max` units that never ends in half a surrogate pair; `…` marks a cut. */
export function cutPlain(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function escapeEntities(text: string): string {
  return text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
}

/**
 * Text as mrkdwn that shows it literally: no mention, link, formatting, quote or emoji can come out of it. Marks inside
 * a word (`SAML_REQUEST`) stay as they are, because Slack formats only at the edges of words.
 */
export function escapeText(text: string): string {
  const literal = cleanText(cutPlain(text, longest))
    .replace(/(?<![\p{L}\p{N}_])[*_~]|[*_~](?![\p{L}\p{N}_])|`/gu, (mark) => lookAlikes[mark] ?? mark)
    // A line that starts with `&gt;` is a block quote.
    .replace(/^([ \t]*)>/gm, '$1›')
    // `:name:` is an emoji only when it stands alone; colons within a URN stay.
    .replace(/(?<![\p{L}\p{N}_:]):(?=[a-z0-9_+-]{1,60}:(?![\p{L}\p{N}_]))/gu, '∶');
  return escapeEntities(literal);
}

/** The same on one line, for titles and list items. */
export function escapeLine(text: string): string {
  return escapeText(cutPlain(text, longest).replace(/\s+/g, ' ').trim());
}

/** Text as a code span, verbatim but for backticks, which nothing can escape, and line breaks. */
export function codeSpan(text: string): string {
  const inside = escapeEntities(
    cleanText(cutPlain(text, longest))
      .replace(/\s*\n\s*/g, ' ')
      .replace(/`/g, 'ˋ'),
  );
  return inside.trim() === '' ? '' : `\`${inside}\``;
}

/** Text as a block of code, to be copied: whole, or undefined when it is too long for one part of a message. */
export function codeBlock(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const block = `\`\`\`\n${escapeEntities(cleanText(text).replace(/`/g, 'ˋ')).trimEnd()}\n\`\`\``;
  return block.length > longest || text.trim() === '' ? undefined : block;
}

/** A line of an article: plain text in which `backticks` mark code. */
export function articleLine(text: string): string {
  return cutPlain(text, longest)
    .split(/`([^`\n]+)`/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : escapeText(part)))
    .join('');
}

/** Longest title of an article as it is shown: about one line of a card. */
export const titleLength = 130;

/** Text in bold, on one line. */
export function bold(text: string): string {
  // A bold run ends at the first asterisk, also one inside a word.
  const inside = escapeLine(text).replace(/\*/g, '∗');
  return inside === '' ? '' : `*${inside}*`;
}

/** Every line quoted. */
export function quote(text: string): string {
  return escapeText(text)
    .split('\n')
    .map((line) => `>${line}`)
    .join('\n');
}

/** Names a person, by an id that came from Slack itself. Anything else is shown as code, never as a mention. */
export function mentionUser(id: string): string {
  return /^[UW][A-Z0-9]{2,20}$/.test(id) ? `<@${id}>` : codeSpan(id);
}

/** Names a channel, by an id that came from Slack or the configuration. */
export function mentionChannel(id: string): string {
  return /^[CGD][A-Z0-9]{2,20}$/.test(id) ? `<#${id}>` : codeSpan(id);
}

/**
 * A moment (milliseconds since 1970) as each reader's Slack writes it: in their own time zone, “today at 10:00”. Where it
 * cannot, UTC.
 */
export function slackDate(ms: number): string {
  const utc = new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
  return `<!date^${Math.floor(ms / 1_000)}^{date_short_pretty} at {time}|${utc} UTC>`;
}

/** A link to an address that is ours or an article's; anything but http(s) gives the label alone. */
export function link(url: string, label: string): string {
  const text = escapeLine(label).replace(/\|/g, '¦');
  return /^https?:\/\/[^\s<>|"`]+$/.test(url) ? `<${escapeEntities(url)}|${text}>` : text;
}

/** Text for a plain_text object (button labels): clients differ in undoing entities there, so brackets are swapped. */
export function plainLabel(text: string): string {
  const label = cleanText(cutPlain(text, longest)).replace(/\s+/g, ' ').replace(/</g, '‹').replace(/>/g, '›').trim();
  return label === '' ? '…' : label;
}
