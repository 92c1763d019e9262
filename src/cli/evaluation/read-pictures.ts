import { readFile } from 'node:fs/promises';
import { UserError } from '../../model/errors.js';
import type { ReadPicture } from '../../model/picture.js';
import type { EvaluationCase } from '../../understanding/evaluate.js';
import type { HeldOut } from './read-cases.js';

/**
 * The texts that are read in the pictures. Throws `UserError` when a picture is not there or can't be read: a set with
 * such a one measures nothing.
 * @param progress told after each picture how many are done.
 */
export async function readPictures(
  pictures: HeldOut['pictures'],
  read: ReadPicture,
  progress: (done: number) => void,
): Promise<EvaluationCase[]> {
  const texts: EvaluationCase[] = [];
  for (const { file, picture, ...expectation } of pictures) {
    const { text } = await readFile(file)
      .then(read)
      .catch((cause: unknown) => {
        const why = cause instanceof UserError ? cause.message : 'There is no such file, or it can’t be opened.';
        throw new UserError('bad-input', `The picture ${file} can't be read. ${why}`, { cause });
      });
    texts.push({ ...expectation, text });
    progress(texts.length);
  }
  return texts;
}
