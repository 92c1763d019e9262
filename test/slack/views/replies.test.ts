/** Every kind of Reply, with ordinary and with hostile content, must become a message that Slack accepts. */
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/desk/reply.js';
import type { TracedMessage } from '../../../src/model/trace.js';
import { renderReply } from '../../../src/slack/views/index.js';
import {
  alert,
  alertStart,
  answer,
  article,
  audit,
  checkResult,
  diagnosisReply,
  gap,
  ordinaryReplies,
  proposedExample,
  report,
} from '../helpers/samples.js';
import { buttonsOf, expectNothingInjected, expectSlackAccepts, mrkdwnOf } from '../helpers/slack-rules.js';

const inThread = { thread: '1700000000.000100', ephemeral: false };

const hostileTexts: readonly (readonly [string, string])[] = [
  ['mentions', '<!channel> <@U0123456> <#C012345|x> <!subteam^S1>'],
  ['links', '<https://evil.example|Okta> https://evil.example'],
  ['formatting', '*bold* _it_ ~no~ `code` ```block``` > quote'],
  ['entities', '&'.repeat(400)],
  ['brackets', '<'.repeat(4_000)],
  ['one backtick', 'a ` b'],
  ['backticks', '`'.repeat(3_001)],
  ['backtick pairs', '`a` <!here> '.repeat(900)],
  ['length', 'word '.repeat(40_000)],
  ['length without a space', 'x'.repeat(200_000)],
  ['quotes for JSON', '"\\'.repeat(5_000)],
  ['emoji of two units', '😀'.repeat(3_000)],
  ['half a character', 'a\uD83D b\uDE00'.repeat(500)],
  ['line breaks', '\n'.repeat(5_000)],
  ['control characters', '\u0000\u0007\u001B[31m\u202E'.repeat(500)],
  ['nothing', ''],
  ['blanks', '   \t  '],
];

