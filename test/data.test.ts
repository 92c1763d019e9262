import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checks } from '../src/checks/index.js';
import { loadLibrary } from '../src/knowledge/load.js';
import { fold } from '../src/model/fold.js';
import { evaluationCaseSchema, pictureCaseSchema } from '../src/understanding/evaluate.js';
import { createUnderstand, examplesOf } from '../src/understanding/index.js';
import { describeArticle } from './contracts/article.js';
import { describeIntent } from './contracts/intent.js';

const { articles, intents } = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });
const understand = createUnderstand(intents);

describe.each([...articles.values()].map((article) => [article.id, article] as const))('article %s', (_id, article) =>
  describeArticle(article),
);

describe.each([...intents.values()].map((intent) => [intent.id, intent] as const))('intent %s', (_id, intent) =>
  describeIntent(intent, understand),
);

describe('checks', () => {
  it('are each named by a step of an article: one that no step relies on tells nobody anything', () => {
    const named = new Set([...articles.values()].flatMap(({ steps }) => steps.flatMap((step) => step.checks ?? [])));
    expect(checks.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });
});

describe('held-out texts', async () => {
  const folder = 'test/evaluation';
  const files = (await readdir(folder, { recursive: true })).filter(
    (name) => name.endsWith('.jsonl') && !name.includes('redaction'),
  );
  const lines = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const cases = lines.flatMap((text) =>
    text
      .trim()
      .split('\n')
      .map((line) => z.union([evaluationCaseSchema, pictureCaseSchema]).parse(JSON.parse(line))),
  );

  it('have ids of their own and expect intents that exist', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(cases.flatMap(({ expect: wanted }) => wanted).filter((id) => !intents.has(id))).toEqual([]);
  });

  it('hold ten for every intent, and 200 that ask nothing of the bot', () => {
    const counts = new Map<string, number>();
    for (const id of cases.flatMap(({ expect: wanted }) => wanted)) counts.set(id, (counts.get(id) ?? 0) + 1);
    const few = [...intents.keys()].filter((id) => id !== 'unrelated' && (counts.get(id) ?? 0) < 10);
    expect(few).toEqual([]);
    expect(cases.filter(({ expect: wanted }) => wanted.length === 0).length).toBeGreaterThanOrEqual(200);
  });

  it('are in no intent: a text that was learnt measures nothing', () => {
    const learnt = new Set(examplesOf(intents.values()).map(({ text }) => fold(text)));
    // A bare error text is the same wherever it is written, and so are a few words.
    const errorTexts = new Set(
      [...intents.values()].flatMap((intent) => intent.signatures.map(({ text }) => fold(text))),
    );
    const texts = cases.filter((item) => 'text' in item);
    const own = texts.filter(({ text }) => text.trim().split(/\s+/).length > 6 && !errorTexts.has(fold(text)));
    expect(own.filter(({ text }) => learnt.has(fold(text))).map(({ id }) => id)).toEqual([]);
  });
});
