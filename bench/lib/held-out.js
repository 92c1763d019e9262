/** The texts every engine is tried on: `test/evaluation/`, which no engine has learnt from. */
import { readdir, readFile } from 'node:fs/promises';
import { evaluationCaseSchema } from '../../dist/understanding/evaluate.js';

const folder = new URL('../../test/evaluation/', import.meta.url);

/** All held-out texts, in the order of the files' names. Rejects when a line is not as `evaluate` wants it. */
export async function heldOutTexts() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const files = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return files
    .flatMap((text) => text.split('\n').filter((line) => line.trim() !== ''))
    .map((line) => evaluationCaseSchema.parse(JSON.parse(line)));
}

/**
 * The held-out messages without the pasted logs: node-nlp takes from seconds to minutes for one log (its built-in
 * entities). What logs cost us is in the section `growth`.
 */
export async function heldOutMessages() {
  return (await heldOutTexts()).filter(({ kind }) => !kind.startsWith('log'));
}
