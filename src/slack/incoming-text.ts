/** What Slack sends, turned into the plain text that the person sees. Pure; every pattern is linear. */

/** The parts of a Slack message that can hold text. Everything is optional and untrusted. */
export interface IncomingMessage {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
}

/** Longer texts are cut: Slack itself allows 40,000 a message, so only snippets and forwards come near. */
const maxLength = 100_000;
/** Slack nests rich text four deep; forwarded messages add a few. */
const maxDepth = 10;

/**
 * The plain text of a message: links and entities decoded, the bot's own mention taken out, code and quotes kept. A
 * message without text of its own gives that of its blocks, or of what it forwards.
 */
export function readMessage(message: IncomingMessage, botUserId?: string): string {
  const written = withoutMention(message.text ?? '', botUserId);
  const own = written.trim() === '' ? withoutMention(blockText(message.blocks, 0), botUserId) : decodeText(written);
  const alone = own.trim() === '';
  return [own, attachmentText(message.attachments, alone)]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, maxLength);
}

/** mrkdwn as Slack delivers it → plain text. User mentions stay as `<@U…>`, since they name a person. */
export function decodeText(mrkdwn: string): string {
  return mrkdwn
    .slice(0, maxLength)
    .split(/(<[^<>\n]*>)/)
    .map((part, index) => (index % 2 === 1 ? decodeToken(part.slice(1, -1)) : decodeEntities(part)))
    .join('');
}

/** Whether the text mentions the bot, so that Slack also sends an `app_mention` for it. */
export function mentions(text: string | undefined, botUserId: string | undefined): boolean {
  return botUserId !== undefined && (text ?? '').match(mentionOf(botUserId)) !== null;
}

function mentionOf(userId: string): RegExp {
  return new RegExp(`<@${userId.replace(/\W/g, '')}(?:\\|[^<>]*)?>`);
}

function withoutMention(text: string, botUserId: string | undefined): string {
  if (botUserId === undefined) return text;
  const pieces = text.split(mentionOf(botUserId));
  // "@wo-okta: help" and "@wo-okta, help" are the same as "@wo-okta help".
  return pieces.map((piece, index) => (index === 0 ? piece : piece.replace(/^\s*[:,]/, ''))).join('');
}

function decodeEntities(text: string): string {
  return text.replace(/&(lt|gt|amp);/g, (_, name) => (name === 'lt' ? '<' : name === 'gt' ? '>' : '&'));
}

/** One `<…>`: a mention, a channel, a special mention, or a link. */
function decodeToken(token: string): string {
  const bar = token.indexOf('|');
  const target = decodeEntities(bar === -1 ? token : token.slice(0, bar));
  const label = bar === -1 ? '' : decodeEntities(token.slice(bar + 1));
  if (target.startsWith('@')) return `<${target}>`;
  if (target.startsWith('#')) return label === '' ? `<${target}>` : `#${label}`;
  if (target.startsWith('!')) return label || `@${target.slice(1).split('^')[0]}`;
  if (target.startsWith('mailto:')) return target.slice('mailto:'.length);
  if (target.startsWith('tel:')) return label || target.slice('tel:'.length);
  if (!/^[a-z][a-z0-9+.-]*:/i.test(target)) return `<${decodeEntities(token)}>`;
  if (label === '' || label === target) return target;
  // Slack links bare host names by itself: `<http://okta.com|okta.com>` was typed as `okta.com`.
  return withoutScheme(target) === withoutScheme(label) ? label : `${label} (${target})`;
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.slice(0, 100).filter(isRecord) : [];
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The text of Block Kit blocks, rich text included, in reading order. */
function blockText(blocks: unknown, depth: number): string {
  if (depth > maxDepth) return '';
  return records(blocks)
    .map((block) => oneBlockText(block, depth))
    .filter((text) => text.trim() !== '')
    .join('\n');
}

function oneBlockText(block: Record<string, unknown>, depth: number): string {
  if (block['type'] === 'rich_text') return blockText(block['elements'], depth + 1);
  if (block['type'] === 'rich_text_list') return blockText(block['elements'], depth + 1);
  if (string(block['type']).startsWith('rich_text_')) return records(block['elements']).map(richText).join('');
  if (block['type'] === 'mrkdwn') return decodeText(string(block['text']));
  if (block['type'] === 'plain_text' || block['type'] === 'markdown') return string(block['text']);
  const own = isRecord(block['text']) ? oneBlockText(block['text'], depth + 1) : '';
  return [own, blockText(block['fields'], depth + 1), blockText(block['elements'], depth + 1)].join('\n').trim();
}

/** One inline element of rich text. Its text is literal: Slack escapes nothing there. */
function richText(element: Record<string, unknown>): string {
  if (element['type'] === 'link') {
    const url = string(element['url']);
    return url.startsWith('mailto:') ? url.slice('mailto:'.length) : string(element['text']) || url;
  }
  if (element['type'] === 'user') return `<@${string(element['user_id'])}>`;
  if (element['type'] === 'broadcast') return `@${string(element['range'])}`;
  return string(element['text']);
}

/** Forwarded messages, always; other attachments (an alert of another tool) only when there is no other text. */
function attachmentText(attachments: unknown, alone: boolean): string {
  return records(attachments)
    .filter((attachment) => alone || attachment['is_msg_unfurl'] === true || attachment['is_share'] === true)
    .map((attachment) => {
      const fields = records(attachment['fields']).map(
        (field) => `${string(field['title'])}: ${string(field['value'])}`,
      );
      const own = ['pretext', 'title', 'text'].map((name) => string(attachment[name])).concat(fields);
      const text = decodeText(own.filter((line) => line !== '').join('\n'));
      const inBlocks = blockText(attachment['blocks'], 1) || messageBlocks(attachment['message_blocks']);
      return text || inBlocks || decodeText(string(attachment['fallback']));
    })
    .join('\n');
}

/** A forwarded message keeps its blocks one level further down. */
function messageBlocks(value: unknown): string {
  return records(value)
    .map(({ message }) => (isRecord(message) ? blockText(message['blocks'], 1) : ''))
    .join('\n');
}
