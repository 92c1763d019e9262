import { describe, expect, it } from 'vitest';
import { diagnosisCard } from '../../src/cli/diagnosis-card.js';
import { diagnosisJson, statusOf } from '../../src/cli/diagnosis-json.js';
import { createPaint } from '../../src/cli/output.js';
import type { Reply } from '../../src/desk/reply.js';
import { conclude, judge } from '../../src/diagnosis/index.js';
import type { CheckResult } from '../../src/model/check.js';
import type { LookupReport } from '../../src/model/lookup.js';
import { anArticle, aResult, type MadeStep } from '../diagnosis/making.js';
import { report } from '../slack/helpers/samples.js';

type DiagnosisReply = Extract<Reply, { kind: 'diagnosis' }>;

const style = { paint: createPaint(false), width: Number.POSITIVE_INFINITY };
const folded = { isExplained: false };
const steps: readonly MadeStep[] = [
  { checks: ['first'] },
  { checks: ['second'], where: 'Menu → Page', values: ['one', 'two'] },
  { byHand: 'No API shows it.' },
  { checks: ['third'] },
];

function diagnosed(results: readonly CheckResult[], more: Partial<DiagnosisReply> = {}): DiagnosisReply {
  const found = new Map(results.map((result) => [result.check, result]));
  const articles = [anArticle('likely', steps), anArticle('other', [{ checks: ['first'] }])];
  const diagnosis = conclude(articles.map((article) => judge(article, found)));
  return { kind: 'diagnosis', diagnosis, diagnosisId: '1', live: { articles: ['likely', 'other'] }, ...more };
}

const proven = [
  aResult('first', 'pass'),
  aResult('second', 'fail', { said: 'It is off.' }),
  aResult('third', 'unknown'),
];

