import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../model/errors.js';
import type { EvaluationCase } from '../../understanding/evaluate.js';
import type { Evaluation } from '../parts.js';
import { plainLine } from '../plain-text.js';

/** More faults than this are a wrong folder. */
const mostFaults = 20;

/** All held-out texts of a folder's `*.jsonl` files. Throws `UserError`: no such files, or every fault by file and line. */
export async function readCases(folder: string, readCase: Evaluation['readCase']): Promise<EvaluationCase[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new UserError(
      'bad-input',
      `The folder ${folder} can't be read. Name one with held-out texts: --dir <folder>.`,
      {
        cause,
      },
    );
  });
  const files = names.filter((name) => name.endsWith('.jsonl') && !name.startsWith('.')).sort();
  if (files.length === 0) {
    throw new UserError(
      'bad-input',
      `The folder ${folder} holds no held-out texts: it has no *.jsonl files. Name another with --dir <folder>.`,
    );
  }
  const cases: EvaluationCase[] = [];
  const places = new Map<string, string>();
  const faults: string[] = [];
  for (const file of files) {
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const place = `${file}:${index + 1}`;
      const read = readCase(line);
      if (!read.ok) {
        faults.push(`${place}: ${read.fault}`);
        continue;
      }
      const earlier = places.get(read.case.id);
      if (earlier !== undefined)
        faults.push(`${place}: The id "${plainLine(read.case.id)}" is already used at ${earlier}.`);
      places.set(read.case.id, place);
      cases.push(read.case);
    }
  }
  if (faults.length > 0) {
    const more = faults.length > mostFaults ? [`… and ${faults.length - mostFaults} more`] : [];
    const list = [...faults.slice(0, mostFaults), ...more].map((fault) => `  ${fault}`).join('\n');
    throw new UserError('bad-input', `The held-out texts in ${folder} have faults. Mend them and try again:\n${list}`);
  }
  if (cases.length === 0)
    throw new UserError('bad-input', `The files in ${folder} hold no held-out texts: they are empty.`);
  return cases;
}