/** Every text of every kind of Reply replaced by `text`, and every list made long. */
function hostileReplies(text: string): readonly Reply[] {
  const redactions = [{ kind: 'password', count: 3 }] as const;
  const many = <T>(one: T): T[] => Array.from({ length: 60 }, () => one);
  const step = { do: text, place: 'okta' as const, where: text, expect: text, values: many(text) };
  const hostile = article({
    title: text,
    cause: text,
    steps: many(step),
    tellsApart: many({ from: 'idp-not-found', by: text }),
    source: { title: text, section: text, url: 'https://example.com/blog' },
    reviewed: text,
    body: text,
  });
  const given = answer(...many(hostile));
  const link = { articleId: 'idp-not-found', title: text };
  const hostileMessage: TracedMessage = {
    kind: 'response',
    times: 3,
    isCutOff: true,
    from: 'access',
    to: 'other',
    nameId: text,
    issuer: text,
    context: text,
    requested: { comparison: text, contexts: many(text) },
    status: { codes: many(text), message: text, detail: text },
    deviceFacts: { [text]: 'true' },
    attributes: many(text),
    assertion: { isThere: true, isEncrypted: true, audiences: many(text) },
    signed: { message: true, assertion: true },
    certificates: many({ subject: text, notBefore: text, notAfter: text }),
  };
  const hostileReport: Reply = {
    kind: 'report',
    who: text,
    reportId: '1-1',
    articles: many(link),
    report: report({
      summary: text,
      because: text,
      subject: text,
      evidence: many({ system: 'okta', what: text, value: text, readAt: text }),
      errors: many({ system: 'uem', code: 'unreachable', message: `${text}.` }),
      sections: many({
        title: text,
        lines: many({ mark: 'bad' as const, label: text, value: text, articleId: text }),
        unread: text,
        more: text,
      }),
      timeline: many({
        at: text,
        system: 'access' as const,
        text,
        failed: true,
        isFirstFailure: true,
        articleId: text,
      }),
      window: { from: text, to: text, more: true },
    }),
  };
  const evidence = checkResult().evidence.map((one) => ({ ...one, what: text, value: text, call: text, where: text }));
  const hostileResult = checkResult({ check: text, states: text, said: text, evidence: many(evidence).flat() });
  const judged = {
    article: hostile,
    verdict: 'confirmed' as const,
    isCauseRuledOut: false,
    cause: hostileResult,
    // More steps and checks than any article has; 240 steps of 60 checks would take a minute to draw and show nothing more.
    steps: (['fail', 'unknown', 'by-hand', 'pass'] as const).flatMap((outcome) =>
      Array.from({ length: 8 }, () => ({ number: 1, step, outcome, results: many(hostileResult).slice(0, 8) })),
    ),
  };
  const hostileDiagnosis = diagnosisReply({
    diagnosis: {
      status: 'finding',
      summary: text,
      evidence: [],
      errors: [],
      verdict: 'confirmed',
      articles: many(judged),
      left: many(text),
      subject: text,
    },
    report: report({
      subject: text,
      summary: text,
      legs: many({ leg: 'user-match' as const, state: 'failed' as const, text }),
    }),
    redactions,
  });
  const ruledOut = {
    ...hostileDiagnosis,
    diagnosis: {
      ...hostileDiagnosis.diagnosis,
      verdict: 'could-not-check' as const,
      articles: many({ ...judged, verdict: 'could-not-check' as const, isCauseRuledOut: true }),
    },
  };
  return [
    ruledOut,
    {
      ...given,
      redactions,
      answers: given.answers.map((one) => ({ ...one, match: { ...one.match, evidence: many(text) } })),
    },
    { ...given, answers: given.answers.slice(0, 1) },
    {
      kind: 'question',
      question: text,
      choices: many({ intentId: 'idp-not-found', label: text }),
      evidence: many(text),
      redactions,
    },
    {
      kind: 'trace',
      trace: {
        status: 'finding',
        summary: text,
        messages: many(hostileMessage),
        findings: many({ level: 'wrong', said: text, articleId: 'idp-not-found', message: 0 }),
        unread: many(text),
        more: 7,
        liveUntil: '2026-11-24T09:03:20.000Z',
        redactions,
      },
      articles: many(link),
      redactions,
    },
    { kind: 'unknown', tried: link, nearest: many(link), recordId: text === '' ? 'q' : text.slice(0, 300), redactions },
    hostileReport,
    { ...hostileReport, redactions, articles: [], who: text.slice(0, 250) },
    {
      kind: 'people',
      lookup: 'check',
      question: text,
      choices: many({ key: text.slice(0, 250), label: text }),
      redactions,
    },
    {
      kind: 'alerts',
      overview: {
        alerts: [
          ...many(alert({ title: text, acknowledged: { by: text || 'U1', at: alertStart } })),
          ...many(alert({ title: text, state: 'resolved', resolvedAt: alertStart })),
        ],
        polled: many({ system: 'okta' as const, problem: text }),
        channel: text || 'C1',
      },
    },
    {
      kind: 'trail',
      entries: many({
        by: text || 'U1',
        lookup: 'check',
        asked: text,
        person: text,
        channel: text || 'C1',
        at: '2026-11-24T12:03:05.000Z',
        outcome: 'finding',
      }),
      more: 7,
    },
    {
      kind: 'gaps',
      gaps: many(gap({ texts: many(text), nearest: link, tried: many(link) })),
      proposals: many(proposedExample({ text, article: link })),
      answered: 7,
      older: 7,
    },
    { kind: 'gaps', gaps: [gap({ texts: [text] })], proposals: [], answered: 0, older: 0 },
    {
      kind: 'draft',
      what: 'article',
      about: text,
      files: many({ file: text, text }),
      id: '3f2a9c01',
    },
    { kind: 'draft', what: 'example', about: text, files: [{ file: 'intents/x.yaml', text }], id: '3f2a9c01' },
    {
      kind: 'lookup',
      lookup: 'check',
      title: text,
      users: many(text),
      byHand: many({ place: 'okta', where: text, look: text }),
      redactions,
    },
    { kind: 'article', article: hostile },
    { kind: 'article', article: hostile, isSought: true },
    hostileDiagnosis,
    { ...hostileDiagnosis, undecided: { question: text, choices: many({ intentId: 'idp-not-found', label: text }) } },
    { kind: 'evidence', results: many(hostileResult) },
    {
      kind: 'audit',
      audit: audit({
        summary: text,
        results: many(hostileResult),
        change: {
          since: text,
          turns: many({ check: text, states: text, before: 'pass' as const, now: 'fail' as const, said: text }),
        },
      }),
    },
    { kind: 'articles', query: text, matches: many(link) },
    { kind: 'articles', query: text, matches: many(link).slice(0, 4) },
    { kind: 'articles', query: text, matches: [] },
    { kind: 'notice', tone: 'refused', text },
  ];
}

describe.each(Object.entries(ordinaryReplies))('an ordinary %s', (_, reply) => {
  it('is a message that Slack accepts, in a thread and for one person', () => {
    for (const ephemeral of [false, true]) {
      const message = renderReply(reply, { ...inThread, ephemeral });

      expect(message).toBeDefined();
      if (message !== undefined) {
        expectSlackAccepts(message);
        expectNothingInjected(message);
      }
    }
  });

  it('is nowhere cut', () => {
    expect(renderReply(reply, inThread)?.text).not.toMatch(/Cut to fit/);
  });
});

