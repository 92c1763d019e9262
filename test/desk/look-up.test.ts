import { beforeEach, describe, expect, it } from 'vitest';
import { type AskTenants, createLookUp, type LookUp } from '../../src/desk/look-up.js';
import type { LookupRequest } from '../../src/desk/question.js';
import type { Happened, Trail } from '../../src/desk/trail.js';
import { UserError } from '../../src/model/errors.js';
import type { LookupReport } from '../../src/model/lookup.js';
import { fakeLog } from '../support/fake-log.js';
import { libraryOf } from '../support/small-knowledge.js';

const place = { channel: 'C1', thread: '100.1' };
const { articles } = libraryOf();

const reportOn = (who = 'nobody', more: Partial<LookupReport> = {}): LookupReport => ({
  lookup: 'check',
  status: 'finding',
  summary: `${who} is locked out.`,
  subject: `${who} (by name)`,
  evidence: [],
  errors: [],
  sections: [],
  timeline: [],
  ...more,
});

let asked: { lookup: string; who: string | undefined }[];
let records: Happened[];
let allowed: boolean;
let now: number;
let answer: AskTenants;
let lookUp: LookUp;

beforeEach(() => {
  asked = [];
  records = [];
  allowed = true;
  now = 1_000;
  answer = async (_lookup, who) => reportOn(who);
  const trail: Trail = {
    record: async (happened) => void records.push(happened),
    newest: async () => ({ entries: [], more: 0 }),
  };
  lookUp = createLookUp({
    askTenants: (lookup, who) => {
      asked.push({ lookup, who });
      return answer(lookup, who);
    },
    permission: {
      toLookUpPeople: async () =>
        allowed ? { isAllowed: true } : { isAllowed: false, refusal: 'Ask Irma. You are U1.' },
      toReadTrail: () => ({ isAllowed: true }),
    },
    people: { emailOf: async (user) => (user === 'U0ANN' ? 'ann@acme.example' : undefined) },
    trail,
    articles: () => articles,
    now: () => now,
    log: fakeLog(),
  });
});

const about = (who: string | undefined, more: Partial<LookupRequest> = {}): LookupRequest => ({
  lookup: 'check',
  who,
  place,
  asker: 'U1',
  ...more,
});

