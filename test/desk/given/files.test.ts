import { beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from '../../../src/desk/desk.js';
import type { Desk, Question } from '../../../src/desk/question.js';
import { UserError } from '../../../src/model/errors.js';
import type { GivenFile } from '../../../src/model/given-file.js';
import type { Trace } from '../../../src/model/trace.js';
import { openStore } from '../../../src/state/index.js';
import type { Store } from '../../../src/state/store.js';
import { createUnderstand, examplesOf, learn } from '../../../src/understanding/index.js';
import { fakeLog } from '../../support/fake-log.js';
import { authnRequest, base64, now, redirect, response } from '../../support/saml-messages.js';
import { libraryOf } from '../../support/small-knowledge.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const library = libraryOf();
const knowledge = {
  library,
  understand: createUnderstand(library.intents, learn(examplesOf(library.intents.values()))),
};
const bridge = 'it said: bridge.lost The bridge lost its session';
const png = Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1');

let store: Store;
let log: ReturnType<typeof fakeLog>;
let seen: string;
let sureness: number;
let clock: number;
let desk: Desk;
beforeEach(async () => {
  clock = now;
  log = fakeLog();
  seen = `Access Denied\n${bridge}\nOK`;
  store = await openStore({ dataDir: await temporaryFolder(), clock: () => clock, log });
  sureness = 0.9;
  const readPicture = async () => ({ text: seen, confidence: sureness });
  desk = createDesk({ current: () => knowledge, store, now: () => clock, log, readPicture });
  return () => store.close();
});

const file = (name: string, content: string | Uint8Array, more: Partial<GivenFile> = {}): GivenFile => ({
  name,
  size: content.length,
  read: async () => Buffer.from(content),
  ...more,
});
const asked = (files: readonly GivenFile[], more: Partial<Question> = {}): Question => ({
  text: '',
  surface: 'direct',
  place: { channel: 'C1', thread: '100.1' },
  asker: 'U1',
  files,
  ...more,
});
const send = (files: readonly GivenFile[], text = '') => desk.command(asked(files, { text }), { asText: true });
const screenshot = file('screen shot.png', png);
const linked = (articleId: string) => expect.objectContaining({ articleId });

describe('a file of JSON that is no log', () => {
  it.each([
    ['one field a line', JSON.stringify({ at: 1, details: { text: bridge, code: 7 } }, null, 2), `text: ${bridge}`],
    ['all on one line', JSON.stringify({ message: 'Sorry', details: bridge }), `details: ${bridge}`],
    [
      'with a break in the text',
      JSON.stringify({ at: 'x', details: `Sorry:\n${bridge}` }),
      `details: Sorry: ${bridge}`,
    ],
  ])('is quoted by what its field says: %s', async (_, text, quote) => {
    expect(await send([file('answer.json', text)])).toMatchObject({
      kind: 'answer',
      read: { readings: [{ file: 'answer.json', what: 'text', quotes: [quote] }] },
    });
  });
});

describe('a screenshot', () => {
  it.each(['?', 'help', 'help please', ''])('with no more than %j beside it is what is asked about', async (words) => {
    expect(await send([screenshot], words)).toMatchObject({
      kind: 'answer',
      answers: [{ article: { id: 'broken-bridge' } }],
    });
  });

  it.each([
    ['alone', ''],
    ['with words', 'what does this mean?'],
    ['behind the command', 'fix'],
    ['behind the command for live checks', 'diagnose'],
  ])('%s is answered by what stands in it', async (_, text) => {
    expect(await send([screenshot], text)).toMatchObject({
      kind: 'answer',
      answers: [{ article: { id: 'broken-bridge' } }],
      read: { readings: [{ file: 'screen shot.png', what: 'picture', quotes: [bridge] }] },
    });
  });

  it('in a channel that is read is answered when it is a known error, and else nothing is said', async () => {
    const overheard = asked([screenshot], { surface: 'channel' });
    expect(await desk.ask(overheard)).toMatchObject({ kind: 'answer' });

    seen = 'Team lunch on Friday';
    expect(await desk.ask({ ...overheard, place: { channel: 'C1', thread: '200.1' } })).toEqual({ kind: 'silence' });
  });

  it('that nobody knows shows what was read, so that a bad reading can be told from an unknown error', async () => {
    seen = 'Zorblax module\nhas left the building';

    expect(await send([screenshot])).toMatchObject({
      kind: 'unknown',
      read: { readings: [{ quotes: ['Zorblax module', 'has left the building'] }] },
    });
  });

  it('shows all that was read on request, for an hour, without its secrets', async () => {
    seen = `${bridge}\nAuthorization: SSWS 00abcdefghijklmnopqrstuvwxyz0123456789ABCD`;
    const { read } = await send([screenshot]);
    const id = read?.id ?? '';

    expect(desk.fullText(id)).toEqual({
      kind: 'full-text',
      texts: [{ file: 'screen shot.png', text: `${bridge}\nAuthorization: SSWS [redacted]` }],
    });
    clock += 61 * 60_000;
    expect(desk.fullText(id)).toMatchObject({ kind: 'notice', tone: 'refused', isForAskerOnly: true });
  });

  it('in which only rubbish was made out says so, and nothing of it is kept', async () => {
    seen = 'a eH. eh BAP AIS';
    sureness = 0.28;

    expect(await send([screenshot])).toMatchObject({ kind: 'notice', text: expect.stringMatching(/no text/) });
    expect(await store.list('unanswered')).toEqual([]);
  });

  it('without any text says so', async () => {
    seen = ' \n';
    expect(await send([screenshot])).toMatchObject({ kind: 'notice', text: expect.stringMatching(/no text/) });
  });
});

describe('a file of text', () => {
  it('is answered by its telling lines, which are quoted', async () => {
    const noise = Array.from({ length: 2_000 }, (_, at) => `2026-03-02 08:00:${at} INFO request ${at} served`);
    const whole = [...noise.slice(0, 1_000), `ERROR ${bridge}`, ...noise.slice(1_000)].join('\n');

    const reply = await send([file('access.log', whole)]);

    expect(reply).toMatchObject({ kind: 'answer', answers: [{ article: { id: 'broken-bridge' } }] });
    expect(reply.read?.readings).toEqual([
      { file: 'access.log', what: 'text', said: '2,001 lines of text.', quotes: [`ERROR ${bridge}`] },
    ]);
  });

  it('pasted instead, and long, has its telling lines quoted, too', async () => {
    const noise = Array.from({ length: 100 }, (_, at) => `08:00:${at} INFO request ${at} served`).join('\n');

    expect((await send([], `${noise}\nERROR ${bridge}`)).read?.readings).toEqual([
      { what: 'text', said: '101 lines of text.', quotes: [`ERROR ${bridge}`] },
    ]);
    expect((await send([], `${bridge} – can somebody help?`)).read).toBeUndefined();
  });

  it('that is a SAML trace is read as one', async () => {
    const reply = await send([
      file('trace.txt', `SAMLResponse=${encodeURIComponent(base64(response({ nameId: 'ann' })))}`),
    ]);

    expect(reply).toMatchObject({ kind: 'trace', trace: { status: 'finding' } });
    expect(reply.read).toBeUndefined();
  });
});

describe('traces in several files', () => {
  const trace = (name: string, xml: string) => file(name, `SAMLResponse=${encodeURIComponent(base64(xml))}`);
  const readIn = async (...given: GivenFile[]) => {
    const reply = await send(given);
    if (reply.kind !== 'trace') throw new Error(`It was read as ${reply.kind}.`);
    return reply.trace;
  };
  const saidOf = ({ findings }: Trace) => findings.map(({ said }) => said);

  it('say of each finding and message in which file it is', async () => {
    const read = await readIn(
      trace('ann.txt', response({ id: '_1', nameId: 'ann' })),
      trace('bob.txt', response({ id: '_2', nameId: 'bob' })),
    );

    expect(read.summary).toMatch(/^ann\.txt: The NameID is ann,/);
    expect(saidOf(read)).toContainEqual(expect.stringMatching(/^bob\.txt: The NameID is bob,/));
    expect(saidOf(read).filter((said) => !/^(?:ann|bob)\.txt: /.test(said))).toEqual([]);
    expect(read.messages.map(({ file: name, nameId }) => [name, nameId])).toEqual([
      ['ann.txt', 'ann'],
      ['bob.txt', 'bob'],
    ]);
    for (const { message, said } of read.findings) expect(said).toContain(`${read.messages[message]?.file}: `);
  });

  it('are told apart when both files have one name', async () => {
    const read = await readIn(
      trace('trace.txt', response({ id: '_1', nameId: 'ann' })),
      trace('trace.txt', response({ id: '_2', nameId: 'bob' })),
    );

    expect(saidOf(read)).toContainEqual(expect.stringMatching(/^trace\.txt \(2\): The NameID is bob,/));
  });

  it.each([
    ['another message', response({ nameId: 'bob' }), /^b\.txt: This Response has the ID _r1, as .* in a\.txt has: but/],
    ['the same message', response({ nameId: 'ann' }), /^b\.txt: .* in a\.txt has: it is the same message\.$/],
  ])('with one ID are both shown, and it is said: %s', async (_, second, note) => {
    const read = await readIn(trace('a.txt', response({ nameId: 'ann' })), trace('b.txt', second));

    expect(read.messages).toHaveLength(2);
    expect(saidOf(read)).toContainEqual(expect.stringMatching(note));
  });

  it('may have the request in one and the answer in the other', async () => {
    const read = await readIn(
      file('request.txt', redirect(authnRequest({ id: 'id7', issuer: 'https://other.example' }))),
      trace('answer.txt', response({ inResponseTo: 'id7' })),
    );

    expect(saidOf(read)).toContainEqual(
      expect.stringMatching(/^answer\.txt: .* but https:\/\/other\.example asked for it/),
    );
  });
});

describe('a trace in which nothing is wrong', () => {
  const whole = response({ nameId: 'ann@acme.example' });

  it('is the answer, whatever its words sound like', async () => {
    for (const words of ['', 'user sent this', 'the caller sees broken bridge today']) {
      const reply = await send([file('signed.xml', whole)], words);

      expect(reply).toMatchObject({
        kind: 'trace',
        trace: { status: 'ok' },
        redactions: [{ kind: 'saml-message', count: 1 }],
      });
    }
  });

  it('stands beside an error text that is known, with what can be compared, and its secret is told', async () => {
    const reply = await send([file('signed.xml', whole)], `trace recorded after ${bridge}`);

    expect(reply).toMatchObject({
      kind: 'answer',
      answers: [{ article: { id: 'broken-bridge' } }],
      redactions: [{ kind: 'saml-message', count: 1 }],
      read: {
        readings: [
          {
            file: 'signed.xml',
            said: 'One SAML message: nothing in it is wrong.',
            quotes: expect.arrayContaining(['Signed in by: PasswordProtectedTransport', 'NameID: ann@acme.example']),
          },
        ],
      },
    });
  });
});

describe('a trace and a screenshot', () => {
  const given = [
    file('trace.txt', `SAMLResponse=${encodeURIComponent(base64(response({ nameId: 'ann' })))}`),
    screenshot,
  ];

  it('name the screenshot’s error beside the button of its article', async () => {
    const reply = await send(given);

    expect(reply).toMatchObject({
      kind: 'trace',
      articles: [],
      also: [
        {
          articles: [{ articleId: 'broken-bridge' }],
          file: 'screen shot.png',
          evidence: expect.stringContaining('bridge.lost'),
        },
      ],
      read: { readings: [{ file: 'screen shot.png', quotes: [bridge] }] },
    });
  });

  it('offer both articles that explain an error which they leave open', async () => {
    seen = 'Error\nGENERAL_NONSUCCESS';

    expect(await send(given)).toMatchObject({
      kind: 'trace',
      also: [
        {
          articles: expect.arrayContaining(['routing-trouble', 'trust-trouble'].map(linked)),
          file: 'screen shot.png',
        },
      ],
    });
  });
});

describe('an exported log', () => {
  const event = (reason: string, more: object = {}) => ({
    uuid: `event ${reason}`,
    published: '2026-03-02T08:00:00.000Z',
    eventType: 'user.session.start',
    displayMessage: 'User login to Okta',
    outcome: { result: reason === '' ? 'SUCCESS' : 'FAILURE', reason: reason === '' ? null : reason },
    ...more,
  });

  it.each([
    ['as a file', (json: string) => send([file('log.json', json)])],
    ['pasted', (json: string) => send([], json)],
    ['pasted with words around it', (json: string) => send([], `this is what the log says:\n${json}\nany idea?`)],
  ])('%s is answered by the fields of the events that failed', async (_, give) => {
    const reply = await give(JSON.stringify([event(''), event('bridge.lost The bridge lost its session')], null, 2));

    expect(reply).toMatchObject({
      kind: 'answer',
      answers: [
        {
          article: { id: 'broken-bridge' },
          match: { evidence: [expect.stringContaining('User login to Okta: bridge.lost')] },
        },
      ],
      read: { readings: [{ what: 'log', said: expect.stringMatching(/2 events.*1 failed/) }] },
    });
  });

  it('names what an error text leaves open beside what its fields say', async () => {
    const events = ['bridge.lost The bridge lost its session', 'GENERAL_NONSUCCESS'].map((reason) => event(reason));

    expect(await send([file('log.json', JSON.stringify(events))])).toMatchObject({
      kind: 'answer',
      answers: [{ article: { id: 'broken-bridge' } }],
      also: [{ articles: expect.arrayContaining(['routing-trouble', 'trust-trouble'].map(linked)) }],
    });
    expect(await send([file('log.json', JSON.stringify(events.slice(1)))])).toMatchObject({
      kind: 'question',
      choices: expect.arrayContaining([{ intentId: 'trust-trouble', label: expect.any(String) }]),
    });
  });

  it('whose failures no article names is not known, whatever its words sound like', async () => {
    const reply = await send([file('log.json', JSON.stringify([event('INVALID_CREDENTIALS')]))]);

    expect(reply).toMatchObject({
      kind: 'unknown',
      nearest: [],
      read: { readings: [{ what: 'log', quotes: ['User login to Okta: INVALID_CREDENTIALS'] }] },
    });
  });

  it('in which nothing failed says so', async () => {
    expect(await send([file('log.json', JSON.stringify([event('')]))])).toMatchObject({
      kind: 'notice',
      text: expect.stringMatching(/^Nothing failed in this log/),
    });
  });
});

describe('what can’t be read', () => {
  it.each([
    ['a PDF', file('a.pdf', '%PDF-1.7'), /a PDF.*Send a PNG or JPEG/],
    ['an empty file', file('a.txt', ''), /empty/],
    ['a file that says it is too large', file('a.har', 'x', { size: 21 * 1_048_576 }), /larger than 20 MB/],
    [
      'a file that is larger than it says',
      file('a.txt', Buffer.alloc(21 * 1_048_576, 'x'), { size: 5 }),
      /larger than 20 MB/,
    ],
    [
      'a file that Slack does not give',
      file('a.txt', 'x', { read: () => Promise.reject(new UserError('bad-input', 'Add the scope files:read.')) }),
      /Add the scope files:read/,
    ],
  ])('%s is named, with what to do', async (_, given, why) => {
    const reply = await send([given]);

    expect(reply).toMatchObject({ kind: 'notice', tone: 'refused', text: expect.stringMatching(why) });
    expect(reply.read?.readings).toEqual([]);
  });

  it('does not keep the words beside it from being answered', async () => {
    expect(await send([file('a.pdf', '%PDF-1.7')], bridge)).toMatchObject({
      kind: 'answer',
      read: { readings: [{ file: 'a.pdf', what: 'unread' }] },
    });
  });

  it('by a fault of the program is told without its cause, which the log has', async () => {
    const broken = file('a.txt', 'x', { read: () => Promise.reject(new TypeError('secret detail')) });

    expect(JSON.stringify(await send([broken]))).not.toContain('secret detail');
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('is named, too, when somebody asks what it is', async () => {
    expect(await send([file('a.pdf', '%PDF-1.7')], 'what is this?')).toMatchObject({
      kind: 'notice',
      text: expect.stringMatching(/^I could not read a\.pdf\. It is a PDF/),
    });
  });

  it('unasked is nobody’s concern', async () => {
    expect(await desk.ask(asked([file('a.pdf', '%PDF-1.7')], { surface: 'channel' }))).toEqual({ kind: 'silence' });
  });

  it('beyond five files is said', async () => {
    const many = Array.from({ length: 7 }, (_, at) => file(`${at}.log`, at === 0 ? bridge : 'nothing'));

    expect((await send(many)).read?.readings.at(-1)).toMatchObject({
      what: 'unread',
      said: 'I read 5 files at a time. Send the other 2 in a message of their own.',
    });
  });
});
