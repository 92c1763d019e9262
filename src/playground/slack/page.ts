import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import * as z from 'zod';
import { UserError } from '../../model/errors.js';
import { FILE_LIMITS, type PageEvent } from '../page-protocol.js';
import { runCommand } from './commands.js';
import type { Core } from './core.js';
import { actInMessage, actInView, useShortcut } from './interactions.js';
import type { Json } from './objects.js';
import { fileRoutes, ownFile } from './page-files.js';
import { type PageSurroundings, pageEvent, pageState, pageViewEvent } from './page-shapes.js';
import { say, toggleReaction } from './person.js';
import { chooseScenario } from './scenarios.js';
import { closeView, submitView } from './submissions.js';
import { jumpAhead } from './time-travel.js';

const MAX_BODY = 2_000_000;
const KEEP = 1_000;
const KEEPALIVE = 15_000;

const json = z.record(z.string(), z.unknown());
const place = { channel: z.string(), ts: z.string() };

const containerSchema = z.union([z.object(place), z.object({ viewId: z.string() })]);

/** One act: checks the body, does it, and returns what goes beside `ok: true`. */
type Act = (core: Core, body: unknown) => Promise<Json>;

const act =
  <T>(schema: z.ZodType<T>, run: (core: Core, given: T) => Promise<Json | undefined> | Json): Act =>
  async (core, body) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) {
      throw new UserError('bad-input', 'The page sent something this server does not understand. Reload the page.');
    }
    return (await run(core, parsed.data)) ?? {};
  };

/** Everything the person can do in the workspace, by the last part of the address. */
const ACTS: Readonly<Record<string, Act | undefined>> = {
  post: act(
    z.object({
      channel: z.string(),
      text: z.string(),
      threadTs: z.string().optional(),
      files: z.array(z.string()).max(FILE_LIMITS.files).optional(),
    }),
    (core, { channel, text, threadTs, files = [] }) => ({
      ts: say(core, core.me.id, {
        channel,
        text,
        files: files.map((id) => ownFile(core, core.me.id, id)),
        ...(threadTs === undefined ? {} : { threadTs }),
      }).ts,
    }),
  ),
  command: act(
    z.object({ channel: z.string(), line: z.string(), threadTs: z.string().optional() }),
    async (core, { channel, line, threadTs }) => {
      await runCommand(core, core.me.id, channel, line, threadTs);
      return {};
    },
  ),
  action: act(
    z.object({
      container: containerSchema,
      action: z.looseObject({ action_id: z.string(), type: z.string(), block_id: z.string().optional() }),
      state: json.optional(),
    }),
    async (core, { container, action, state }) => {
      const { action_id: actionId, block_id: blockId, ...chosen } = action;
      const what = { actionId, chosen, ...(blockId === undefined ? {} : { blockId }) };
      if ('viewId' in container) await actInView(core, core.me.id, container.viewId, what, state);
      else await actInMessage(core, core.me.id, container, what, state);
      return {};
    },
  ),
  shortcut: act(z.object({ callbackId: z.string(), ...place }), async (core, { callbackId, ...where }) => {
    await useShortcut(core, core.me.id, callbackId, where);
    return {};
  }),
  'view-submit': act(z.object({ viewId: z.string(), state: json }), async (core, { viewId, state }) => {
    const errors = await submitView(core, core.me.id, viewId, state);
    return errors === undefined ? {} : { errors };
  }),
  'view-close': act(z.object({ viewId: z.string() }), async (core, { viewId }) => {
    await closeView(core, core.me.id, viewId);
    return {};
  }),
  react: act(z.object({ ...place, name: z.string() }), (core, { channel, ts, name }) => {
    toggleReaction(core, core.me.id, channel, ts, name);
    return {};
  }),
};

/** The page's end of the server, and the door through which it learns whether a bot is connected. */
export interface Page {
  readonly routes: Hono;
  botConnected(connected: boolean): void;
  /** Ends every open stream. */
  close(): void;
}

/** Serves `page-protocol.ts` for the person at the page. */
export const createPage = (core: Core, surroundings: PageSurroundings): Page => {
  const recent: { readonly id: number; readonly data: string }[] = [];
  const readers = new Set<() => void>();
  let lastId = 0;
  let closed = false;
  const wake = (): void => {
    for (const reader of readers) reader();
  };
  const tell = (event: PageEvent | undefined): void => {
    if (event === undefined) return;
    lastId += 1;
    recent.push({ id: lastId, data: JSON.stringify(event) });
    if (recent.length > KEEP) recent.shift();
    wake();
  };
  core.workspace.subscribe((change) => tell(pageEvent(core, change)));
  core.views.subscribe((change) => tell(pageViewEvent(core, change)));

  const acts: typeof ACTS = {
    ...ACTS,
    scenario: act(z.object({ scenario: z.string(), channel: z.string() }), (_core, chosen) => {
      chooseScenario(core, chosen);
      tell({ type: 'scenario', scenario: chosen.scenario });
      return {};
    }),
    jump: act(z.object({ by: z.enum(['hour', 'day', 'week']), channel: z.string() }), async (_core, wanted) => {
      const { timeTravel } = core;
      if (timeTravel === undefined) {
        throw new UserError('bad-input', 'Real tenants live in real time: the clock can’t be moved here.');
      }
      await jumpAhead(core, timeTravel, wanted, () => tell({ type: 'clock', ahead: timeTravel.ahead() }));
      return {};
    }),
  };

  const routes = new Hono();
  routes.route('/', fileRoutes(core));
  routes.use(bodyLimit({ maxSize: MAX_BODY }));
  routes.get('/state', (context) => context.json(pageState(core, surroundings)));
  routes.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      // A page that reconnects names the last event it has seen and misses nothing.
      const resumed = Number(context.req.header('last-event-id'));
      let seen = Number.isInteger(resumed) && resumed > 0 ? resumed : lastId;
      stream.onAbort(wake);
      await stream.write(': connected\n\n');
      while (!closed && !stream.aborted) {
        for (const event of recent.filter(({ id }) => id > seen)) {
          await stream.writeSSE({ id: String(event.id), data: event.data });
          seen = event.id;
        }
        if (seen < lastId) continue;
        const quiet = await new Promise<boolean>((resolve) => {
          const settle = (timedOut: boolean): void => {
            cancel();
            readers.delete(woken);
            resolve(timedOut);
          };
          const woken = (): void => settle(false);
          const cancel = core.clock.after(KEEPALIVE, () => settle(true));
          readers.add(woken);
        });
        if (quiet) await stream.write(': still here\n\n');
      }
    }),
  );
  routes.post('/:act', async (context) => {
    const run = acts[context.req.param('act')];
    if (run === undefined) return context.json({ ok: false, error: 'This server knows no such act.' }, 404);
    // A foreign page can post a form without asking, but not JSON.
    if (!(context.req.header('content-type') ?? '').startsWith('application/json')) {
      return context.json({ ok: false, error: 'Send JSON.' }, 415);
    }
    try {
      const body: unknown = await context.req.json().catch(() => undefined);
      return context.json({ ok: true, ...(await run(core, body)) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return context.json({ ok: false, error: error.message });
    }
  });

  return {
    routes,
    botConnected: (connected) => tell({ type: 'bot-connected', connected }),
    close() {
      closed = true;
      wake();
    },
  };
};
