import { describe, expect, it } from 'vitest';
import { certificateOf } from '../../src/lookups/halves/certificates.js';
import { hiddenLogin, knownNames } from '../../src/lookups/person/known-names.js';
import { sentName } from '../../src/lookups/person/matching.js';
import { readName } from '../../src/lookups/person/name.js';
import { durationMs, inDays } from '../../src/lookups/wording/time.js';
import { partOf, readNames, unreadSentences } from '../../src/lookups/wording/unread.js';
import type { Product } from '../../src/model/system.js';
import type { TenantErrorCode } from '../../src/model/tenant-error.js';

describe('a person’s name', () => {
  it.each([
    ['ann@acme.example', 'ann@acme.example'],
    ['  ann@acme.example ', 'ann@acme.example'],
    ['<mailto:ann@acme.example|ann@acme.example>', 'ann@acme.example'],
    ['<mailto:ann@acme.example>', 'ann@acme.example'],
    ['“ann”', 'ann'],
    ['ACME\\ann', 'ann'],
    ['acme.example\\ann', 'ann'],
    ['o’neill@acme.example', 'o’neill@acme.example'],
  ])('is read from %s', (typed, text) => {
    expect(readName(typed)).toMatchObject({ text, isOktaId: false, short: text.split('@')[0] });
  });

  it('is an id where it has the form of Okta’s', () => {
    expect(readName('00uabcdefghijABCDEFG')).toMatchObject({ isOktaId: true, short: undefined, email: undefined });
    expect(readName('00ushort')).toMatchObject({ isOktaId: false, short: '00ushort' });
  });

  it('in 5 kB of anything takes no time to be refused', () => {
    for (const filler of ['<', '<mailto:', '|', '\\', '"', '@', 'a@']) {
      expect(() => readName(filler.repeat(5_000))).toThrow(/at most 256|one word|Whom/);
    }
  });
});

describe('the names of a person', () => {
  const names = knownNames(readName('jdoe@acme.example'), undefined);

  it('are shown, and nothing else that was typed as a login', () => {
    expect(names.show('JDoe@acme.example')).toBe('JDoe@acme.example');
    expect(names.show('jdoe')).toBe('jdoe');
    expect(names.show('hunter2')).toBe(hiddenLogin);
    expect(names.show(null)).toBe(hiddenLogin);
  });

  it('are found in a text as whole words only', () => {
    expect(names.areIn('no user (nameId: jdoe@acme.example)')).toBe(true);
    expect(names.areIn('user jdoe.')).toBe(true);
    expect(names.areIn('user jdoe2 or xjdoe')).toBe(false);
  });
});

describe('what Access sends', () => {
  const user = { userName: 'jdoe', userPrincipalName: 'jdoe@acme.example', emails: ['jane@acme.example'] } as never;

  it.each([
    ['userName', 'jdoe'],
    ['userPrincipalName', 'jdoe@acme.example'],
    ['email', 'jane@acme.example'],
    ['emails', 'jane@acme.example'],
    ['employeeNumber', undefined],
  ])('as user.%s is %s', (attribute, value) => {
    expect(sentName(`$${`{user.${attribute}}`}`, user)?.value).toBe(value);
  });
});

describe('what could not be read', () => {
  const read = { isRead: true, value: undefined } as const;
  const not = (system: Product, code: TenantErrorCode, until?: string) => ({
    isRead: false as const,
    problem: { system, code, message: 'set OKTA_API_TOKEN', ...(until === undefined ? {} : { until }) },
  });

  it('is told for each reason of a system by itself, with what can be done about it', () => {
    const parts = [
      ...partOf('okta', 'account', read),
      ...partOf('okta', 'log of sign-ins', not('okta', 'rate-limited', '2026-11-24T09:00:45.000Z')),
      ...partOf('okta', 'factors', not('okta', 'forbidden')),
      ...partOf('okta', 'blocks', not('okta', 'forbidden')),
      ...partOf('access', 'accounts', read),
      ...partOf('uem', 'device profiles', undefined),
    ];

    expect(unreadSentences(parts)).toEqual([
      'Okta has had too many requests for now, so its log of sign-ins could not be read: ask again after 2026-11-24 09:00:45 UTC.',
      'Okta does not let the bot read its factors and blocks: tell whoever runs the bot.',
    ]);
    expect(readNames(parts)).toEqual(['the rest of Okta', 'Workspace ONE Access']);
  });

  it('is a whole half when nothing of it could be read, and then told once', () => {
    const parts = [
      ...partOf('access', 'accounts', not('access', 'timed-out')),
      ...partOf('access', 'audit events', not('access', 'unexpected-answer')),
      ...partOf('uem', 'accounts and devices', not('uem', 'unauthorised')),
    ];

    expect(unreadSentences(parts)).toEqual([
      'Workspace ONE Access did not answer in time, so its half could not be read: try again in a minute.',
      'Workspace ONE UEM does not accept the bot’s credential, so its half could not be read: tell whoever runs the bot.',
    ]);
    expect(readNames(parts)).toEqual([]);
  });

  it('is no fault where the installation or the edition does not have it', () => {
    const parts = [
      ...partOf('okta', 'account', read),
      ...partOf('okta', 'blocks', not('okta', 'not-found')),
      ...partOf('uem', 'accounts and devices', not('uem', 'not-configured')),
    ];

    expect(unreadSentences(parts)).toEqual([]);
    expect(readNames(parts)).toEqual(['Okta']);
  });
});

describe('times in words', () => {
  const now = Date.UTC(2026, 10, 24, 9);

  it.each([
    ['2026-11-27T09:00:00Z', 'in 3 days'],
    ['2026-11-25T09:00:00Z', 'in 1 day'],
    ['2026-11-24T20:00:00Z', 'within a day'],
    ['2026-11-24T02:00:00Z', 'less than a day ago'],
    ['2026-11-20T09:00:00Z', '4 days ago'],
  ])('%s is %s', (time, words) => {
    expect(inDays(time, now)).toBe(words);
  });

  it.each([
    ['P30D', 2_592_000_000],
    ['PT5M', 300_000],
    ['P1DT1H', 90_000_000],
    ['P1Y', undefined],
    ['', undefined],
    [null, undefined],
  ])('a duration of %s is %s ms', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });
});

describe('a certificate in Okta', () => {
  it('ends when the list says so, where it is no certificate that can be read', () => {
    expect(certificateOf({ kid: 'k', expiresAt: '2027-01-01T00:00:00.000Z', x5c: ['bm90IG9uZQ=='] })).toEqual({
      expiresAt: '2027-01-01T00:00:00.000Z',
      fingerprint: undefined,
    });
  });
});
