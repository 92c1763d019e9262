import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PlantedText, plantedTextSchema } from '../../src/understanding/evaluate-redaction.js';

const folders = ['test/evaluation/redaction', 'test/evaluation/development/redaction'];

/** All texts with planted secrets and all look-alikes, of both halves. */
export function plantedTexts(): PlantedText[] {
  return folders.flatMap((folder) =>
    readdirSync(folder).flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => plantedTextSchema.parse(JSON.parse(line))),
    ),
  );
}
