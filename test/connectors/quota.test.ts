import { describe, expect, it } from 'vitest';
import { Quotas } from '../../src/connectors/http/quota.js';
import { fakeTime } from '../support/fake-time.js';
import { open, server } from './opened.js';

const now = Date.UTC(2026, 8, 1, 10, 0, 0);
const inSeconds = (seconds: number) => String(now / 1_000 + seconds);
const limits = (limit: string, remaining: string, reset: string) => ({
  'x-rate-limit-limit': limit,
  'x-rate-limit-remaining': remaining,
  'x-rate-limit-reset': reset,
});
const answer = (headers: Readonly<Record<string, string>>) => ({
  status: 200,
  header: (name: string) => headers[name],
  body: '',
});

describe('what is left of a rate limit', () => {
  /** What is known after these answers to calls of one kind. */
  const leftAfter = (...answers: readonly Readonly<Record<string, string>>[]) => {
    const quotas = new Quotas();
    for (const headers of answers) quotas.hear('logs', answer(headers), now);
    return quotas.left(now);
  };

  it('is what the last answer said, in either spelling', () => {
    expect(leftAfter(limits('60', '59', inSeconds(30)))).toEqual([
      { bucket: 'logs', limit: 60, remaining: 59, resetsAt: new Date(now + 30_000) },
    ]);
    expect(
      leftAfter({
        'x-ratelimit-limit': '250000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': inSeconds(86_400),
      }),
    ).toEqual([{ bucket: 'logs', limit: 250_000, remaining: 0, resetsAt: new Date(now + 86_400_000) }]);
  });

  it('is reset by the system’s clock, told by this machine’s', () => {
    const date = new Date(now + 600_000).toUTCString();

    expect(leftAfter({ ...limits('60', '59', inSeconds(630)), date })).toMatchObject([
      { resetsAt: new Date(now + 30_000) },
    ]);
  });

  it.each([
    ['a limit of 0, which says that too many calls ran at once', limits('0', '0', inSeconds(30))],
    ['no reset', { 'x-rate-limit-limit': '60', 'x-rate-limit-remaining': '59' }],
    ['words for numbers', limits('many', '59', inSeconds(30))],
    ['a limit below nothing', limits('-1', '59', inSeconds(30))],
    ['nothing', {}],
  ])('is not changed by %s', (_what, headers) => {
    expect(leftAfter(headers)).toEqual([]);
    expect(leftAfter(limits('60', '10', inSeconds(30)), headers)).toMatchObject([{ limit: 60, remaining: 10 }]);
  });

  it('never rises within one window, though answers overtake each other', () => {
    const said = [limits('60', '40', inSeconds(30)), limits('60', '41', inSeconds(30))];

    expect(leftAfter(...said)).toMatchObject([{ remaining: 40 }]);
    expect(leftAfter(...said, limits('60', '59', inSeconds(60)))).toMatchObject([{ remaining: 59 }]);
  });

  it('is not known any more once it was reset', () => {
    const quotas = new Quotas();
    quotas.hear('logs', answer(limits('60', '0', inSeconds(30))), now);
    quotas.hear('users', answer(limits('600', '599', inSeconds(60))), now);

    expect(quotas.left(now + 29_999)).toHaveLength(2);
    expect(quotas.left(now + 30_000)).toMatchObject([{ bucket: 'users' }]);
  });
});

describe('quotas of Okta', () => {
  const okta = server();
  const client = (time = fakeTime(now)) =>
    open('okta', { okta: { url: okta.url, credential: { kind: 'token', token: '00token' } } }, { time });
  const date = new Date(now).toUTCString();
  const headers = (limit: number, remaining: number) => ({
    ...limits(String(limit), String(remaining), inSeconds(30)),
    date,
  });

  it('are told by kind of call, and asked for by none', async () => {
    okta.answer({
      '/api/v1/logs': { headers: headers(60, 59), body: [] },
      '/api/v1/users/00u1': {
        headers: headers(1_000, 998),
        body: { id: '00u1', status: 'ACTIVE', profile: { login: 'a' } },
      },
      '/api/v1/users/00u1/factors': { headers: headers(600, 7), body: [] },
      '/api/v1/apps/0oa1/credentials/keys': { headers: headers(50, 49), body: [] },
    });
    const reading = client();
    expect(reading.quota()).toEqual([]);

    await reading.followLog({ from: { after: 'c1' } });
    await reading.getUser('00u1');
    await reading.userFactors('00u1');
    await reading.appKeys('0oa1');

    const resetsAt = new Date(now + 30_000);
    expect(reading.quota()).toEqual([
      { bucket: 'logs', limit: 60, remaining: 59, resetsAt },
      { bucket: 'users/*', limit: 1_000, remaining: 998, resetsAt },
      { bucket: 'users/*/*', limit: 600, remaining: 7, resetsAt },
      { bucket: 'apps/*/*', limit: 50, remaining: 49, resetsAt },
    ]);
    expect(okta.requests).toHaveLength(4);
  });

  it('are told by refusals too, and forgotten once they are reset', async () => {
    okta.answer({ '/api/v1/logs': { status: 429, headers: headers(60, 0), body: { errorCode: 'E0000047' } } });
    const time = fakeTime(now);
    const reading = client(time);
    await expect(reading.followLog({ from: { after: 'c1' } })).rejects.toMatchObject({ code: 'rate-limited' });

    expect(reading.quota()).toMatchObject([{ bucket: 'logs', limit: 60, remaining: 0 }]);

    time.pass(30_000);
    expect(reading.quota()).toEqual([]);
  });

  it('that one user’s factors used up do not hold up the user', async () => {
    okta.answer({
      '/api/v1/users/00u1/factors': { headers: headers(600, 0), body: [] },
      '/api/v1/users/00u1': {
        headers: headers(1_000, 998),
        body: { id: '00u1', status: 'ACTIVE', profile: { login: 'a' } },
      },
    });
    const time = fakeTime(now);
    const reading = client(time);
    await reading.userFactors('00u1');

    expect(await reading.getUser('00u1')).toMatchObject({ id: '00u1' });
    expect(time.slept).toEqual([]);
    await expect(reading.userFactors('00u1')).rejects.toMatchObject({ code: 'rate-limited' });
  });
});

describe('the quota of Workspace ONE UEM', () => {
  const uem = server();

  it('is one for all calls', async () => {
    uem.answer({
      '/api/mdm/devices/search': {
        status: 204,
        headers: {
          date: new Date(now).toUTCString(),
          'x-ratelimit-limit': '250000',
          'x-ratelimit-remaining': '249999',
          'x-ratelimit-reset': inSeconds(86_400),
        },
      },
    });
    const credential = { kind: 'basic', username: 'bot', password: 'p' } as const;
    const reading = open('uem', { uem: { url: uem.url, credential } }, { time: fakeTime(now) });
    expect(reading.quota()).toEqual([]);

    await reading.devicesOfUser('jdoe');

    expect(reading.quota()).toEqual([
      { bucket: 'all', limit: 250_000, remaining: 249_999, resetsAt: new Date(now + 86_400_000) },
    ]);
  });
});
