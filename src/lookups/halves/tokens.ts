import type { OktaApiToken, OktaUser } from '../../connectors/okta/index.js';
import type { ReportLine } from '../../model/lookup.js';
import type { Answer, Inquiry } from '../inquiry.js';
import { line } from '../wording/lines.js';
import { oktaStatusName } from '../wording/okta-status.js';
import { clipped, daysUntil, durationMs, inDays, moment } from '../wording/time.js';

/** Okta's console turns red below this. */
const redDays = 7;
/** Owners are read one by one. */
const mostOwners = 10;
/** The article for a lost token of Workspace ONE. */
export const catalogArticle = 'okta-apps-disappeared';

/** A token with all that was found out about it. */
export interface JudgedToken {
  readonly token: OktaApiToken;
  readonly owner: Answer<OktaUser | undefined> | undefined;
  readonly isOwn: boolean;
  readonly isWorkspaceOne: boolean;
  readonly isDead: boolean;
  /** Undefined when Okta does not say. */
  readonly days: number | undefined;
}

/** The owner of each token, as far as they could be read; `me` is known already. */
export async function readOwners(
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
export function ownTokenId(
  tokens: readonly OktaApiToken[],
  ownerId: string | undefined,
  name = '',
): string | undefined {
  if (ownerId === undefined) return undefined;
  const theirs = tokens.filter(({ userId }) => userId === ownerId);
  const named = theirs.filter((one) => one.name === name);
  const [own] = (named.length > 0 ? named : theirs).sort((a, b) =>
    (a.expiresAt ?? '') < (b.expiresAt ?? '') ? 1 : -1,
  );
  return own?.id;
}

/** Puts together what is known of one token. */
export function judge(
  { settings, now }: Inquiry,
  one: OktaApiToken,
  owners: ReadonlyMap<string, Answer<OktaUser | undefined>>,
  ownId: string | undefined,
): JudgedToken {
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

/** Whether somebody has to do something about it. */
export function isTroubled({ isDead, days }: JudgedToken): boolean {
  return isDead || (days !== undefined && days < redDays);
}

/** For sorting by days left. */
export function endOf({ token }: JudgedToken): number {
  return token.expiresAt ? Date.parse(token.expiresAt) : Number.MAX_SAFE_INTEGER;
}

/** One token on one line, kept as evidence. */
export function tokenLine(inquiry: Inquiry, judged: JudgedToken): ReportLine {
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
  return line(mark, name, parts.join('; '), mark === 'bad' && isWorkspaceOne ? catalogArticle : undefined);
}

/** Okta keeps no date of use: a token lives its window from its creation or last use. */
function lastUse({ expiresAt, tokenWindow, created }: OktaApiToken): string {
  const window = durationMs(tokenWindow);
  if (!expiresAt || window === undefined) return 'last use not told';
  const used = Date.parse(expiresAt) - window;
  const isNew = created != null && Math.abs(Date.parse(created) - used) < 60_000;
  return isNew ? `never used since ${moment(used)}` : `last used ${moment(used)}`;
}

function ownerText({ token: { userId }, owner }: JudgedToken): string {
  if (!userId) return 'owner not told';
  if (owner === undefined) return 'owner not read';
  if (!owner.isRead) return 'owner could not be read';
  if (owner.value === undefined) return 'owner no longer exists';
  const { profile, status } = owner.value;
  return `owner ${clipped(profile.login, 80)}, ${oktaStatusName(status)}`;
}