describe.each(hostileTexts)('replies full of %s', (_, text) => {
  it.each(hostileReplies(text).map((reply) => [reply.kind, reply] as const))(
    'keep Slack’s rules: %s',
    (_kind, reply) => {
      const message = renderReply(reply, { ...inThread, ephemeral: true });

      expect(message).toBeDefined();
      if (message !== undefined) {
        expectSlackAccepts(message);
        expectNothingInjected(message);
      }
    },
  );
});

it('is nothing for silence', () => {
  expect(renderReply({ kind: 'silence' }, inThread)).toBeUndefined();
});

it('keeps the buttons when the article had to be cut, and says where the rest is', () => {
  const long = 'A sentence about the set-up of this thing. '.repeat(13);
  const step = { do: long, place: 'uem' as const, where: long, expect: long };
  const reply = answer(article({ steps: Array.from({ length: 12 }, () => step) }));

  const message = renderReply(reply, inThread);

  expect(message && buttonsOf(message).map(({ text }) => text.text)).toEqual(['Solved', 'Not solved']);
  expect(message && mrkdwnOf(message).join('\n')).toContain('wo-okta article federation-artifact-not-found');
});

describe('several errors in one paste', () => {
  const sentence = 'A sentence about the set-up of this thing. '.repeat(4);
  const step = { do: sentence, place: 'uem' as const, where: sentence, expect: sentence };
  const sized = (id: string, steps: number) => article({ id, title: `About ${id}`, steps: Array(steps).fill(step) });

  it('get a whole card each while there is room', () => {
    const message = renderReply(answer(sized('first', 2), sized('second', 2)), inThread);

    expect(message && buttonsOf(message).map(({ text }) => text.text)).toEqual([
      'Solved',
      'Not solved',
      'Solved',
      'Not solved',
    ]);
    expect(message?.text).not.toContain('Cut to fit');
  });

  it('get a button each where there is none', () => {
    const message = renderReply(answer(sized('first', 7), sized('second', 7), sized('third', 1)), inThread);

    expect(message && buttonsOf(message).map(({ text }) => text.text)).toEqual([
      'Solved',
      'Not solved',
      'About second',
      'About third',
    ]);
    expect(message?.text).not.toContain('Cut to fit');
  });
});

describe('what was recognised beside what is shown', () => {
  const also = [
    { articles: [{ articleId: 'idp-not-found', title: 'IdP not found' }] },
    {
      articles: [
        { articleId: 'trust-trouble', title: 'Trust trouble' },
        { articleId: 'routing-trouble', title: 'Routing trouble' },
      ],
    },
  ];

  it.each([
    ['an answer', answer(article())],
    ['a question', ordinaryReplies.question],
    ['a diagnosis', diagnosisReply()],
  ])('is named under %s, with a button each', (_, reply) => {
    const message = renderReply({ ...reply, also }, inThread);

    expect(message && mrkdwnOf(message)).toContain(
      '*Also in it:*\n• IdP not found\n• Trust trouble, or Routing trouble',
    );
    expect(message && buttonsOf(message).map(({ text }) => text.text)).toEqual(
      expect.arrayContaining(['IdP not found', 'Trust trouble', 'Routing trouble']),
    );
  });

  it('has whole names on its buttons', () => {
    const title = 'A title that is so long that no button of a message in Slack could ever show all of it';
    const named = [
      { articles: [{ articleId: 'trust-trouble', title, label: 'Trust is off' }] },
      { articles: [{ articleId: 'routing-trouble', title }] },
    ];
    const message = renderReply({ ...answer(article()), also: named }, inThread);

    const labels = message && buttonsOf(message).map(({ text }) => text.text);
    expect(labels?.slice(-2)).toEqual(['Trust is off', 'routing-trouble']);
  });

  it('is counted beyond what a message has room for, and Slack takes the message', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({
      articles: [{ articleId: `problem-${at}`, title: `Problem ${at} ${'of a long name '.repeat(20)}` }],
    }));
    const message = renderReply({ ...answer(article()), also: many }, inThread);

    if (message === undefined) throw new Error('Nothing was drawn.');
    expectSlackAccepts(message);
    expect(mrkdwnOf(message).join('\n')).toContain('… and 22 more: send the errors one at a time');
  });
});

