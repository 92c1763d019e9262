import { isForAskerOnly, type Reply } from '../../desk/reply.js';
import { isNotInChannel } from '../slack-error.js';
import { escapeLine, mentionUser } from '../text.js';
import { renderReply } from '../views/index.js';
import { peopleRow } from '../views/people.js';
import { sharedReport } from '../views/shared.js';
import type { Deps } from './deps.js';
import { postForOne, postInThread } from './post.js';
import { onPress, type Press, type PressArgs, replaceMessage, say } from './press.js';
import { isTimestamp } from './reactions.js';
import { isDirect, shownIn } from './shown-in.js';

/**
 * One of several people who were meant, or one whom a log names. The report takes the place of a choice that only the
 * asker sees; an answer stays.
 */
export function onPerson(deps: Deps) {
  return onPress(deps, 'person', { each: true }, async (press, args) => {
    const { value, place, by } = press;
    const reply = await deps.desk.lookUp({ lookup: value.lookup, who: value.who, place, asker: by });
    const message = renderReply(reply, shownIn(place, !isDirect(place.channel)));
    if (message === undefined) return;
    const isChoice = press.rowId === peopleRow;
    if (isChoice && press.ephemeral && reply.kind === 'report')
      await replaceMessage(deps, args, message.blocks, message.text);
    else await sayToPresser(press, args, reply);
  });
}

/** "Share" under a report: for everybody in the thread, or in the channel where a command has no thread. */
export function onShareReport(deps: Deps) {
  return onPress(deps, 'share-report', { each: true }, async (press, args) => {
    const { value, place, by } = press;
    const { lookup, who, report } = value;
    const reply = await deps.desk.shareReport({ lookup, who, report, place, asker: by });
    if (reply.kind !== 'report') {
      await sayToPresser(press, args, reply);
      return;
    }
    const message = sharedReport(reply, by, place.thread);
    const aloud = () => args.respond({ response_type: 'in_channel', replace_original: false, ...message });
    if (!isTimestamp(place.thread)) {
      await aloud();
      return;
    }
    try {
      await postInThread(args.client, place, message);
    } catch (error) {
      if (!isNotInChannel(error)) throw error;
      await aloud();
    }
  });
}

/** Says a Reply where the button was; what is for one person only, to the one who pressed. */
export async function sayToPresser(press: Press, args: PressArgs, reply: Reply): Promise<void> {
  const { place, by, ephemeral } = press;
  const isPrivate = isForAskerOnly(reply) && !isDirect(place.channel);
  const message = renderReply(reply, shownIn(place, ephemeral || isPrivate));
  if (message === undefined) return;
  if (isPrivate && !ephemeral) {
    const shown: unknown = args.body.message?.['thread_ts'];
    const where = { channel: place.channel, ...(typeof shown === 'string' ? { thread: shown } : {}) };
    await postForOne(args.client, where, by, message);
  } else {
    await say(press, args, message);
  }
}

/** Who chose what, as mrkdwn. */
export function choiceNote({ by, label }: Press): string {
  return `${mentionUser(by)} chose “${escapeLine(label)}”.`;
}
