import type { ReportLine } from '../model/lookup.js';
import {
  catalogArticle,
  endOf,
  isTroubled,
  type JudgedToken,
  judge,
  ownTokenId,
  readOwners,
  tokenLine,
} from './halves/tokens.js';
import type { Inquiry } from './inquiry.js';
import type { Lookup, LookupFindings } from './lookup.js';
import { line } from './wording/lines.js';
import { partSection, section } from './wording/sections.js';
import { clipped, counted, inDays, moment } from './wording/time.js';

const mostShown = 25;

/** Okta's API tokens by the days they have left, and what depends on them. */
export const token = {
  id: 'token',
  title: 'When the Okta API tokens expire, the one of Workspace ONE first of all',
  needs: { okta: ['okta.apiTokens.read', 'okta.users.read'] },
  run: runToken,
} satisfies Lookup;

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
    ...(worst === undefined || (top?.isWorkspaceOne ?? false) ? { articleId: catalogArticle } : {}),
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
  worst: JudgedToken | undefined,
  top: JudgedToken | undefined,
  count: number,
): string {
  if (worst === undefined) {
    return `No Okta API token begins with “${clipped(settings.token, 80)}”: it has expired or was revoked, is called otherwise, or is hidden from the bot’s role. Without it the Okta apps vanish from the Workspace ONE catalog.`;
  }
  if (top !== undefined)
    return `${sentence(top, now())}${top.isWorkspaceOne ? ' Without it the Okta apps vanish from the Workspace ONE catalog.' : ''}`;
  return `${sentence(worst, now())} ${counted(count, 'token')} in all, none in danger.`;
}

function sentence({ token, isDead, days }: JudgedToken, now: number): string {
  const name = `The Okta API token “${clipped(token.name, 80)}”`;
  if (isDead) return `${name} is dead: its owner is deactivated.`;
  if (days === undefined || !token.expiresAt) return `${name} has no expiry that Okta tells.`;
  const gone = Date.parse(token.expiresAt) < now ? 'expired' : 'expires';
  return `${name} ${gone} ${inDays(token.expiresAt, now)} (${moment(token.expiresAt)}) unless it is used before.`;
}

function dependsOn({ settings }: Inquiry, worst: JudgedToken | undefined): ReportLine[] {
  const name = worst === undefined ? settings.token : worst.token.name;
  return [
    line(
      worst === undefined ? 'unknown' : 'note',
      clipped(name, 80),
      'Workspace ONE Access reads the user’s Okta apps with it. After 30 days without use it expires for good, and the Okta apps vanish from the catalog until a new token is entered in Access.',
      catalogArticle,
    ),
  ];
}