describe('the reply', () => {
  it('begins with the answer, and a warning about secrets follows at once', () => {
    const message = renderReply(
      {
        ...ordinaryReplies.answer,
        redactions: [
          { kind: 'api-token', count: 1 },
          { kind: 'password', count: 2 },
        ],
      },
      inThread,
    );

    const [first, second] = message ? mrkdwnOf({ ...message, text: '' }).slice(1) : [];
    expect(first).toBe('*Okta sends a SAML context that Workspace ONE Access does not know*');
    expect(second).toContain('(API token or key, password × 2)');
    expect(second).toContain('Delete the message');
    expect(second).toContain('revoke it');
  });

  it.each(Object.keys(ordinaryReplies).filter((kind) => kind !== 'silence'))(
    'of every kind (%s) warns about secrets once, behind its first line',
    (kind) => {
      const ordinary = ordinaryReplies[kind as keyof typeof ordinaryReplies];
      const message = renderReply({ ...ordinary, redactions: [{ kind: 'password', count: 1 }] }, inThread);
      const texts = message ? mrkdwnOf({ ...message, text: '' }) : [];

      expect(texts.filter((text) => text.includes('holds a secret'))).toHaveLength(1);
      expect(texts.find((text) => text !== '')).not.toContain('holds a secret');
    },
  );

  it('shows what the desk puts between backticks as code', () => {
    const notice = { kind: 'notice', tone: 'done', text: 'I read this channel. `unwatch` stops it; `odd' } as const;

    expect(renderReply(notice, inThread)?.text).toMatch(/`unwatch` stops it; [^`]odd/);
  });

  it('tells what to do, where, what to enter and what to see', () => {
    const message = renderReply(ordinaryReplies.answer, inThread);

    expect(message?.text).toContain(
      [
        '*1.* Open the Okta identity provider and add the context `Unspecified`.',
        'Where: Workspace ONE Access console → Identity &amp; Access Management → Identity Providers → Okta',
        'Value: `urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified`',
        'You should see: “Unspecified” stands in the list of SAML contexts.',
      ].join('\n'),
    );
  });

  it('names its source and version, and why it was chosen', () => {
    const message = renderReply(ordinaryReplies.answer, inThread);

    expect(message?.text).toContain('`federation-artifact-not-found@3`');
    expect(message?.text).toContain('<https://example.com/blog|Troubleshooting blog>');
    expect(message?.text).toContain('matches the error text “federationArtifact.not.found”');
  });

  it('after a fix that did not help says which', () => {
    const tried = { articleId: 'idp-not-found', title: 'IdP not found' };

    expect(renderReply({ ...ordinaryReplies.unknown, tried }, inThread)?.text).toMatch(
      /^\*“IdP not found”\* did not help\./,
    );
    expect(renderReply(ordinaryReplies.unknown, inThread)?.text).toMatch(/^\*I don’t know this one\.\*/);
  });

  it('says that an article can be written only where there was none', () => {
    const tried = { articleId: 'idp-not-found', title: 'IdP not found' };
    const noted = 'I have noted the question so that an article can be written.';

    expect(renderReply(ordinaryReplies.unknown, inThread)?.text).toContain(noted);
    const text = renderReply({ ...ordinaryReplies.unknown, tried }, inThread)?.text;
    expect(text).not.toContain(noted);
    expect(text).toContain('so that the article can be mended');
  });

  it('shows titles and reasons on a line each, however long they are', () => {
    const long = 'A very long\ntitle of an article that goes on and on. '.repeat(12);
    const given = answer(article({ title: long }));
    const [first] = given.answers;
    if (first === undefined) throw new Error('There is an answer.');
    const wordy = { ...given, answers: [{ ...first, match: { ...first.match, evidence: [long] } }] };
    const blocks = mrkdwnOf({ ...renderReply(wordy, inThread), text: '' } as never).slice(1);

    for (const text of blocks.slice(0, 2)) {
      expect(text).not.toContain('\n');
      expect(text.length).toBeLessThan(230);
    }
    const link = { articleId: 'idp-not-found', title: long };
    const unknown = renderReply({ ...ordinaryReplies.unknown, tried: link, nearest: [link, link] }, inThread);
    expect(String(unknown?.text.split('\n', 1)[0]).length).toBeLessThan(500);
  });

  it('waves to who was only friendly', () => {
    expect(renderReply({ kind: 'notice', tone: 'friendly', text: 'You are welcome.' }, inThread)?.text).toBe(
      ':wave: You are welcome.',
    );
  });
});

describe('the people of a log', () => {
  it('are a row of buttons below what was read', () => {
    const people = ['ann@acme.example', 'jdoe@acme.example'];
    const read = { readings: [{ what: 'log' as const, said: '2 events; 2 failed.', quotes: [] }], people };
    const message = renderReply({ ...answer(article()), read }, { ...inThread, isDirect: true });
    const row = message?.blocks.find(({ block_id }) => block_id === 'log-people');

    expect(row).toMatchObject({
      type: 'actions',
      elements: people.map((who) => ({ text: { text: `Check ${who}` }, value: expect.stringContaining(`"${who}"`) })),
    });
  });
});
