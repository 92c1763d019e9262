import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../model/errors.js';
import type { EvaluationCase, PictureCase } from '../../understanding/evaluate.js';
import type { Evaluation } from '../parts.js';
import { plainLine } from '../plain-text.js';

/** More faults than this are a wrong folder. */
const mostFaults = 20;

/** The folder in a set that holds its pictures, and their expectations beside them. */
const pictureFolder = 'screenshots';

/** A held-out set: texts, and pictures with the file each is in. */
export interface HeldOut {
  readonly texts: readonly EvaluationCase[];
  readonly pictures: readonly (PictureCase & { readonly file: string })[];
}

/**
 * What the `*.jsonl` files of a folder hold and, with `withPictures`, those of its folder `screenshots`. Throws `UserError`: no
 * such files, or every fault by file and line.
 */
export async function readHeldOut(
  folder: string,
  { withPictures, readCase }: { readonly withPictures: boolean; readonly readCase: Evaluation['readCase'] },
): Promise<HeldOut> {
  const names = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new UserError(
      'bad-input',
      `The folder ${folder} can't be read. Name one with held-out texts: --dir <folder>.`,
      {
        cause,
      },
    );
  });
  const hasPictures = names.some((entry) => entry.isDirectory() && entry.name === pictureFolder);
  const files = names.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  if (withPictures && hasPictures)
    files.push(...(await readdir(join(folder, pictureFolder))).map((name) => join(pictureFolder, name)));
  const lists = files.filter((file) => file.endsWith('.jsonl') && !basename(file).startsWith('.')).sort();
  if (lists.length === 0) {
    throw new UserError(
      'bad-input',
      `The folder ${folder} holds no held-out texts: it has no *.jsonl files. Name another with --dir <folder>.`,
    );
  }
  const texts: EvaluationCase[] = [];
  const pictures: HeldOut['pictures'][number][] = [];
  const places = new Map<string, string>();
  const faults: string[] = [];
  for (const list of lists) {
    const lines = (await readFile(join(folder, list), 'utf8')).split('\n');
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const place = `${list}:${index + 1}`;
      const read = readCase(line);
      if (!read.ok) {
        faults.push(`${place}: ${read.fault}`);
        continue;
      }
      const earlier = places.get(read.case.id);
      if (earlier !== undefined)
        faults.push(`${place}: The id "${plainLine(read.case.id)}" is already used at ${earlier}.`);
      places.set(read.case.id, place);
      if ('text' in read.case) texts.push(read.case);
      else if (withPictures) pictures.push({ ...read.case, file: join(folder, dirname(list), read.case.picture) });
    }
  }
  if (faults.length > 0) {
    const more = faults.length > mostFaults ? [`… and ${faults.length - mostFaults} more`] : [];
    const list = [...faults.slice(0, mostFaults), ...more].map((fault) => `  ${fault}`).join('\n');
    throw new UserError('bad-input', `The held-out texts in ${folder} have faults. Mend them and try again:\n${list}`);
  }
  if (texts.length + pictures.length === 0)
    throw new UserError('bad-input', `The files in ${folder} hold no held-out texts: they are empty.`);
  return { texts, pictures };
}
