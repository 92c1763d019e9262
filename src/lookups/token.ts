import type { OktaApiToken, OktaUser } from '../connectors/okta/index.js';
import type { ReportLine } from '../model/lookup.js';
import type { Answer, Inquiry } from './inquiry.js';
import type { Lookup, LookupFindings } from './lookup.js';
import { line } from './wording/lines.js';
import { oktaStatusMeaning } from './wording/okta-status.js';
import { partSection, section } from './wording/sections.js';
import { clipped, counted, daysUntil, durationMs, inDays, moment } from './wording/time.js';

/** Okta's console turns red below this. */
const redDays = 7;
/** Owners are read one by one. */
const mostOwners = 10;
const mostShown = 25;
const catalog = 'okta-apps-disappeared';

/** Okta's API tokens by the days they have left, and what depends on them. */
export const token = {
  id: 'token',
  title: 'When the Okta API tokens expire, the one of Workspace ONE first of all',
  about: 'tenant',
  needs: { okta: ['okta.apiTokens.read', 'okta.users.read'] },
  run: runToken,
} satisfies Lookup;

/** A token with all that was found out about it. */
interface Judged {
  readonly token: OktaApiToken;
  readonly owner: Answer<OktaUser | undefined> | undefined;
  readonly isOwn: boolean;
  readonly isWorkspaceOne: boolean;
  readonly isDead: boolean;
  /** Undefined when Okta does not say. */
  readonly days: number | undefined;
}

async function runToken(inquiry: Inquiry): Promise<LookupFindings> {
  const { settings } = inquiry;
  const [tokens, me] = await Promise.all([
    inquiry.ask('okta', (okta) => okta.apiTokens()),
    inquiry.ask('okta', (okta) => okta.whoAmI()),
  ]);
  if (!tokens.isRead) {
    const { message } = tokens.problem;
    return { isFinding: false, summary: message, sections: [partSection('Okta API tokens', 'okta', message, [])] };
  }
  const { items, more } = tokens.value;
  const owners = await readOwners(inquiry, items, me);
  const ownId = me.isRead ? ownTokenId(items, me.value?.id, settings.ownToken) : undefined;
  const judged = items
    .map((one) => judge(inquiry, one, owners, ownId))
    .sort((a, b) => Number(b.isDead) - Number(a.isDead) || endOf(a) - endOf(b));
  const workspaceOne = judged.filter(({ isWorkspaceOne }) => isWorkspaceOne);
  const worst = workspaceOne[0] ?? undefined;
  const troubled = judged.filter((one) => !one.isOwn && isTroubled(one));
  const top = workspaceOne.find(isTroubled) ?? troubled[0];
  return {
    isFinding: worst === undefined || top !== undefined,
    summary: summaryOf(inquiry, worst, top, items.length),
    ...(worst === undefined || (top?.isWorkspaceOne ?? false) ? { articleId: catalog } : {}),
    sections: [
      section(
        'Okta API tokens',
        judged.slice(0, mostShown).map((one) => tokenLine(inquiry, one)),
        {
          system: 'okta',
          more: [
            ...(judged.length > mostShown || more ? ['There are more tokens: Security → API → Tokens.'] : []),
            'A limited admin role sees only some of the tokens, and Okta does not say so.',
          ].join(' '),
        },
      ),
      section('What depends on it', dependsOn(inquiry, worst)),
    ],
  };
}

function summaryOf(
  { settings, now }: Inquiry,
  worst: Judged | undefined,
  top: Judged | undefined,
  count: number,
): string {
  if (worst === undefined) {
    return `No Okta API token begins with “${clipped(settings.token, 80)}”: it has expired or was revoked, is called otherwise, or is hidden from the bot’s role. Without it the Okta apps vanish from the Workspace ONE catalog.`;
  }
  if (top !== undefined)
    return `${sentence(top, now())}${top.isWorkspaceOne ? ' Without it the Okta apps vanish from the Workspace ONE catalog.' : ''}`;
  return `${sentence(worst, now())} ${counted(count, 'token')} in all, none in danger.`;
}

function sentence({ token, isDead, days }: Judged, now: number): string {
  const name = `The Okta API token “${clipped(token.name, 80)}”`;
  if (isDead) return `${name} is dead: its owner is deactivated.`;
  if (days === undefined || !token.expiresAt) return `${name} has no expiry that Okta tells.`;
  const gone = Date.parse(token.expiresAt) < now ? 'expired' : 'expires';
  return `${name} ${gone} ${inDays(token.expiresAt, now)} (${moment(token.expiresAt)}) unless it is used before.`;
}

