import type { OktaApiToken } from '../connectors/okta/index.js';
import { catalogArticle } from '../lookups/halves/tokens.js';
import { clipped, moment } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown, type Verdict } from './check.js';
import type { Look } from './look.js';
import { ends, failAt, lasts } from './parts/days-left.js';
import {
  isDead,
  isWorkspaceOneToken,
  ownerStatus,
  tokenNamed,
  workspaceOneTokens,
} from './parts/workspace-one-token.js';
import { oktaApiTokens } from './sources/okta.js';
import { oktaRevokedTokens } from './sources/okta-log.js';

/** Okta's console turns red below this. */
const days = 7;
/** As far back as Okta keeps events. */
const keptHours = 90 * 24;

/** Workspace ONE Access reads people's Okta apps with it. Okta lists active tokens only, and a limited role sees few. */
export const oktaTokenValid = {
  id: 'okta-token-valid',
  states: `The Okta API token of Workspace ONE is active and has ${days} days left or more.`,
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const tokens = await workspaceOneTokens(look);
    if (tokens.length === 0) return notListed(look);
    const verdicts = await Promise.all(tokens.map((token) => judge(look, token)));
    const [first] = verdicts;
    if (first !== undefined && verdicts.every(({ outcome }) => outcome === first.outcome)) return first;
    const worst = verdicts.find(({ outcome }) => outcome === 'fail') ?? first;
    return unknown(
      `${worst?.said ?? ''} Another token begins with the same name: see under ${oktaApiTokens.where} which one Workspace ONE uses, and set OKTA_WS1_TOKEN.`,
    );
  },
} satisfies Check;

async function judge(look: Look, token: OktaApiToken): Promise<Verdict> {
  const { expiresAt } = token;
  const name = `The API token ${tokenNamed(token)}`;
  if (expiresAt) look.saw(oktaApiTokens, `End of the token ${tokenNamed(token)}`, moment(expiresAt));
  const owner = await ownerStatus(look, token);
  if (isDead(owner)) return fail(`${name} is dead: its owner is deactivated or gone.`, catalogArticle);
  if (!expiresAt) return unknown(`Okta did not tell when ${name} expires. Look under ${oktaApiTokens.where}.`);
  const said = `${name} ${ends(expiresAt, look.now)}`;
  if (!lasts(expiresAt, days, look.now))
    return failAt(
      `${said} unless it is used before: open the Workspace ONE catalog.`,
      expiresAt,
      look.now,
      catalogArticle,
    );
  if (owner !== 'ACTIVE')
    return unknown(`${said}, but whether its owner is active was not told. Look under ${oktaApiTokens.where}.`);
  return pass(`${said}, and its owner is active.`);
}

/** A token that is not listed is gone, called otherwise or hidden from the bot's role: only the log can tell. */
async function notListed(look: Look): Promise<Verdict> {
  const { items } = await look.at(oktaRevokedTokens, keptHours);
  const revoked = items.find(
    ({ outcome, target }) =>
      outcome?.result === 'SUCCESS' && target?.some(({ displayName }) => isWorkspaceOneToken(look, displayName ?? '')),
  );
  const name = clipped(look.settings.token, 80);
  if (revoked === undefined) {
    return unknown(
      `Okta shows no API token whose name begins with “${name}”: it has expired, is called otherwise (OKTA_WS1_TOKEN), or is hidden from the bot’s role. Look under ${oktaApiTokens.where}.`,
    );
  }
  look.saw(oktaRevokedTokens, `API token “${name}” revoked`, moment(revoked.published));
  return fail(
    `The API token “${name}” was revoked on ${moment(revoked.published)} and is not listed any more.`,
    catalogArticle,
  );
}
