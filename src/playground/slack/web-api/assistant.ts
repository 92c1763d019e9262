import * as z from 'zod';
import type { Core } from '../core.js';
import { SlackError } from '../slack-error.js';
import { findChannel, method, structure } from './method.js';

const thread = { channel_id: z.string(), thread_ts: z.string() };

const mustExist = (core: Core, given: { channel_id: string; thread_ts: string }): void => {
  const channel = findChannel(core, given.channel_id);
  if (core.workspace.message(channel.id, given.thread_ts) === undefined) throw new SlackError('thread_not_found');
};

const prompts = z
  .array(z.object({ title: z.string().min(1), message: z.string().min(1) }))
  .min(1)
  .max(4);

/** The pane of an AI app. The stand-in checks the calls; its page shows no such pane. */
export const assistantMethods = [
  method({
    name: 'assistant.threads.setStatus',
    scopes: ['assistant:write', 'chat:write'],
    params: z.object({ ...thread, status: z.string().max(100), loading_messages: structure.optional() }),
    run(given, core) {
      mustExist(core, given);
      return {};
    },
  }),
  method({
    name: 'assistant.threads.setTitle',
    scopes: ['assistant:write'],
    params: z.object({ ...thread, title: z.string().min(1) }),
    run(given, core) {
      mustExist(core, given);
      return {};
    },
  }),
  method({
    name: 'assistant.threads.setSuggestedPrompts',
    scopes: ['assistant:write'],
    params: z.object({ ...thread, title: z.string().optional(), prompts: structure }),
    run(given, core) {
      if (!prompts.safeParse(given.prompts).success) throw new SlackError('invalid_arguments');
      mustExist(core, given);
      return {};
    },
  }),
];
