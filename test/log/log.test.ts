import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log/index.js';
import { UserError } from '../../src/model/errors.js';
import type { Log } from '../../src/model/log.js';

const clock = () => Date.parse('2026-03-02T08:00:00.000Z');
const redact = (text: string) => text.replaceAll('hunter2', '[redacted]');

function logTo({ level = 'debug', isTTY = false }: { level?: keyof Log; isTTY?: boolean } = {}) {
  const written: string[] = [];
  const destination = { isTTY, write: (text: string) => written.push(text) };
  const log = createLog({ level, destination, redact, clock });
  return { log, written, objects: () => written.map((line) => JSON.parse(line)) };
}

describe('the log', () => {
  it('writes one JSON object a line', () => {
    const { log, written } = logTo();
    log.info('Started', { mode: 'socket', articles: 23 });
    log.debug('Nothing to add');
    expect(written).toEqual([
      '{"time":"2026-03-02T08:00:00.000Z","level":"info","message":"Started","mode":"socket","articles":23}\n',
      '{"time":"2026-03-02T08:00:00.000Z","level":"debug","message":"Nothing to add"}\n',
    ]);
  });

  it('writes its level and all above', () => {
    const { log, objects } = logTo({ level: 'warn' });
    for (const level of ['debug', 'info', 'warn', 'error'] as const) log[level]('Something');
    expect(objects().map(({ level }) => level)).toEqual(['warn', 'error']);
  });

  it('takes secrets out of every text in the fields, however deep, and out of the fields’ names', () => {
    const { log, written } = logTo();
    const error = new Error('refused hunter2', { cause: new Error('because of hunter2') });
    log.error('Failed', { detail: 'hunter2', list: [{ text: 'a hunter2 b' }], error, hunter2: true });
    expect(written.join()).not.toContain('hunter2');
    expect(written.join()).toContain('a [redacted] b');
  });

  it.each(['botToken', 'signing_secret', 'Authorization', 'set-cookie', 'password', 'apiKey'])(
    'does not write what a field named %s holds',
    (name) => {
      const { log, objects } = logTo();
      log.info('Called', { headers: { [name]: 'anything', host: 'slack.com' } });
      expect(objects()[0].headers).toEqual({ [name]: '[redacted]', host: 'slack.com' });
    },
  );

  it('writes an error as its code, message and causes, without what else hangs on it', () => {
    const { log, objects } = logTo();
    const refused = Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED', config: { auth: 'x' } });
    const cause = new AggregateError([refused], 'all addresses failed');
    log.error('Failed', { error: new UserError('store-failed', 'Free some space.', { cause }) });
    expect(objects()[0].error).toEqual({
      name: 'UserError',
      code: 'store-failed',
      message: 'Free some space.',
      cause: {
        name: 'AggregateError',
        message: 'all addresses failed',
        errors: [{ name: 'Error', code: 'ECONNREFUSED', message: 'connect refused' }],
      },
    });
  });

  it('says where a fault of the program happened', () => {
    const { log, objects } = logTo();
    log.error('Failed', { error: new TypeError('x is not a function') });
    expect(objects()[0].error.stack[0]).toMatch(/^at .*log\.test\.ts:\d+/);
  });

  it('keeps its own fields when others have their names', () => {
    const { log, objects } = logTo();
    log.info('Real message', { message: 'theirs', level: 'theirs', time: 'theirs' });
    expect(objects()[0]).toMatchObject({
      message: 'Real message',
      message_: 'theirs',
      level: 'info',
      level_: 'theirs',
    });
  });

  it('survives every kind of value', () => {
    const { log, objects } = logTo();
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const chained = new Error('chained');
    chained.cause = chained;
    log.warn('Odd values', {
      circle,
      chained,
      thrower: Object.defineProperty({}, 'x', {
        enumerable: true,
        get: () => {
          throw new Error('no');
        },
      }),
      bigint: 10n,
      nan: Number.NaN,
      symbol: Symbol('s'),
      call: () => 1,
      date: new Date(Number.NaN),
      bytes: Buffer.from('abc'),
      map: new Map([['k', 1]]),
      nothing: undefined,
      none: null,
      bare: Object.create(null),
    });
    expect(objects()[0]).toMatchObject({
      circle: { self: { self: { self: { self: '[deeper]' } } } },
      thrower: { x: '[unreadable]' },
      bigint: '10',
      nan: 'NaN',
      symbol: 'Symbol(s)',
      call: '[function]',
      date: 'Invalid Date',
      bytes: '[3 bytes]',
      map: [['k', 1]],
      none: null,
    });
  });

  it('bounds what it writes', () => {
    const { log, written } = logTo();
    log.info('Large', { text: 'x'.repeat(1_000_000), list: Array.from({ length: 10_000 }, (_, n) => n) });
    expect(written[0]?.length).toBeLessThan(3_000);
    expect(written[0]).toContain('(1000000 characters)');
    expect(written[0]).toContain('[9950 more]');
  });
});

describe('the log on a terminal', () => {
  it('writes one line for a person', () => {
    const { log, written } = logTo({ isTTY: true });
    log.warn('Article left out', { file: 'knowledge/a.md', problem: 'no title', line: 3 });
    expect(written).toEqual([
      '08:00:00 \u001b[33mwarn \u001b[0m Article left out file=knowledge/a.md problem="no title" line=3\n',
    ]);
  });

  it('lets no text from outside break the line or steer the terminal', () => {
    const { log, written } = logTo({ isTTY: true });
    log.info('Posted', { text: 'a\nb\u001b[2Jc\u009bd\u202ee', plain: '\u009b2J\u202e' });
    const rest = (written[0] ?? '').replace(/^08:00:00 \S+info \S+ /, '');
    expect(rest).toBe('Posted text="a\\nb\\u001b[2Jc\\u009bd\\u202ee" plain=\\u009b2J\\u202e\n');
  });
});
