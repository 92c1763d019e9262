import { UserError } from '../../model/errors.js';
import type { PageScenario } from '../page-protocol.js';
import type { Core } from './core.js';
import { escapeText } from './escape.js';
import { memberOf } from './person.js';

/** Situations of the systems behind the app, which the person at the page can choose from. */
export interface Scenarios {
  readonly list: readonly PageScenario[];
  /** The id of the one that is on. */
  current(): string;
  /** Puts another one on. Only called with an id of `list`. */
  choose(id: string): void;
}

/** The person puts a scenario on; a grey line in the channel says so. Throws `UserError` for what is not on offer. */
export const chooseScenario = (core: Core, chosen: { readonly scenario: string; readonly channel: string }): void => {
  const channel = memberOf(core, core.me.id, chosen.channel);
  const scenario = core.scenarios?.list.find(({ id }) => id === chosen.scenario);
  if (core.scenarios === undefined || scenario === undefined) {
    throw new UserError('bad-input', 'There is no such scenario. Reload the page and choose one from the list.');
  }
  core.scenarios.choose(scenario.id);
  core.workspace.post({
    channel: channel.id,
    user: core.me.id,
    text: `switched to the scenario *${escapeText(scenario.title)}*`,
    subtype: 'note',
    // Nobody but the person at the page sees it, the app least of all.
    ephemeralTo: core.me.id,
  });
};