function dependsOn({ settings }: Inquiry, worst: Judged | undefined): ReportLine[] {
  const name = worst === undefined ? settings.token : worst.token.name;
  return [
    line(
      worst === undefined ? 'unknown' : 'note',
      clipped(name, 80),
      'Workspace ONE Access reads the user’s Okta apps with it. After 30 days without use it expires for good, and the Okta apps vanish from the catalog until a new token is entered in Access.',
      catalog,
    ),
  ];
}

async function readOwners(
  inquiry: Inquiry,
  tokens: readonly OktaApiToken[],
  me: Answer<OktaUser | undefined>,
): Promise<ReadonlyMap<string, Answer<OktaUser | undefined>>> {
  const known = me.isRead && me.value !== undefined ? me.value : undefined;
  const ids = [...new Set(tokens.flatMap(({ userId }) => userId ?? []))].filter((id) => id !== known?.id);
  const read = await Promise.all(
    ids.slice(0, mostOwners).map(async (id) => [id, await inquiry.ask('okta', (okta) => okta.getUser(id))] as const),
  );
  return new Map([...read, ...(known === undefined ? [] : [[known.id, { isRead: true, value: known }] as const])]);
}

/** Okta does not say which token a call is made with; every call renews it, so of its owner's the newest is it. */
function ownTokenId(tokens: readonly OktaApiToken[], ownerId: string | undefined, name = ''): string | undefined {
  if (ownerId === undefined) return undefined;
  const theirs = tokens.filter(({ userId }) => userId === ownerId);
  const named = theirs.filter((one) => one.name === name);
  const [own] = (named.length > 0 ? named : theirs).sort((a, b) =>
    (a.expiresAt ?? '') < (b.expiresAt ?? '') ? 1 : -1,
  );
  return own?.id;
}

function judge(
  { settings, now }: Inquiry,
  one: OktaApiToken,
  owners: ReadonlyMap<string, Answer<OktaUser | undefined>>,
  ownId: string | undefined,
): Judged {
  const owner = owners.get(one.userId ?? '');
  const isOwn = one.id === ownId;
  return {
    token: one,
    owner,
    isOwn,
    isWorkspaceOne: !isOwn && one.name.toLowerCase().startsWith(settings.token.toLowerCase()),
    isDead: owner?.isRead === true && (owner.value === undefined || owner.value.status === 'DEPROVISIONED'),
    days: one.expiresAt ? daysUntil(one.expiresAt, now()) : undefined,
  };
}

function isTroubled({ isDead, days }: Judged): boolean {
  return isDead || (days !== undefined && days < redDays);
}

function endOf({ token }: Judged): number {
  return token.expiresAt ? Date.parse(token.expiresAt) : Number.MAX_SAFE_INTEGER;
}

function tokenLine(inquiry: Inquiry, judged: Judged): ReportLine {
  const { token: one, isOwn, isWorkspaceOne, isDead } = judged;
  const name = clipped(one.name, 80);
  const ends = one.expiresAt
    ? `expires ${inDays(one.expiresAt, inquiry.now())} (${moment(one.expiresAt)})`
    : 'no expiry told';
  inquiry.found('okta', `Expiry of the API token “${name}”`, one.expiresAt ?? 'not told');
  const parts = [
    isDead ? 'dead: its owner is deactivated or gone' : ends,
    ...(isOwn ? ['renewed by this bot with every call'] : []),
    ...(isWorkspaceOne ? ['belongs to Workspace ONE'] : []),
    lastUse(one),
    ownerText(judged),
    ...(one.network?.connection === 'ZONE' ? ['only from certain networks'] : []),
  ];
  const mark = isTroubled(judged) && !isOwn ? 'bad' : one.expiresAt ? 'good' : 'unknown';
  return line(mark, name, parts.join('; '), mark === 'bad' && isWorkspaceOne ? catalog : undefined);
}

/** Okta keeps no date of use: a token lives its window from its creation or last use. */
function lastUse({ expiresAt, tokenWindow, created }: OktaApiToken): string {
  const window = durationMs(tokenWindow);
  if (!expiresAt || window === undefined) return 'last use not told';
  const used = Date.parse(expiresAt) - window;
  const isNew = created != null && Math.abs(Date.parse(created) - used) < 60_000;
  return isNew ? `never used since ${moment(used)}` : `last used ${moment(used)}`;
}

function ownerText({ token: { userId }, owner }: Judged): string {
  if (!userId) return 'owner not told';
  if (owner === undefined) return 'owner not read';
  if (!owner.isRead) return 'owner could not be read';
  if (owner.value === undefined) return 'owner no longer exists';
  const { profile, status } = owner.value;
  return `owner ${clipped(profile.login, 80)}, ${oktaStatusMeaning(status).name}`;
}