describe('a lookup about a person', () => {
  it('gives the report and leaves a record with who it was about', async () => {
    expect(await lookUp(about('ann'))).toMatchObject({ kind: 'report', who: 'ann', report: { status: 'finding' } });
    expect(records).toEqual([
      { by: 'U1', lookup: 'check', channel: 'C1', asked: 'ann', person: 'ann (by name)', outcome: 'finding' },
    ]);
  });

  it('is on record before anybody sees it', async () => {
    let seen = false;
    const reply = lookUp(about('ann')).then(() => {
      seen = true;
      return records.length;
    });
    expect(seen).toBe(false);
    expect(await reply).toBe(1);
  });

  it('without the right asks nothing, says whom to ask, for the asker only, and is on record', async () => {
    allowed = false;
    expect(await lookUp(about('ann'))).toEqual({
      kind: 'notice',
      tone: 'refused',
      text: 'Ask Irma. You are U1.',
      isForAskerOnly: true,
    });
    expect(asked).toEqual([]);
    expect(records).toMatchObject([{ outcome: 'denied', asked: 'ann' }]);
  });

  it('that nobody asked the bot for leaves no record of a missing right', async () => {
    allowed = false;
    await lookUp(about('ann', { isUnasked: true }));
    expect(records).toEqual([]);
  });

  it.each([undefined, '', '   '])('about %j is asked back, and the right is checked first', async (who) => {
    expect(await lookUp(about(who))).toMatchObject({
      kind: 'notice',
      text: expect.stringMatching(/^Whose\?.*`check ann@/),
    });
    allowed = false;
    expect(await lookUp(about(who))).toMatchObject({ text: 'Ask Irma. You are U1.' });
    expect(asked).toEqual([]);
  });

  it('by mention asks with the e-mail address that Slack tells', async () => {
    await lookUp(about('<@U0ANN>'));
    await lookUp(about('<@U0ANN|ann>'));
    expect(asked.map(({ who }) => who)).toEqual(['ann@acme.example', 'ann@acme.example']);
    expect(records[0]).toMatchObject({ asked: '<@U0ANN>' });
  });

  it('by a mention that Slack says nothing about asks for the address', async () => {
    expect(await lookUp(about('<@U0GUEST>'))).toMatchObject({
      kind: 'notice',
      text: expect.stringContaining('e-mail'),
    });
    expect(asked).toEqual([]);
    expect(records).toMatchObject([{ outcome: 'refused' }]);
  });

  it('with what cannot be a name is refused in a sentence', async () => {
    answer = async () => {
      throw new UserError('bad-input', 'A user name has at most 256 characters.');
    };
    expect(await lookUp(about('x'.repeat(5_000)))).toMatchObject({
      kind: 'notice',
      text: 'A user name has at most 256 characters.',
      isForAskerOnly: true,
    });
    expect(records[0]?.asked).toHaveLength(200);
    expect(records).toMatchObject([{ outcome: 'refused' }]);
  });

  it('that fails is on record and passed on', async () => {
    answer = async () => {
      throw new RangeError('a fault');
    };
    await expect(lookUp(about('ann'))).rejects.toThrow('a fault');
    expect(records).toMatchObject([{ outcome: 'failed' }]);
  });

  it('that fits several people is a choice, and names none of them on record', async () => {
    const choices = [
      { key: '00u1', label: 'Jane Doe' },
      { key: '00u2', label: 'John Doe' },
    ];
    answer = async () => reportOn('jdoe', { status: 'ok', summary: '2 people answer to “jdoe”.', choices });
    expect(await lookUp(about('jdoe'))).toEqual({
      kind: 'people',
      lookup: 'check',
      question: '2 people answer to “jdoe”.',
      choices,
    });
    expect(records).toEqual([{ by: 'U1', lookup: 'check', channel: 'C1', asked: 'jdoe', outcome: 'several' }]);
  });

  it('names the articles that exist, that of the summary first', async () => {
    answer = async () =>
      reportOn('ann', {
        articleId: 'trust-trouble',
        sections: [
          {
            title: 'Okta',
            lines: [
              { mark: 'bad', label: 'a', value: 'b', articleId: 'stale-ticket' },
              { mark: 'bad', label: 'a', value: 'b', articleId: 'no-such-article' },
              { mark: 'bad', label: 'a', value: 'b', articleId: 'trust-trouble' },
            ],
          },
        ],
      });
    const reply = await lookUp(about('ann'));
    expect(reply.kind === 'report' && reply.articles.map(({ articleId }) => articleId)).toEqual([
      'trust-trouble',
      'stale-ticket',
    ]);
  });
});

describe('a lookup about the tenants', () => {
  it('needs no right, and leaves a record', async () => {
    allowed = false;
    expect(await lookUp({ lookup: 'token', place, asker: 'U1' })).toMatchObject({ kind: 'report' });
    expect(records).toMatchObject([{ lookup: 'token', by: 'U1' }]);
    expect(records[0]).not.toHaveProperty('asked');
  });
});

describe('sharing a report', () => {
  const idOf = async (who: string) => {
    const reply = await lookUp(about(who));
    if (reply.kind !== 'report') throw new Error(reply.kind);
    return reply.reportId;
  };

  it('shows the very report that was seen, and is on record', async () => {
    const report = await idOf('ann');
    answer = async () => reportOn('somebody else');
    expect(await lookUp.share({ ...about('ann'), report })).toMatchObject({
      kind: 'report',
      report: { summary: 'ann is locked out.' },
    });
    expect(asked).toHaveLength(1);
    expect(records.map(({ outcome }) => outcome)).toEqual(['finding', 'shared']);
  });

  it('checks the right again', async () => {
    const report = await idOf('ann');
    allowed = false;
    expect(await lookUp.share({ ...about('ann'), report })).toMatchObject({ kind: 'notice', isForAskerOnly: true });
    expect(records.at(-1)).toMatchObject({ outcome: 'denied' });
  });

  it('of another person, lookup or channel asks anew', async () => {
    const report = await idOf('ann');
    for (const request of [about('ben'), about('ann', { place: { channel: 'C2', thread: '1.1' } })]) {
      expect(await lookUp.share({ ...request, report })).toMatchObject({ kind: 'report' });
    }
    expect(asked).toHaveLength(3);
  });

  it('asks anew when it is forgotten: after half an hour, or a hundred reports later', async () => {
    const old = await idOf('ann');
    now += 31 * 60_000;
    await idOf('ben');
    await lookUp.share({ ...about('ann'), report: old });
    expect(asked).toHaveLength(3);
    const first = await idOf('ann');
    for (let n = 0; n < 100; n += 1) await idOf('ben');
    asked = [];
    await lookUp.share({ ...about('ann'), report: first });
    expect(asked).toHaveLength(1);
  });
});
