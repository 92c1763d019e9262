import type { Product } from '../../model/system.js';
import type { Finding } from '../finding.js';
import { countBeyond, type Presence, present } from '../parts/crowd.js';
import { type FailingText, type FailingTexts, failingTextsSchema, keyOf } from '../parts/failing-texts.js';
import { asLine, clock, somePeople } from '../parts/lines.js';
import { remember } from '../parts/spikes.js';
import { eventRule, type RuleContext } from '../rule.js';

const minute = 60_000;

/** How to find what fails, where the failing text belongs to no article. */
const searchArticle = 'sign-in-leg-failing';

/**
 * Many people fail to sign in with the same text, more than is usual. For each text the rule counts different people in
 * the last quarter of an hour, so that one person who tries a hundred times is one. Usual is the larger of two numbers:
 *
 * - what the text has had in a quarter of an hour, on average of the last seven days, so that a few devices that fail
 *   all day do not alarm at night, when hardly anybody else signs in;
 * - the share of all who tried that failed so in those days, of those who try now: on a busy Monday ten times as many
 *   mistype their password and ten times as many get in, which is no news; in an outage hardly anybody gets in.
 *
 * It fires at `spikeTimes` the usual, and `spikePeople` at least: all that a text needs that was never there. Of small
 * numbers three times the usual is often chance, so it must also be six standard deviations more (of counts, the root
 * of what is usual). Until people have signed in over twelve hours nobody knows what is usual: then it takes a quarter of
 * all who try, so that a start in the middle of an outage tells of it and one on a Monday morning does not.
 *
 * It is over when the window holds less than half of what it took to fire, since at the same number
 * it would come and go; and, after a day at the earliest, when a failure that stays has become the usual. Devices that are
 * not trusted have a rule of their own.
 *
 * A text that belongs to no article leads to the one on how to find the part of the sign-in that fails.
 */
export const signInFailuresSpike = eventRule<FailingTexts>({
  kind: 'events',
  id: 'sign-in-failures-spike',
  title: 'Many people fail to sign in with the same error',
  articles: [
    'username-mismatch',
    'no-access-to-service',
    'idp-not-found',
    'federation-artifact-not-found',
    searchArticle,
  ],
  systems: ['okta', 'access'],
  memory: failingTextsSchema,
  empty: { windowMs: 0, tried: [], texts: [] },
  remember,
  findings,
});

function findings({ texts }: FailingTexts, { articleFor, thresholds }: RuleContext): Finding[] {
  return texts.flatMap((one) => {
    const { alarm, system, text } = one;
    if (alarm === undefined) return [];
    const failed = present(alarm.failed);
    const articleId = one.articleId ?? articleFor(text) ?? searchArticle;
    const title = asLine(titleOf(one, alarm, failed, thresholds.spikeWindowMs));
    return failed.people.map(({ id, at, login }) => ({
      group: keyOf(one),
      key: String(id),
      severity: alarm.isWidespread ? 'critical' : 'warning',
      title,
      text: asLine(`${login ?? nobodysName[system]}, ${clock(at)}`),
      at,
      rank: alarm.isWidespread ? 1 : 0,
      gathers: true,
      outOf: countBeyond(failed),
      systems: [system],
      articleId,
      person: login,
    }));
  });
}

const nobodysName: Readonly<Record<Product, string>> = {
  okta: 'Somebody whom Okta does not know by the name typed',
  access: 'Somebody whom Workspace ONE Access did not recognise',
  uem: 'Somebody',
};
const where: Readonly<Record<Product, string>> = {
  okta: 'to Okta',
  access: 'through Workspace ONE Access',
  uem: 'to Workspace ONE UEM',
};

function titleOf(
  { system, text }: FailingText,
  { usual, isWidespread }: NonNullable<FailingText['alarm']>,
  failed: Presence,
  windowMs: number,
): string {
  const who = somePeople(failed.count, countBeyond(failed));
  const begin = who.charAt(0).toUpperCase() + who.slice(1);
  if (isWidespread) return `Most who try cannot sign in ${where[system]}: ${who} failed with “${text}”.`;
  const compared =
    usual === undefined
      ? ''
      : usual < 1
        ? ' Usually hardly anybody does.'
        : ` Usually about ${Math.round(usual)} do in ${windowMs / minute} minutes.`;
  return `${begin} failed to sign in ${where[system]} with “${text}”.${compared}`;
}
