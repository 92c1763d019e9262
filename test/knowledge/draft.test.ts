/** A draft is a valid file that is never an answer, until somebody has filled it in. */
import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { addExamples } from '../../src/knowledge/add-examples.js';
import { type DraftedProblem, draftArticle } from '../../src/knowledge/draft.js';
import { parseLibrary, readLibraryFiles } from '../../src/knowledge/load.js';
import { parseArticle, parseIntent } from '../../src/knowledge/parse.js';
import { warningsOf } from '../../src/knowledge/warnings.js';
import { createUnderstand } from '../../src/understanding/index.js';
import { articleText, type Fields, smallArticles, smallIntents } from '../support/small-knowledge.js';

const folders = { knowledge: 'knowledge', intents: 'intents' };
const own = await readLibraryFiles(folders);
const problem: DraftedProblem = {
  id: 'purple-triangle',
  questions: [
    'purple triangle in the tunnel app: what is "that"? # yes',
    'line one\n  line two: x\n\n- line four',
    '- dash',
  ],
  errorTexts: ['E_TUNNEL_PURPLE'],
  products: ['uem'],
  nearest: { id: 'mobile-sso-password-prompt', area: 'mobile-sso' },
  today: '2026-03-02',
};
const withDraft = (files = draftArticle(problem)) => ({
  ...own,
  articles: [...own.articles, files[0]],
  intents: [...own.intents, files[1]],
});
const fileOf = (folder: string, extension: string, fields: Fields, text: string) => ({
  file: `${folder}/${String(fields['id'])}.${extension}`,
  text,
});
const filledIn = (text: string) =>
  text
    .replace(/^title: "TODO.*$/m, 'title: A purple triangle in Tunnel')
    .replace(/TODO: another way to ask it \((\d+)\)/g, (_, number) => `triangle sign number ${number} in the tunnel`)
    .replaceAll('TODO: ', 'Filled in: ');

describe('a draft', () => {
  it('is a valid article and a valid intent, with the questions as they were asked', () => {
    const [article, intent] = draftArticle(problem);
    const parsedArticle = parseArticle(article.file, article.text);
    const parsedIntent = parseIntent(intent.file, intent.text);

    expect(parsedArticle).toMatchObject({
      ok: true,
      sourced: { value: { id: 'purple-triangle', area: 'mobile-sso', products: ['uem'], reviewed: '2026-03-02' } },
    });
    expect(parsedIntent).toMatchObject({
      ok: true,
      sourced: {
        value: {
          leadsTo: { article: 'purple-triangle' },
          signatures: [{ text: 'E_TUNNEL_PURPLE' }],
          examples: expect.arrayContaining([...problem.questions]),
        },
      },
    });
  });

  it.each(['article', 'intent'] as const)('fits the schema that editors check an %s by', async (kind) => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const schema = JSON.parse(await readFile(`schemas/${kind}.schema.json`, 'utf8'));
    const [article, intent] = draftArticle(problem);
    const text = kind === 'article' ? article.text.split('---\n')[1] : intent.text;
    const isValid = ajv.validate(schema, parse(text ?? ''));

    expect(ajv.errors ?? []).toEqual([]);
    expect(isValid).toBe(true);
  });

  it('hides nothing from who reviews it', () => {
    const hidden = 'tunnel\u202E desrever\u061C shows\u2028: a\u200B triangle\uFEFF';
    const files = draftArticle({ ...problem, questions: [hidden, `first line\n${hidden}`], errorTexts: [hidden] });

    for (const { text } of files) expect(text).not.toMatch(/[\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/);
  });

  it('needs neither error texts nor a neighbour nor many questions', () => {
    const { nearest: _, ...lonely } = problem;
    const [article, intent] = draftArticle({ ...lonely, questions: [], errorTexts: [], products: [] });

    expect(parseArticle(article.file, article.text)).toMatchObject({ ok: true });
    expect(parseIntent(intent.file, intent.text)).toMatchObject({ ok: true });
  });

  it('among the files of a library is left out and named, and breaks nothing', async () => {
    const before = await parseLibrary(own);
    const library = await parseLibrary(withDraft());

    expect([...library.articles.keys()]).toEqual([...before.articles.keys()]);
    expect([...library.intents.keys()]).toEqual([...before.intents.keys()]);
    expect(warningsOf(library).map(({ folder, file }) => `${folder}/${file}`)).toEqual([
      'knowledge/purple-triangle.md',
      'intents/purple-triangle.yaml',
    ]);
    expect(warningsOf(library)[0]?.next).toBe(
      'Fill in what says TODO in knowledge/purple-triangle.md, from line 6 on.',
    );
  });

  it.each([
    ['article', 0],
    ['intent', 1],
  ] as const)('of which only the %s is filled in still waits', async (_, done) => {
    const [article, intent] = draftArticle(problem);
    const half = [article, intent].map((file, index) =>
      index === done ? { ...file, text: filledIn(file.text) } : file,
    );
    const library = await parseLibrary(withDraft([half[0] ?? article, half[1] ?? intent]));

    expect(library.articles.has('purple-triangle')).toBe(false);
    expect(library.intents.has('purple-triangle')).toBe(false);
    expect(library.drafts).toHaveLength(1);
  });

  it('filled in is answered with', async () => {
    const { nearest: _, ...alone } = problem;
    const [article, intent] = draftArticle(alone).map(({ file, text }) => ({ file, text: filledIn(text) }));
    if (article === undefined || intent === undefined) throw new Error('There are two files.');
    // A small library: learning the examples of the whole takes seconds and shows no more.
    const library = await parseLibrary({
      articles: [...smallArticles.map((fields) => fileOf('knowledge', 'md', fields, articleText(fields))), article],
      intents: [...smallIntents.map((fields) => fileOf('intents', 'yaml', fields, stringify(fields))), intent],
      faults: [],
    });
    const understand = createUnderstand(library.intents);

    expect(library.drafts).toEqual([]);
    expect(understand('it said e_tunnel_purple')).toMatchObject({
      decision: 'answer',
      intents: [{ id: 'purple-triangle' }],
    });
    expect(understand('a triangle sign in the tunnel')).toMatchObject({
      decision: 'answer',
      intents: [{ id: 'purple-triangle' }],
    });
  });

  it('filled in fits the whole library', async () => {
    const [article, intent] = draftArticle(problem);
    const library = await parseLibrary(
      withDraft([
        { ...article, text: filledIn(article.text) },
        { ...intent, text: filledIn(intent.text) },
      ]),
    );

    expect(library.drafts).toEqual([]);
    expect(library.articles.get('purple-triangle')).toMatchObject({ title: 'A purple triangle in Tunnel' });
  });

  it('that another file leads to is not there: that file has a fault', async () => {
    const pointing = own.intents.map(({ file, text }) =>
      file === 'intents/help.yaml'
        ? { file, text: stringify({ ...parse(text), notThis: [{ text: 'purple', instead: 'purple-triangle' }] }) }
        : { file, text },
    );

    await expect(parseLibrary({ ...withDraft(), intents: [...pointing, draftArticle(problem)[1]] })).rejects.toThrow(
      /There is no other intent "purple-triangle"/,
    );
  });
});

describe('an example added to an intent', () => {
  const more = ['plain: text # no "comment"', 'two\nlines: here\n  and indented', '- dash', '日本'];

  it.each(own.intents.map(({ file, text }) => [file, text] as const))(
    'is the last one of %s, and every other line stays',
    (file, text) => {
      for (const eol of ['\n', '\r\n']) {
        const before = text.replaceAll('\n', eol);
        const after = addExamples(before, more, file);
        const examplesIn = (content: string): readonly string[] => parse(content).examples;

        expect(parseIntent(file, after)).toMatchObject({ ok: true });
        expect(examplesIn(after.replaceAll('\r\n', '\n'))).toEqual([...examplesIn(text), ...more]);
        const left = after.split(eol);
        // What was there is there, in its order: taking the new lines out gives the old file.
        const added = left.findIndex((line, index) => line !== before.split(eol)[index]);
        const count = left.length - before.split(eol).length;
        expect([...left.slice(0, added), ...left.slice(added + count)].join(eol)).toBe(before);
      }
    },
  );

  it.each([
    ['a comment behind the last example', 'examples:\n  - one # why\n# below\nnotThis: []\n'],
    ['no line break at the end', 'examples:\n  - one\n  - two'],
    ['a block of several lines at the end', 'examples:\n  - |\n    one\n    two\n\nvague: []\n'],
    ['items that are not indented', 'examples:\n- one\n- "two"\nid: x\n'],
  ])('keeps %s', (_, text) => {
    const after = addExamples(text, ['new: one'], 'x.yaml');

    expect(parse(after).examples).toEqual([...parse(text).examples, 'new: one']);
    for (const line of text.split('\n')) expect(after.split('\n')).toContain(line);
  });

  it.each(['id: x\n', 'examples: [one, two]\n', 'examples:\n', 'examples: {\n'])(
    'is refused where there is no such list: %j',
    (text) => {
      expect(() => addExamples(text, ['new'], 'x.yaml')).toThrow(/^x\.yaml has no list of examples/);
    },
  );
});
