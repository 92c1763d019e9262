import { slackErrorCode } from '../slack-error.js';
import type { Client, Deps } from './deps.js';

/** What the bot marks posts with: at work, solved, needs a person. */
export type Mark = 'eyes' | 'white_check_mark' | 'exclamation';

/** A post, by Slack's own coordinates. */
export interface Post {
  readonly channel: string;
  readonly ts: string;
}

/** Neither is a fault: the mark is already there, or already gone. */
const harmless = ['already_reacted', 'no_reaction'];

/** Adds a reaction. Never rejects: a missing mark must not cost the reply. */
export async function addMark({ log }: Deps, client: Client, { channel, ts }: Post, mark: Mark): Promise<void> {
  // Slash commands have no post to mark; their conversations have no timestamp.
  if (!isTimestamp(ts)) return;
  try {
    await client.reactions.add({ channel, timestamp: ts, name: mark });
  } catch (err) {
    report(log, err, mark);
  }
}

/** Takes a reaction back. Never rejects. */
export async function removeMark({ log }: Deps, client: Client, { channel, ts }: Post, mark: Mark): Promise<void> {
  if (!isTimestamp(ts)) return;
  try {
    await client.reactions.remove({ channel, timestamp: ts, name: mark });
  } catch (err) {
    report(log, err, mark);
  }
}

/** Whether a conversation's name is the timestamp of a post. */
export function isTimestamp(thread: string): boolean {
  return /^\d{1,12}\.\d{1,12}$/.test(thread);
}

function report(log: Deps['log'], err: unknown, mark: Mark): void {
  const code = slackErrorCode(err);
  if (code !== undefined && harmless.includes(code)) return;
  log.warn('Could not change a reaction', { mark, code, err });
}
