/** What of a message or mention tells who sent it. */
interface Sent {
  readonly user?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly subtype?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly edited?: unknown;
}

/** Subtypes that are still something a person wrote: with a file, "also send to channel", and `/me`. */
const written: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast', 'me_message'];

/**
 * Whether a person wrote this just now: no bot (this one included), no edit, deletion, join or other notice of Slack's.
 * An edit that adds a mention arrives as a new `app_mention` with the old timestamp; it counts as an edit.
 */
export function isFromPerson(sent: object, botUserId: string | undefined): boolean {
  const { user, bot_id: bot, subtype, hidden, edited }: Sent = sent;
  if (user === undefined || user === botUserId || user === 'USLACKBOT') return false;
  return bot === undefined && hidden !== true && edited === undefined && written.includes(subtype);
}
