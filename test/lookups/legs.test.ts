import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/lookups/events/happening.js';
import { legsOf } from '../../src/lookups/halves/legs.js';

const minute = 60_000;
let count = 0;

function happening(at: number, leg: NonNullable<Happening['leg']>, more: Partial<Happening> = {}): Happening {
  count += 1;
  const text = `${leg} at ${at}`;
  return {
    id: String(count),
    at,
    system: 'access',
    text,
    said: text,
    failed: false,
    kind: leg,
    names: 'person',
    leg,
    ...more,
  };
}
const request = (at: number) => happening(at, 'application-source', { names: 'nobody' });
const statesOf = (legs: ReturnType<typeof legsOf>) => legs?.map(({ leg, state }) => `${leg} ${state}`);

describe('the last sign-in through Workspace ONE, leg by leg', () => {
  it('stopped where Okta did not find the user', () => {
    const legs = legsOf({
      nameless: [request(0)],
      access: [happening(1_000, 'authentication')],
      okta: [happening(2_000, 'user-match', { system: 'okta', failed: true, text: 'Unable to match' })],
    });

    expect(statesOf(legs)).toEqual([
      'request passed',
      'application-source passed',
      'identity-provider passed',
      'authentication passed',
      'assertion passed',
      'user-match failed',
    ]);
    expect(legs?.at(-1)?.text).toBe('Unable to match');
  });

  it('stopped at Access, where the person was not authenticated', () => {
    const legs = legsOf({
      nameless: [request(0)],
      access: [happening(1_000, 'authentication', { failed: true })],
      okta: [],
    });

    expect(statesOf(legs)?.slice(3)).toEqual(['authentication failed', 'assertion unseen', 'user-match unseen']);
  });

  it('stopped on the way back, when Access signed the person in and Okta heard nothing', () => {
    const signedIn = { nameless: [request(0)], access: [happening(1_000, 'authentication')] };

    expect(statesOf(legsOf({ ...signedIn, okta: [] }))).toContain('assertion failed');
    // What could not be read shows nothing.
    expect(statesOf(legsOf({ ...signedIn, okta: undefined }))).toContain('assertion unseen');
  });

  it('stopped where the first leg failed: what Okta then says of it is no leg further', () => {
    const legs = legsOf({
      nameless: [request(0)],
      access: [happening(1_000, 'authentication', { failed: true, text: 'Kerberos NEGOTIATE failed' })],
      okta: [happening(2_000, 'user-match', { system: 'okta', failed: true, text: 'User Denied/Rejected' })],
    });

    expect(statesOf(legs)?.slice(3)).toEqual(['authentication failed', 'assertion unseen', 'user-match unseen']);
    expect(legs?.[3]?.text).toBe('Kerberos NEGOTIATE failed');
  });

  it('is the last one: an earlier failure does not count', () => {
    const legs = legsOf({
      nameless: [request(0), request(60 * minute)],
      access: [happening(1_000, 'authentication', { failed: true }), happening(60 * minute + 1_000, 'authentication')],
      okta: [happening(60 * minute + 2_000, 'user-match', { system: 'okta' })],
    });

    expect(legs).toBeUndefined();
  });

  it.each([
    ['nothing was seen', { nameless: [], access: [], okta: [] }],
    [
      'no request came before it: it did not begin at Okta',
      { nameless: [], access: [happening(0, 'authentication', { failed: true })], okta: [] },
    ],
    [
      'the only request belongs to somebody an hour earlier',
      { nameless: [request(0)], access: [happening(60 * minute, 'authentication', { failed: true })], okta: [] },
    ],
  ])('says nothing when %s', (_what, events) => {
    expect(legsOf(events)).toBeUndefined();
  });
});
