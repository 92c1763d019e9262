import { oktaStatusName } from '../lookups/wording/okta-status.js';
import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { isDead, ownerStatus, tokenNamed, workspaceOneTokens } from './parts/workspace-one-token.js';
import { oktaApiTokens, oktaUser } from './sources/okta.js';

/** A token dies with its owner's account, however long it would have lasted. */
export const oktaTokenOwnerActive = {
  id: 'okta-token-owner-active',
  states: 'The account that owns the API token of Workspace ONE is active.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const tokens = await workspaceOneTokens(look);
    if (tokens.length === 0) {
      return unknown(
        `Okta shows no API token whose name begins with “${clipped(look.settings.token, 80)}”, so its owner is not known. Look under ${oktaApiTokens.where}.`,
      );
    }
    const owners = await Promise.all(tokens.map(async (token) => ({ token, owner: await ownerStatus(look, token) })));
    const dead = owners.find(({ owner }) => isDead(owner));
    if (dead !== undefined && owners.every(({ owner }) => isDead(owner))) {
      const how = dead.owner === 'GONE' ? 'no longer exists' : 'is deactivated';
      return fail(`The owner of the API token ${tokenNamed(dead.token)} ${how} in Okta, so the token is dead.`);
    }
    const odd = owners.find(({ owner }) => owner !== 'ACTIVE');
    if (odd === undefined)
      return pass(`The owner of the API token ${clipped(tokens.map(tokenNamed).join(', '), 200)} is active.`);
    const { owner } = odd;
    return unknown(
      `The owner of the API token ${tokenNamed(odd.token)} is ${owner === undefined ? 'not told' : owner === 'GONE' ? 'gone' : clipped(oktaStatusName(owner), 60)}: see whether Workspace ONE uses it. Look under ${oktaUser.where}.`,
    );
  },
} satisfies Check;
