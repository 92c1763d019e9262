import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { Reply } from '../../desk/reply.js';
import { filesOf } from '../files/given-files.js';
import { readMessage } from '../incoming-text.js';
import { isNotInChannel } from '../slack-error.js';
import { renderReply } from '../views/index.js';
import type { Deps } from './deps.js';
import { answerPost } from './post.js';

type Args = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/**
 * "Find the fix" in a message's menu: the reply goes into the thread of that message, so that its author sees it too;
 * where the bot is no member, to the person who asked.
 */
export function onFindTheFix(deps: Deps) {
  return async ({ shortcut, ack, respond, client, context }: Args): Promise<void> => {
    await ack();
    if (!(await deps.desk.firstTime(`shortcut:${shortcut.trigger_id}`))) return;
    const channel = shortcut.channel.id;
    const { message, message_ts: ts } = shortcut;
    const thread = typeof message['thread_ts'] === 'string' ? message['thread_ts'] : ts;
    const text = readMessage(message, context.botUserId);
    let reply: Reply | undefined;
    try {
      await answerPost(deps, client, { channel, thread, ts, asker: shortcut.user.id }, async () => {
        const place = { channel, thread };
        const files = filesOf(message, { ...deps, client });
        reply = await deps.desk.ask({ text, surface: 'direct', place, asker: shortcut.user.id, ...files });
        return reply;
      });
    } catch (error) {
      const shown = reply && isNotInChannel(error) ? renderReply(reply, { thread, ephemeral: true }) : undefined;
      if (shown === undefined) throw error;
      await respond({ response_type: 'ephemeral', replace_original: false, ...shown });
    }
  };
}
