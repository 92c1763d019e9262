import * as z from 'zod';
import { SlackError } from '../slack-error.js';
import { method } from './method.js';

const nothing = z.object({});

/** Who am I, where am I, and the door to Socket Mode. */
export const basicMethods = [
  method({
    name: 'api.test',
    scopes: [],
    params: z.object({ error: z.string().optional() }),
    run(given) {
      if (given.error !== undefined) throw new SlackError(given.error);
      return { args: given };
    },
  }),
  method({
    name: 'auth.test',
    scopes: [],
    params: nothing,
    run: (_given, core) => ({
      url: `https://${core.seed.team.domain}.slack.com/`,
      team: core.seed.team.name,
      user: core.bot.name,
      team_id: core.seed.team.id,
      user_id: core.bot.id,
      bot_id: core.bot.botId,
      is_enterprise_install: false,
    }),
  }),
  method({
    name: 'apps.connections.open',
    token: 'app',
    scopes: [],
    params: nothing,
    run: (_given, core) => ({ url: core.socketUrl() }),
  }),
  method({
    name: 'bots.info',
    scopes: ['users:read'],
    params: z.object({ bot: z.string().optional() }),
    run(given, core) {
      if (given.bot !== undefined && given.bot !== core.bot.botId) throw new SlackError('bot_not_found');
      return {
        bot: {
          id: core.bot.botId,
          deleted: false,
          name: core.seed.app.name,
          updated: 0,
          app_id: core.seed.app.id,
          user_id: core.bot.id,
        },
      };
    },
  }),
  method({
    name: 'team.info',
    scopes: ['team:read'],
    params: nothing,
    run: (_given, core) => ({
      team: { id: core.seed.team.id, name: core.seed.team.name, domain: core.seed.team.domain, email_domain: '' },
    }),
  }),
];
