import * as z from 'zod';
import { homeOf } from '../core.js';
import { isEmojiName } from '../person.js';
import { messageShape } from '../shapes.js';
import { SlackError } from '../slack-error.js';
import { findChannel, findMessage, flag, method, mustBeMember } from './method.js';

const target = z.object({ channel: z.string(), timestamp: z.string(), name: z.string() });

const emoji = (name: string): string => {
  const bare = name.replace(/^:|:$/g, '');
  if (!isEmojiName(bare)) throw new SlackError('invalid_name');
  return bare;
};

/** Reactions to messages. */
export const reactionMethods = [
  method({
    name: 'reactions.add',
    scopes: ['reactions:write'],
    params: target,
    run(given, core) {
      const channel = findChannel(core, given.channel);
      mustBeMember(core, channel);
      const name = emoji(given.name);
      findMessage(core, channel, given.timestamp);
      core.workspace.react(channel.id, given.timestamp, name, core.bot.id);
      return {};
    },
  }),
  method({
    name: 'reactions.remove',
    scopes: ['reactions:write'],
    params: target,
    run(given, core) {
      const channel = findChannel(core, given.channel);
      const name = emoji(given.name);
      findMessage(core, channel, given.timestamp);
      core.workspace.unreact(channel.id, given.timestamp, name, core.bot.id);
      return {};
    },
  }),
  method({
    name: 'reactions.get',
    scopes: ['reactions:read'],
    params: z.object({ channel: z.string(), timestamp: z.string(), full: flag }),
    run(given, core) {
      const channel = findChannel(core, given.channel);
      const message = findMessage(core, channel, given.timestamp);
      return {
        type: 'message',
        channel: channel.id,
        message: messageShape(message, homeOf(core)),
      };
    },
  }),
];