describe('a diagnosis in the terminal', () => {
  it('has the cause, the step that mends it, what is open, and what is right folded', () => {
    expect(diagnosisCard(diagnosed(proven), style, folded)).toBe(
      `✗ Found the cause: It is off.

The problem likely

Step 1 is in order.

✗ 2. Do 2.
     Seen: It is off.
     Where: Okta Admin Console → Menu → Page
     Value: one
     Value: two
     You should see: It is right.

? 4. Do 4.
     Not seen: third says unknown.
     Where: Okta Admin Console
     You should see: It is right.

→ 3. Do 3.
     By hand: No API shows it.
     Where: Okta Admin Console
     You should see: It is right.

✓ As it should be:
  - first says pass.

Usual cause ruled out here:
other  The problem other

likely@1 · read 09:00:00 UTC · --explain shows what was read
`,
    );
  });

  it('says first that the usual cause is ruled out, and gives no step that presupposes it', () => {
    const bridge: readonly MadeStep[] = [
      { checks: ['first'] },
      { checks: ['second'] },
      { byHand: 'It mends it.' },
      { do: 'Look at the policy rule.', byHand: 'No API shows it.', canHelpAnyway: true },
    ];
    const found = new Map([
      ['first', aResult('first', 'pass')],
      ['second', aResult('second', 'unknown', { said: 'Okta is silent.' })],
    ]);
    const diagnosis = conclude([judge(anArticle('likely', bridge, ['other'], ['first']), found)]);

    expect(
      diagnosisCard({ kind: 'diagnosis', diagnosis, diagnosisId: '1', live: { articles: [] } }, style, folded),
    ).toBe(
      `✓ Not the usual cause here: The cause of likely.

What is left
Could not be checked: Okta is silent.

→ Look at the policy rule.
  By hand: No API shows it.
  Where: Okta Admin Console
  You should see: It is right.

The problem likely

Not this?
- The error of other differs.
  wo-okta article other

✓ As it should be:
  - first says pass.

likely@1 · read 09:00:00 UTC · wo-okta article likely has all its steps · --explain shows what was read
`,
    );
  });

  it('tells a proven cause in an article that nobody asked about without the problem it is named after', () => {
    const live = { articles: ['likely', 'other'], asked: ['other'] };
    const text = diagnosisCard(diagnosed(proven, { live }), style, folded);

    expect(text).toMatch(
      /^✗ Found the cause: It is off\.\n\nWhat mends it\nIt stands in another article, likely; what was asked about is below\./,
    );
    expect(text).not.toContain('The problem likely');
    expect(text).toContain('other  The problem other');
  });

  it('keeps the article that was asked for, with what is proven elsewhere as one line', () => {
    const articles = [anArticle('likely', steps), anArticle('other', [{ checks: ['first'] }])];
    const found = new Map(proven.map((result) => [result.check, result]));
    const judged = articles.map((article) => judge(article, found));
    const text = diagnosisCard(
      {
        kind: 'diagnosis',
        diagnosis: conclude(judged, { wanted: 'other' }),
        diagnosisId: '1',
        live: { articles: ['other', 'likely'], asked: ['other'], isWanted: true },
      },
      style,
      folded,
    );

    expect(text).toMatch(
      /^✓ Not the usual cause here: The cause of other\.\n\n✗ Proven elsewhere: It is off\.\n {2}wo-okta article likely\n\nThe problem other\n/,
    );
    expect(text).not.toContain('Found as well');
  });

  it('explains what was read, what is wrong first, each check once', () => {
    const text = diagnosisCard(diagnosed(proven), style, { isExplained: true });

    expect(text.slice(text.indexOf('What was read'))).toBe(
      `What was read
✗ It is off.
  Should be: second is right.
  - A setting: on
    Okta, A → B · GET /x · needs a.read · 09:00:00 UTC
? third is right.
  third says unknown.
  Nothing was read for it.
✓ first is right.
  first says pass.
  - A setting: on
    Okta, A → B · GET /x · needs a.read · 09:00:00 UTC

likely@1 · read 09:00:00 UTC
`,
    );
  });

  it('asks what the tenants left open, and names the choices once', () => {
    const choices = [
      { intentId: 'likely', label: 'The likely one' },
      { intentId: 'other', label: 'The other one' },
    ];
    const text = diagnosisCard(diagnosed([], { undecided: { question: 'Which?', choices } }), style, folded);

    expect(text.indexOf('Which?')).toBe(0);
    expect(text).toContain(
      'Which?\n- The likely one\n  wo-okta article likely\n- The other one\n  wo-okta article other\n',
    );
    expect(text).not.toContain('Not ruled out');
    expect(text).toContain('nothing was read');
  });

  it('about a person says how they stand, and where the last sign-in stopped', () => {
    const legs: LookupReport['legs'] = [
      { leg: 'request', state: 'passed' },
      { leg: 'authentication', state: 'failed', text: 'LOGIN failed' },
      { leg: 'assertion', state: 'unseen' },
    ];
    const about = report({ status: 'finding', summary: 'Her names differ.', legs });

    expect(diagnosisCard(diagnosed(proven, { report: about }), style, folded)).toContain(
      `Ann Ace (ann@acme.example)
✗ Her names differ.

The last sign-in, leg by leg
✓ Okta’s request reaches Access
✗ the person is authenticated: LOGIN failed
? the assertion reaches Okta
`,
    );
  });

  it('keeps within the window, and shows no control characters of anybody’s', () => {
    const evil = JSON.parse(
      JSON.stringify(diagnosed(proven, { report: report() })).replaceAll(/([a-z]{3}) /g, '$1 \\u001b[2J\\u009b '),
    );
    const drawn = diagnosisCard(evil, { ...style, width: 60 }, { isExplained: true });

    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
    expect(drawn).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
    expect(drawn.split('\n').filter((line) => line.length > 60 && line.trim().includes(' '))).toEqual([]);
  });
});

describe('a diagnosis for scripts', () => {
  it('has the articles with their verdicts, steps and results, and all evidence', () => {
    expect(diagnosisJson(diagnosed(proven))).toMatchObject({
      status: 'finding',
      summary: 'It is off.',
      verdict: 'confirmed',
      evidence: [{ what: 'A setting' }, { what: 'A setting' }],
      errors: [],
      articles: [
        {
          id: 'likely',
          verdict: 'confirmed',
          isCauseRuledOut: false,
          cause: 'second',
          steps: [{ number: 2 }, { number: 4 }, { number: 3 }, { number: 1 }],
        },
        {
          id: 'other',
          verdict: 'ruled-out',
          isCauseRuledOut: true,
          steps: [{ outcome: 'pass', results: [{ check: 'first' }] }],
        },
      ],
    });
  });

  const right = [aResult('first', 'pass'), aResult('second', 'pass'), aResult('third', 'pass')];
  it.each([
    ['ok', right, undefined],
    ['ok', right, 'ok'],
    ['finding', right, 'finding'],
    ['partial', right, 'partial'],
    ['partial', right, 'unreadable'],
    ['finding', proven, 'unreadable'],
    ['unreadable', [aResult('first', 'unknown')], 'unreadable'],
    ['partial', [aResult('first', 'unknown')], 'ok'],
  ] as const)('is %s where the checks and the person come to that', (expected, results, status) => {
    expect(statusOf(diagnosed(results, status === undefined ? {} : { report: report({ status }) }))).toBe(expected);
  });
});
