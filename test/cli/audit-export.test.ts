import { describe, expect, it } from 'vitest';
import { auditCard } from '../../src/cli/audit-card.js';
import { auditCsv, auditJson, auditMarkdown } from '../../src/cli/audit-export.js';
import { createPaint } from '../../src/cli/output.js';
import { auditOf } from '../../src/diagnosis/index.js';
import type { CheckResult } from '../../src/model/check.js';
import { aResult } from '../diagnosis/making.js';

const at = '2026-11-24T09:00:00.000Z';
const style = { paint: createPaint(false), width: Number.POSITIVE_INFINITY };
const earlier = {
  at: '2026-11-23T09:00:00.000Z',
  results: [
    { check: 'names-match', outcome: 'pass' },
    { check: 'cert', outcome: 'pass' },
  ],
} as const;
const results = [
  aResult('cert', 'pass'),
  aResult('names-match', 'fail', { said: 'They differ.', articleId: 'username-mismatch' }),
  aResult('rules', 'unknown', {
    errors: [{ system: 'okta', code: 'forbidden', message: 'Grant okta.policies.read.' }],
  }),
];

/** Takes CSV apart as RFC 4180 has it. */
function cellsOf(csv: string): string[][] {
  expect(csv.endsWith('\r\n')).toBe(true);
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('an audit in the terminal', () => {
  it('has the score, what changed, and a row for each check', () => {
    expect(auditCard(auditOf(results, at, earlier), style)).toBe(
      `✗ 1 of 2 is wrong. 1 could not be seen. Score: 50 of 100.
2026-11-24 09:00 UTC · 3 checks

Changed since 2026-11-23 09:00 UTC
✓ → ✗ names-match: They differ.
new → ? rules: rules says unknown.

✗ names-match  They differ. → article username-mismatch
? rules        rules says unknown.
✓ cert         cert says pass.
`,
    );
  });

  it('wraps what was seen within its column', () => {
    const long = aResult('cert', 'pass', { said: 'word '.repeat(30).trim() });
    const lines = auditCard(auditOf([long], at), { ...style, width: 40 }).split('\n');

    expect(lines.filter((line) => line.length > 40)).toEqual([]);
    expect(lines).toContain('        word word word word word word');
  });
});

describe('an audit as JSON', () => {
  it('says null where there is no score', () => {
    expect(JSON.parse(auditJson(auditOf([aResult('a', 'unknown')], at)))).toMatchObject({ at, score: null });
    expect(JSON.parse(auditJson(auditOf(results, at)))).toMatchObject({ score: 50, results: { length: 3 } });
  });
});

describe('an audit as CSV', () => {
  it('has a row for each check with what was read', () => {
    expect(cellsOf(auditCsv(auditOf(results, at, earlier)))).toEqual([
      ['at', 'check', 'outcome', 'before', 'states', 'said', 'article', 'evidence', 'errors'],
      [
        at,
        'names-match',
        'fail',
        'pass',
        'names-match is right.',
        'They differ.',
        'username-mismatch',
        `A setting: on (Okta, GET /x, needs a.read, ${at})`,
        '',
      ],
      [
        at,
        'rules',
        'unknown',
        '',
        'rules is right.',
        'rules says unknown.',
        '',
        '',
        'Okta, forbidden: Grant okta.policies.read.',
      ],
      [
        at,
        'cert',
        'pass',
        'pass',
        'cert is right.',
        'cert says pass.',
        '',
        `A setting: on (Okta, GET /x, needs a.read, ${at})`,
        '',
      ],
    ]);
  });

  it.each([
    ['=cmd|calc!A0', "'=cmd|calc!A0"],
    ['+1', "'+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    [' \t=1', "'=1"],
    ['\u0000=1', "'=1"],
    ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
    ['a=1, “b” and "c"', 'a=1, “b” and "c"'],
    ['two\r\nlines', 'two lines'],
  ])('keeps %j from being run, and every cell whole', (said, cell) => {
    const [, row] = cellsOf(auditCsv(auditOf([aResult('cert', 'pass', { said })], at)));

    expect(row?.[5]).toBe(cell);
    expect(row).toHaveLength(9);
  });
});

describe('an audit as Markdown', () => {
  const markdown = (result: CheckResult) => auditMarkdown(auditOf([result], at));

  it('has the score, what changed, every check, and what was read', () => {
    const text = auditMarkdown(auditOf(results, at, earlier));

    expect(text).toContain('\n1 of 2 is wrong.');
    expect(text).toContain('\n## Changed since 2026-11-23T09:00:00.000Z\n');
    expect(text).toContain('\n| right | wrong | names-match | They differ. |\n');
    expect(text).toContain('\n| wrong | names-match | names-match is right. | They differ. | username-mismatch |\n');
    expect(text).toContain('\n- cert: A setting: on (Okta, GET /x, needs a.read, ');
  });

  it('takes nothing from outside for mark-up', () => {
    const text = markdown(aResult('cert', 'fail', { said: 'a|b <img src=x> [c](http://d) `e` @team\n# f' }));

    expect(text).toContain('| a\\|b &lt;img src=x&gt; \\[c\\](http://d) \\`e\\` &#64;team \\# f |');
  });
});
