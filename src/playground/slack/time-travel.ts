import type { PageJump } from '../page-protocol.js';
import type { Core } from './core.js';
import { memberOf } from './person.js';

/** The hand of the person at the page on the clock. */
export interface TimeTravel {
  /** How far the playground's time is ahead of this machine's, in milliseconds. */
  ahead(): number;
  /** Lets `ms` pass at once, for everything that goes by the clock, as soon as nothing is under way. */
  jump(ms: number): Promise<void>;
}

const hour = 3_600_000;

/** How far one can jump at once, and what that is called. */
const jumps: Readonly<Record<PageJump['by'], { readonly ms: number; readonly name: string }>> = {
  hour: { ms: hour, name: '1 hour' },
  day: { ms: 24 * hour, name: '1 day' },
  week: { ms: 7 * 24 * hour, name: '7 days' },
};

/**
 * The person jumps ahead; `moved` is told at once, and a grey line in the channel says so afterwards. Waits until the
 * app has acknowledged what is on its way to it: its three seconds must not pass in a moment. Rejects with `UserError`.
 */
export const jumpAhead = async (core: Core, travel: TimeTravel, wanted: PageJump, moved: () => void): Promise<void> => {
  const channel = memberOf(core, core.me.id, wanted.channel);
  await core.settled();
  const { ms, name } = jumps[wanted.by];
  await travel.jump(ms);
  moved();
  const now = core.clock.now();
  const day = new Date(now).toISOString().slice(0, 10);
  core.workspace.post({
    channel: channel.id,
    user: core.me.id,
    text: `jumped ahead ${name}: it is now <!date^${Math.floor(now / 1_000)}^{date_long}|${day}>`,
    subtype: 'note',
    ephemeralTo: core.me.id,
  });
};
