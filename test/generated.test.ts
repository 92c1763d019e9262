import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../scripts/generated-files.js';
import { readConfig } from '../src/config.js';
import { variables } from '../src/variables.js';

const files = generatedFiles();

describe('generated files', () => {
  it.each(Object.entries(files))('%s is current; `npm run generate` writes it', async (path, content) => {
    expect(await readFile(path, 'utf8')).toBe(content);
  });

  it('.env.example names every variable, and copied as it is starts the playground with the defaults', () => {
    const example = files['.env.example'] ?? '';
    for (const name of Object.keys(variables)) expect(example).toMatch(new RegExp(`^#?${name}=`, 'm'));
    expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
    expect(readConfig(parseEnv(example.replaceAll(/^#(?=[A-Z_]+=)/gm, '')))).toEqual(readConfig({}));
  });
});
