import { describe, expect, it } from 'vitest';
import { json, linkOf, query, useTenants } from './tenants.js';

interface Event {
  readonly published: string;
  readonly eventType: string;
  readonly outcome: { readonly result: string; readonly reason: string | null };
  readonly transaction: { readonly id: string };
}

const { clock, okta, tenants } = useTenants({ scenario: 'user-name-mismatch' });
const day = 86_400_000;
const ago = (ms: number): string => new Date(clock.now() - ms).toISOString();
const week = { since: ago(7 * day), until: ago(0) };
const events = (parameters: Record<string, string | number>): Promise<readonly Event[]> =>
  json(okta(query('/logs', parameters)));

describe('the System Log', () => {
  it('names the cause of a roll-up in another event of the same transaction', async () => {
    const [rolledUp] = await events({
      ...week,
      filter: 'outcome.reason eq "GENERAL_NONSUCCESS" and actor.alternateId eq "jdoe"',
      sortOrder: 'DESCENDING',
    });
    const siblings = await events({ ...week, filter: `transaction.id eq "${rolledUp?.transaction.id}"` });

    expect(siblings.map(({ eventType, outcome }) => [eventType, outcome.reason])).toEqual([
      ['user.authentication.auth_via_IDP', 'Unable to match transformed username'],
      ['user.session.start', 'GENERAL_NONSUCCESS'],
    ]);
  });

  it('finds failures and denials of a user by actor and target at once', async () => {
    const erik = await json<{ id: string }>(okta('/users/erik@acme.example'));

    const found = await events({
      ...week,
      filter: `(actor.id eq "${erik.id}" or target.id eq "${erik.id}") and (outcome.result eq "FAILURE" or outcome.result eq "DENY")`,
    });

    expect(found.map(({ eventType }) => eventType)).toEqual([
      'user.session.start',
      'user.session.start',
      'user.account.lock',
    ]);
  });

  it.each([
    ['published gt "2026-01-01"', 'E0000053'],
    ['actor.Id eq "x"', 'E0000053'],
    ['actor.id eq', 'E0000053'],
    ['actor.id eq x', 'E0000053'],
    ['debugContext.debugData.requestUri co "/sso"', 'E0000031'],
  ])('answers the filter %s with 400 and %s', async (filter, errorCode) => {
    const response = await okta(query('/logs', { ...week, filter }));

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errorCode, errorLink: errorCode, errorCauses: [{}] });
  });

  it('answers a start of more than 180 days ago with 400', async () => {
    const response = await okta(query('/logs', { since: ago(181 * day), until: ago(0) }));

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errorCode: 'E0000053' });
  });

  it('ends when bounded: the last page has no next link', async () => {
    const seen: Event[] = [];
    let next: string | undefined = query('/logs', { ...week, limit: 20 });
    let pages = 0;
    while (next !== undefined) {
      const response = await okta(next);
      seen.push(...(await json<Event[]>(response)));
      next = linkOf(response, 'next')?.replace(`${tenants().okta.url}/api/v1`, '');
      pages += 1;
      expect(linkOf(response, 'self')).toContain('/api/v1/logs?');
    }

    expect(pages).toBeGreaterThan(2);
    expect(seen).toEqual(await events({ ...week, limit: 1_000 }));
    expect(seen.map(({ published }) => published)).toEqual(seen.map(({ published }) => published).sort());
  });

  it('never ends when polled: an empty page has a next link that leaves since out', async () => {
    const response = await okta(query('/logs', { since: ago(1_000) }));

    expect(await response.json()).toEqual([]);
    expect(linkOf(response, 'next')).not.toContain('since=');
    const again = await okta(linkOf(response, 'next')?.replace(`${tenants().okta.url}/api/v1`, '') ?? '');
    expect(await again.json()).toEqual([]);
    expect(linkOf(again, 'next')).toBeDefined();
  });

  it('goes back seven days when nothing is said, and ninety at most', async () => {
    tenants().change(({ okta: { logs } }) => {
      const [one] = logs;
      if (one !== undefined)
        for (const days of [8, 91]) logs.push({ ...one, uuid: `${days}`, published: ago(days * day) });
    });

    const usual = await events({ until: ago(0), limit: 1_000 });
    const all = await events({ until: ago(0), since: ago(100 * day), limit: 1_000 });

    expect(usual.some(({ published }) => published < ago(7 * day))).toBe(false);
    expect(all.some(({ published }) => published === ago(8 * day))).toBe(true);
    expect(all.some(({ published }) => published === ago(91 * day))).toBe(false);
  });

  it('finds keywords in any case', async () => {
    const found = await events({ ...week, q: 'general_NONSUCCESS jdoe', limit: 1_000 });

    expect(found).toHaveLength(2);
  });
});
