import { UserError } from '../../model/errors.js';
import type { PageScenario } from '../page-protocol.js';
import type { Core } from './core.js';
import { escapeText } from './escape.js';
import { memberOf, say } from './person.js';

/** Something that somebody says in a scenario. */
export interface Said {
  /** The e-mail address of a person of the workspace. */
  readonly by: string;
  /** The channel's name, without `#`. */
  readonly channel: string;
  /** As typed. */
  readonly text: string;
  /** Milliseconds after the scenario is put on. */
  readonly after: number;
}

/** Situations of the systems behind the app, which the person at the page can choose from. */
export interface Scenarios {
  readonly list: readonly (PageScenario & { readonly chatter?: readonly Said[] })[];
  /** The id of the one that is on. */
  current(): string;
  /** Puts another one on, or the same afresh. Only called with an id of `list`. */
  choose(id: string): void;
}

const waiting = new WeakMap<Core, readonly (() => void)[]>();

/** People talk, each at their time; what the scenario before had left to say is never said. */
const letTalk = (core: Core, chatter: readonly Said[]): void => {
  for (const takeBack of waiting.get(core) ?? []) takeBack();
  const talk = chatter.map(({ by, channel, text, after }) => {
    const user = core.workspace.users().find(({ email }) => email === by);
    const place = core.workspace.channelByName(channel);
    if (user === undefined || place === undefined || !place.members.has(user.id)) {
      throw new UserError('bad-data', `The scenario lets ${by} talk in #${channel}, where nobody of that address is.`);
    }
    return { user: user.id, channel: place.id, text, after };
  });
  const timers = talk.map(({ user, after, ...said }) => core.clock.after(after, () => say(core, user, said)));
  waiting.set(core, timers);
};

/**
 * The person puts a scenario on; a grey line in the channel says so, and then its people talk. Throws `UserError` for
 * what is not on offer.
 */
export const chooseScenario = (core: Core, chosen: { readonly scenario: string; readonly channel: string }): void => {
  const channel = memberOf(core, core.me.id, chosen.channel);
  const scenario = core.scenarios?.list.find(({ id }) => id === chosen.scenario);
  if (core.scenarios === undefined || scenario === undefined) {
    throw new UserError('bad-input', 'There is no such scenario. Reload the page and choose one from the list.');
  }
  const isSame = core.scenarios.current() === scenario.id;
  core.scenarios.choose(scenario.id);
  const title = `*${escapeText(scenario.title)}*`;
  core.workspace.post({
    channel: channel.id,
    user: core.me.id,
    text: isSame ? `started the scenario ${title} afresh` : `switched to the scenario ${title}`,
    subtype: 'note',
    // Nobody but the person at the page sees it, the app least of all.
    ephemeralTo: core.me.id,
  });
  letTalk(core, scenario.chatter ?? []);
};
