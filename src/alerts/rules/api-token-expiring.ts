import type { OktaApiToken, OktaUser } from '../../connectors/okta/index.js';
import { catalogArticle, ownTokenId } from '../../lookups/halves/tokens.js';
import { oktaStatusName } from '../../lookups/wording/okta-status.js';
import { clipped, dayMs, durationMs } from '../../lookups/wording/time.js';
import type { Finding } from '../finding.js';
import { missingToken } from '../inhibitions.js';
import { type Rung, rungOf, topRank } from '../parts/ladder.js';
import { asLine } from '../parts/lines.js';
import { isNamed } from '../parts/named.js';
import type { Answer, Ask, RuleContext, StateRule, StateRuleContext } from '../rule.js';

/** Owners are read one by one; those of other tokens only when they are in danger. */
const mostOwners = 4;

/**
 * An Okta API token ends: 30 days after its last use, or with its owner's account. Told at each rung of the ladder; a
 * token that is used climbs down by itself. The bot's own is left out, since every call renews it. A rung that is no
 * shorter than the token's whole life says nothing and is left out. Only the token of Workspace ONE can be critical:
 * without it the Okta apps vanish from the catalog.
 *
 * When Okta lists no token of Workspace ONE's name, it has expired or was revoked, or the bot's role hides it, or it is
 * called otherwise: Okta does not say which, so neither does the alert, unless it was listed a moment ago.
 */
export const apiTokenExpiring: StateRule = {
  kind: 'state',
  id: 'api-token-expiring',
  title: 'An Okta API token expires, that of Workspace ONE first of all',
  articles: [catalogArticle],
  systems: ['okta'],
  everyMs: 15 * 60_000,
  read: async (ask, context) => {
    const tokens = await ask('okta', (okta) => okta.apiTokens());
    if (!tokens.isRead) return [];
    const { items } = tokens.value;
    const me = await ask('okta', (okta) => okta.whoAmI());
    const ownId = me.isRead ? ownTokenId(items, me.value?.id) : undefined;
    const judged = items.filter(({ id }) => id !== ownId).map((token) => judge(token, context));
    const owners = await readOwners(ask, judged, me.isRead ? me.value : undefined);
    const found = judged.flatMap((one) => findingOf(one, owners.get(one.token.userId ?? ''), context) ?? []);
    return judged.some(({ isWorkspaceOne }) => isWorkspaceOne) ? found : [...found, missing(context)];
  },
};

interface Judged {
  readonly token: OktaApiToken;
  readonly isWorkspaceOne: boolean;
  readonly rung: Rung | undefined;
}

function judge(token: OktaApiToken, { names, now, thresholds }: RuleContext): Judged {
  const ends = Date.parse(token.expiresAt ?? '');
  const life = durationMs(token.tokenWindow) ?? Number.POSITIVE_INFINITY;
  const days = thresholds.tokenDays.filter((day) => day * dayMs < life);
  const rung = Number.isNaN(ends) ? undefined : rungOf(ends, days, now);
  return { token, isWorkspaceOne: isNamed(token.name, names.token), rung };
}

type Owner = Answer<OktaUser | undefined>;

async function readOwners(ask: Ask, judged: readonly Judged[], me: OktaUser | undefined) {
  const owners = new Map<string, Owner>(me === undefined ? [] : [[me.id, { isRead: true, value: me }]]);
  const wanted = judged
    .filter(({ isWorkspaceOne, rung }) => isWorkspaceOne || rung !== undefined)
    .sort((a, b) => Number(b.isWorkspaceOne) - Number(a.isWorkspaceOne));
  const ids = [...new Set(wanted.flatMap(({ token }) => token.userId ?? []))].filter((id) => !owners.has(id));
  for (const id of ids.slice(0, mostOwners)) owners.set(id, await ask('okta', (okta) => okta.getUser(id)));
  return owners;
}

const gone = new Set(['DEPROVISIONED', 'SUSPENDED']);

function findingOf(judged: Judged, owner: Owner | undefined, context: RuleContext): Finding | undefined {
  const { token, isWorkspaceOne, rung } = judged;
  const user = owner?.isRead ? owner.value : undefined;
  const isDead = owner?.isRead === true && (user === undefined || gone.has(user.status));
  if (rung === undefined && !isDead) return undefined;
  const name = `The Okta API token “${clipped(token.name, 80)}”`;
  const state = user === undefined ? 'no longer exists' : `is ${oktaStatusName(user.status)}`;
  const says = isDead ? `no longer works: its owner ${state}` : lasts(rung, context.now, token);
  const login = user === undefined ? '' : `, owned by ${clipped(user.profile.login, 100)}`;
  return {
    group: token.id,
    key: token.id,
    severity: isWorkspaceOne ? (isDead ? 'critical' : (rung?.severity ?? 'warning')) : 'warning',
    title: asLine(`${name} ${says}.${isWorkspaceOne ? ` ${consequence}` : ''}`),
    text: asLine(`“${clipped(token.name, 80)}”${login}: ${says}`),
    at: context.now,
    rank: isDead ? topRank(context.thresholds.tokenDays) : (rung?.rank ?? 0),
    gathers: false,
    systems: ['okta'],
    ...(isWorkspaceOne ? { articleId: catalogArticle } : {}),
  };
}

const consequence = 'Without it the Okta apps vanish from the Workspace ONE catalog.';

function lasts(rung: Rung | undefined, now: number, { expiresAt }: OktaApiToken): string {
  const isOver = Date.parse(expiresAt ?? '') <= now;
  return `${rung?.says ?? ''}${isOver ? '' : ', unless it is used before'}`;
}

/** Okta does not list what has expired or was revoked. Where an alert was about that very token, it goes on. */
function missing({ names, now, thresholds, open }: StateRuleContext): Finding {
  const known = open.find(({ group, articleId }) => group !== missingToken && articleId === catalogArticle);
  const name = clipped(names.token, 80);
  const title =
    known === undefined
      ? `Okta lists no API token whose name begins with “${name}”: it has expired or was revoked, is called otherwise (OKTA_WS1_TOKEN), or is hidden from the bot’s role. ${consequence}`
      : `The Okta API token “${name}” has expired or was revoked: Okta no longer lists it. ${consequence} Create a new one and enter it in Workspace ONE Access.`;
  const line = asLine(title);
  return {
    group: known?.group ?? missingToken,
    key: known?.group ?? missingToken,
    severity: known === undefined ? 'warning' : 'critical',
    title: line,
    text: line,
    at: now,
    rank: topRank(thresholds.tokenDays),
    gathers: false,
    systems: ['okta'],
    articleId: catalogArticle,
  };
}
