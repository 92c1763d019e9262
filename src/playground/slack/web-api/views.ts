import * as z from 'zod';
import { acceptView } from '../accept-view.js';
import type { Core } from '../core.js';
import type { Json } from '../objects.js';
import { SlackError } from '../slack-error.js';
import { type OpenView, viewShape } from '../views.js';
import { method, structure } from './method.js';

const trigger = { trigger_id: z.string().min(1), view: structure };

const answer = (core: Core, view: OpenView): Json => ({
  view: viewShape(view, core.seed.team.id, core.seed.app.id, core.bot.botId),
});

/** Modals and the Home tab. */
export const viewMethods = [
  method({
    name: 'views.open',
    scopes: [],
    params: z.object(trigger),
    run(given, core) {
      const view = acceptView(core, given.view);
      return answer(core, core.views.open(core.triggers.redeem(given.trigger_id), view));
    },
  }),
  method({
    name: 'views.push',
    scopes: [],
    params: z.object(trigger),
    run(given, core) {
      const view = acceptView(core, given.view);
      const below = core.views.top(core.triggers.redeem(given.trigger_id));
      if (below === undefined) throw new SlackError('not_found');
      return answer(core, core.views.push(below, view));
    },
  }),
  method({
    name: 'views.update',
    scopes: [],
    params: z.object({
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
      view: structure,
    }),
    run(given, core) {
      const view = acceptView(core, given.view);
      const target = given.view_id === undefined ? { externalId: given.external_id ?? '' } : { id: given.view_id };
      return answer(core, core.views.update(target, view, given.hash));
    },
  }),
  method({
    name: 'views.publish',
    scopes: [],
    params: z.object({ user_id: z.string(), hash: z.string().optional(), view: structure }),
    run(given, core) {
      if (core.workspace.user(given.user_id) === undefined) throw new SlackError('user_not_found');
      const view = acceptView(core, given.view);
      return answer(core, core.views.publish(given.user_id, view, given.hash));
    },
  }),
];
