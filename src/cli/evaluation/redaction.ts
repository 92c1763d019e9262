import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../model/errors.js';
import {
  evaluateRedaction as evaluate,
  plantedTextSchema,
  type RedactionReport,
} from '../../understanding/evaluate-redaction.js';
import { redact } from '../../understanding/redact.js';

/**
 * Measures redaction on the planted texts in the folder `redaction` within this one; undefined when there is no such
 * folder. Throws `UserError` naming the line that is none.
 */
export async function evaluateRedaction(folder: string): Promise<RedactionReport | undefined> {
  const within = join(folder, 'redaction');
  const names = await readdir(within).catch(() => undefined);
  if (names === undefined) return undefined;
  const files = names.filter((name) => name.endsWith('.jsonl')).sort();
  const texts = await Promise.all(
    files.map(async (file) =>
      (await readFile(join(within, file), 'utf8'))
        .split('\n')
        .flatMap((line, index) => (line.trim() === '' ? [] : [readPlanted(line, `${file}:${index + 1}`)])),
    ),
  );
  return evaluate(texts.flat(), redact);
}

function readPlanted(line: string, place: string) {
  try {
    return plantedTextSchema.parse(JSON.parse(line));
  } catch (cause) {
    const format = '{"id", "kind", "text", "secrets": []}';
    throw new UserError('bad-input', `redaction/${place} is no planted text. Each line is an object ${format}.`, {
      cause,
    });
  }
}
