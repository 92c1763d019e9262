import { describe, expect, it } from 'vitest';
import type { LogFollowing } from '../../src/connectors/okta/index.js';
import { fakeTime } from '../support/fake-time.js';
import type { GotRequest, Reply } from '../support/loopback.js';
import { open, server } from './opened.js';

const event = (uuid: string, published = '2026-09-01T09:30:00.000Z') => ({
  uuid,
  published,
  eventType: 'user.session.start',
});
const since = new Date('2026-09-01T09:00:00Z');
const atStart: LogFollowing = { from: { since }, limit: 2 };

describe('following the System Log', () => {
  const okta = server();
  const client = (time = fakeTime()) =>
    open('okta', { okta: { url: okta.url, credential: { kind: 'token', token: '00token' } } }, { time });
  /** A page, with the link to the next as Okta writes it. */
  const page = (events: readonly unknown[], after?: string, rest = ''): Reply => ({
    headers: {
      link: [
        `<${okta.url}/api/v1/logs?limit=2>; rel="self"`,
        ...(after === undefined ? [] : [`<${okta.url}/api/v1/logs?limit=2&after=${after}${rest}>; rel="next"`]),
      ],
    },
    body: events,
  });
  /** Pages by the cursor they are asked for with; the first by `''`. */
  const answer = (pages: Readonly<Record<string, Reply>>) =>
    okta.answer({ '/api/v1/logs': ({ query }) => pages[query.get('after') ?? ''] ?? { status: 418 } });
  const asked = () => okta.requests.map(({ query }: GotRequest) => Object.fromEntries(query));
  const ids = ({ items }: { items: readonly { uuid: string }[] }) => items.map(({ uuid }) => uuid);

  it('begins at a moment, without an end, in the order in which events were stored', async () => {
    answer({ '': page([event('a')], 'c1') });

    const step = await client().followLog({ ...atStart, filter: 'eventType pr' });

    expect(step).toMatchObject({ items: [{ uuid: 'a' }], after: 'c1', more: false, unreadable: 0 });
    expect(asked()).toEqual([
      { since: '2026-09-01T09:00:00.000Z', filter: 'eventType pr', limit: '2', sortOrder: 'ASCENDING' },
    ]);
  });

  it('goes on from the cursor alone, with the same filter', async () => {
    answer({ c1: page([event('b')], 'c2', '&since=2020-01-01T00:00:00Z') });

    const step = await client().followLog({ from: { after: 'c1' }, filter: 'eventType pr', limit: 2 });

    expect(step).toMatchObject({ items: [{ uuid: 'b' }], after: 'c2' });
    expect(asked()).toEqual([{ after: 'c1', filter: 'eventType pr', limit: '2', sortOrder: 'ASCENDING' }]);
  });

  it('gives back cursors as they came, whatever characters they have', async () => {
    const cursor = '1627500044869_1+/=&x "%41';
    answer({
      '': page([event('a')], encodeURIComponent(cursor)),
      [cursor]: page([event('b')], 'c2'),
    });
    const reading = client();

    const { after } = await reading.followLog(atStart);

    expect(after).toBe(cursor);
    expect(ids(await reading.followLog({ from: { after: after ?? '' } }))).toEqual(['b']);
  });

  it('reads full pages up to the budget, and says that there is more', async () => {
    answer({
      '': page([event('a'), event('b')], 'c1'),
      c1: page([event('c'), event('d')], 'c2'),
      c2: page([event('e'), event('f')], 'c3'),
    });

    const step = await client().followLog({ ...atStart, pages: 2 });

    expect(ids(step)).toEqual(['a', 'b', 'c', 'd']);
    expect(step).toMatchObject({ after: 'c2', more: true });
    expect(okta.requests).toHaveLength(2);
  });

  it('makes one call when nothing else is said', async () => {
    answer({ '': page([event('a'), event('b')], 'c1') });

    expect(await client().followLog(atStart)).toMatchObject({ after: 'c1', more: true });
    expect(okta.requests).toHaveLength(1);
  });

  it('ends at a page that is not full', async () => {
    answer({ '': page([event('a'), event('b')], 'c1'), c1: page([event('c')], 'c2') });

    expect(await client().followLog({ ...atStart, pages: 9 })).toMatchObject({ after: 'c2', more: false });
    expect(okta.requests).toHaveLength(2);
  });

  it('keeps its place while nothing happens, though the next page is the same again', async () => {
    answer({ c1: page([], 'c1') });

    expect(await client().followLog({ from: { after: 'c1' }, pages: 5 })).toEqual({
      items: [],
      unreadable: 0,
      after: 'c1',
      more: false,
    });
    expect(okta.requests).toHaveLength(1);
  });

  it('keeps its place after an empty page without a link, and has none after events without one', async () => {
    answer({ c1: page([]), c2: page([event('a')]) });
    const reading = client();

    expect(await reading.followLog({ from: { after: 'c1' } })).toMatchObject({ items: [], after: 'c1' });
    expect(await reading.followLog({ from: { after: 'c2' } })).toMatchObject({ items: [{}], after: undefined });
  });

  it('gives events that arrived late where they arrived', async () => {
    answer({
      '': page([event('new', '2026-09-01T09:59:00.000Z'), event('newer', '2026-09-01T09:59:30.000Z')], 'c1'),
      c1: page([event('late', '2026-09-01T09:10:00.000Z')], 'c2'),
    });

    expect(ids(await client().followLog({ ...atStart, pages: 2 }))).toEqual(['new', 'newer', 'late']);
  });

  it('is not stopped by an event that cannot be read, and counts it', async () => {
    answer({ '': page([{ uuid: 7 }, event('b')], 'c1') });

    expect(await client().followLog(atStart)).toMatchObject({
      items: [{ uuid: 'b' }],
      unreadable: 1,
      after: 'c1',
      more: true,
    });
  });

  it.each([400, 404, 410, 422])('tells a cursor refused with %i from every other failure', async (status) => {
    answer({ c1: { status, body: { errorCode: 'E0000031', errorSummary: 'after: not a valid cursor' } } });

    await expect(client().followLog({ from: { after: 'c1' } })).rejects.toMatchObject({
      system: 'okta',
      code: 'cursor-refused',
      message: expect.stringContaining('System Log'),
    });
    expect(okta.requests).toHaveLength(1);
  });

  it.each<[number, string]>([
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [429, 'rate-limited'],
    [500, 'unreachable'],
    [405, 'unexpected-answer'],
  ])('takes HTTP %i for no refusal of the cursor', async (status, code) => {
    answer({ c1: { status, headers: status === 429 ? { 'retry-after': '60' } : {}, body: {} } });

    await expect(client().followLog({ from: { after: 'c1' } })).rejects.toMatchObject({ code });
  });

  it('takes no page of a proxy for a refusal of the cursor, nor a refused filter at the start', async () => {
    answer({ c1: { status: 400, body: '<html>Bad Request</html>' }, '': { status: 400, body: {} } });
    const reading = client();

    await expect(reading.followLog({ from: { after: 'c1' } })).rejects.toMatchObject({ code: 'unexpected-answer' });
    await expect(reading.followLog(atStart)).rejects.toMatchObject({ code: 'unexpected-answer' });
  });

  it.each(['', 'line\nbreak', 'é', 'x'.repeat(1_001)])('refuses %j as a cursor without asking', async (after) => {
    await expect(client().followLog({ from: { after } })).rejects.toMatchObject({ code: 'cursor-refused' });
    expect(okta.requests).toEqual([]);
  });

  it.each([
    ['another host', 'http://127.0.0.1:9/api/v1/logs?after=c1'],
    ['another list of the same host', '/api/v1/users?after=c1'],
    ['a cursor too long to keep', `/api/v1/logs?after=${'x'.repeat(1_001)}`],
    ['a cursor that is none', '/api/v1/logs?after=%0a'],
  ])('gives no place to go on from when the link leads to %s', async (_what, href) => {
    const absolute = href.startsWith('/') ? `${okta.url}${href}` : href;
    answer({ '': { headers: { link: `<${absolute}>; rel="next"` }, body: [event('a')] } });

    await expect(client().followLog(atStart)).rejects.toMatchObject({ code: 'unexpected-answer' });
    expect(okta.requests).toHaveLength(1);
  });

  it('does not go in a circle when the next page of events is the same again', async () => {
    answer({ c1: page([event('a'), event('b')], 'c1') });

    await expect(client().followLog({ from: { after: 'c1' }, limit: 2, pages: 9 })).rejects.toMatchObject({
      code: 'unexpected-answer',
    });
  });

  it('keeps what it read when a later page cannot be read, and says why with the next step', async () => {
    answer({
      '': page([event('a'), event('b')], 'c1'),
      c1: { status: 429, headers: { 'retry-after': '60' }, body: { errorCode: 'E0000047' } },
    });
    const time = fakeTime();
    const reading = client(time);
    const until = new Date(time.now() + 60_000);

    const step = await reading.followLog({ ...atStart, pages: 3 });

    expect(step).toMatchObject({ items: [{ uuid: 'a' }, { uuid: 'b' }], after: 'c1', more: true });
    await expect(reading.followLog({ from: { after: step.after ?? '' } })).rejects.toMatchObject({
      code: 'rate-limited',
      until,
    });
    expect(okta.requests).toHaveLength(2);
  });

  it('refuses a filter longer than Okta takes before asking', async () => {
    await expect(client().followLog({ ...atStart, filter: 'x'.repeat(4_001) })).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(okta.requests).toEqual([]);
  });
});
