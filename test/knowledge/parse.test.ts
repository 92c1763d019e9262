import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseArticle, parseIntent } from '../../src/knowledge/parse.js';
import { articleFields, articleText, intentFields } from '../support/small-knowledge.js';

const intent = stringify(intentFields('one-thing'));
const article = articleText(articleFields('one-thing'));
const lines = (text: string) => text.trimEnd().split('\n').length;

function faultsOf(parse: typeof parseArticle | typeof parseIntent, text: string): string[] {
  const parsed = parse('file', text);
  return parsed.ok ? [] : parsed.faults.map(({ line, message }) => `${line}: ${message}`);
}

describe('the file of an article', () => {
  it.each([
    ['as written', article],
    ['with a byte order mark', `\uFEFF${article}`],
    ['with line ends of Windows', article.replaceAll('\n', '\r\n')],
    ['with line ends of old Macs', article.replaceAll('\n', '\r')],
    ['with spaces behind its dashes', article.replaceAll('---\n', '---  \n')],
  ])('is read %s', (_how, text) => {
    const parsed = parseArticle('file', text);
    expect(parsed.ok && parsed.sourced.value).toMatchObject({ id: 'one-thing', body: 'Background.' });
  });

  it('may end with its front matter', () => {
    const parsed = parseArticle('file', article.slice(0, article.lastIndexOf('---') + 3));
    expect(parsed.ok && parsed.sourced.value.body).toBe('');
  });

  it('may have lines of dashes in its text', () => {
    const parsed = parseArticle('file', articleText(articleFields('one-thing'), 'above\n\n---\n\nbelow'));
    expect(parsed.ok && parsed.sourced.value.body).toBe('above\n\n---\n\nbelow');
  });

  it.each(['', 'hello', '# Title\n---\nid: x\n---\n', '---\nid: x\n', '----\nid: x\n----\n'])(
    'starts with front matter, unlike %j',
    (text) => {
      expect(faultsOf(parseArticle, text)).toEqual([expect.stringMatching(/^1: An article starts with front matter/)]);
    },
  );

  it.each([
    ['an id with capitals', { id: 'One' }, /^2: `id`: an id is lower-case words joined by hyphens/],
    ['a version that is no number', { version: 'x' }, /^3: `version`: /],
    ['a day that does not exist', { reviewed: '2026-02-30' }, /`reviewed`: /],
    ['an area nobody knows', { area: 'coffee' }, /^5: `area`: Invalid option/],
    ['no steps', { steps: [] }, /`steps`: Too small/],
    ['a step without its place', { steps: [{ do: 'x', expect: 'y' }] }, /^10: `steps\.0\.place`/],
    ['an address without https', { source: { title: 'a', section: 'b', url: 'http://x.example' } }, /`source\.url`/],
    ['two lines where one belongs', { cause: 'one\ntwo' }, /`cause`: must be a single line/],
    ['a field nobody knows', { colour: 'red' }, /^17: There is no field `colour` here/],
  ])('is refused with its line in the file for %s', (_what, more, fault) => {
    expect(faultsOf(parseArticle, articleText(articleFields('one-thing', more)))).toContainEqual(
      expect.stringMatching(fault),
    );
  });

  it('is refused with the same line whatever its line ends', () => {
    const broken = articleText(articleFields('one-thing', { version: 'x' }));
    expect(faultsOf(parseArticle, broken.replaceAll('\n', '\r\n'))).toEqual(faultsOf(parseArticle, broken));
  });
});

describe('the file of an intent', () => {
  it.each([
    ['as written', intent],
    ['with a byte order mark', `\uFEFF${intent}`],
    ['with line ends of Windows', intent.replaceAll('\n', '\r\n')],
  ])('is read %s', (_how, text) => {
    const parsed = parseIntent('file', text);
    expect(parsed.ok && parsed.sourced.value.id).toBe('one-thing');
  });

  const end = lines(intent) + 1;
  it.each([
    ['nothing in it', '', /^1: /],
    ['no fields', 'hello', /^1: /],
    ['a broken list', `${intent}vague: [1, 2\n`, new RegExp(`^${end + 1}: This is not valid YAML`)],
    ['tabs', 'id: a\n\ttitle: b', /^2: This is not valid YAML: Tabs/],
    [
      'a field twice',
      `${intent}title: Again\n`,
      new RegExp(`^${end}: This is not valid YAML: Map keys must be unique`),
    ],
    ['a field nobody knows', `${intent}colour: red\n`, new RegExp(`^${end}: There is no field \`colour\` here`)],
    [
      'one inside another',
      `${intent}facts:\n  wishes: []\n`,
      new RegExp(`^${end + 1}: There is no field \`wishes\` here`),
    ],
    ['a prototype for a field', `${intent}__proto__:\n  a: 1\n`, /There is no field `__proto__` here/],
    [
      'a fact nobody knows',
      `${intent}facts:\n  needs:\n    - scim\n    - bananas\n`,
      new RegExp(`^${end + 3}: \`facts\\.needs\\.1\``),
    ],
    [
      'a number for an example',
      `${intent}vague:\n  - text: 42\n    or: [a]\n`,
      new RegExp(`^${end + 1}: \`vague\\.0\\.text\``),
    ],
    ['a missing title', intent.replace(/title: .*\n/, ''), /^1: `title` is missing\.$/],
    ['a misspelt part of a choice', intent.replace('  article:', '  artcle:'), /^4: There is no field `artcle` here/],
    ['a misspelt choice', intent.replace(/leadsTo:\n.*\n/, 'leadsTo: hepl\n'), /^3: `leadsTo`: .*"help"/],
    ['an alias of nothing', `${intent}question: *nope\n`, /^1: An alias/],
    ['two documents', `${intent}---\n${intent}`, /This is not valid YAML/],
  ])('is refused with its line for %s', (_what, text, fault) => {
    expect(faultsOf(parseIntent, text)).toContainEqual(expect.stringMatching(fault));
  });

  it('needs ten examples', () => {
    const examples = Array.from({ length: 9 }, (_, n) => `example ${n}`);
    expect(faultsOf(parseIntent, stringify(intentFields('one-thing', { examples })))).toEqual([
      expect.stringMatching(/`examples`: Too small/),
    ]);
  });

  it.each([
    [
      'aliases that multiply',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[n]}`).join(',')}]\n`).join('')}`,
    ],
    ['an alias within itself', 'a: &a [*a]'],
    ['100,000 open brackets', `a: ${'['.repeat(100_000)}`],
    ['5,000 lists in each other', `a: ${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['5,000 maps in each other', '{a: '.repeat(5_000)],
    ['control characters', '\u0000\u0001\u0002'],
    ['600,000 characters', `${intent}#${'x'.repeat(600_000)}`],
  ])('is refused in a few lines for %s', (_what, text) => {
    const faults = faultsOf(parseIntent, text);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(20);
    expect(faults.join('\n').length).toBeLessThan(5_000);
  });

  it('says where in it a part stands', () => {
    const parsed = parseIntent('file', intent);
    if (!parsed.ok) throw new Error('It parses.');
    expect(intent.split('\n')[parsed.sourced.lineOf(['examples', 3]) - 1]).toBe('  - our tenant sees one thing today');
    expect(parsed.sourced.lineOf(['examples', 99, 'x'])).toBe(parsed.sourced.lineOf(['examples']));
    expect(parsed.sourced.lineOf([])).toBe(1);
  });
});
