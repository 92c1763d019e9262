import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../scripts/generated-files.js';
import { checks } from '../src/checks/index.js';
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

describe('the schema of articles, as an editor applies it', () => {
  const ajv = new Ajv();
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(files['schemas/article.schema.json'] ?? ''));
  const article = (step: object) => ({
    id: 'one',
    version: 1,
    title: 'One',
    area: 'scim',
    products: ['okta'],
    cause: 'It is so.',
    steps: [{ do: 'Look.', place: 'okta', expect: 'It is right.', ...step }],
    source: { title: 'Blog', section: 'SCIM' },
    reviewed: '2026-11-24',
  });

  it.each(checks.map(({ id }) => id))('knows the check %s', (id) => {
    expect(validate(article({ checks: [id] }))).toBe(true);
  });

  it('marks a check that does not exist', () => {
    expect(validate(article({ checks: ['okta-idp-isuer'] }))).toBe(false);
    expect(validate.errors?.[0]).toMatchObject({ instancePath: '/steps/0/checks/0', keyword: 'enum' });
  });

  it('takes a step that says why no check can tell', () => {
    expect(validate(article({ byHand: 'It is a download.' }))).toBe(true);
  });
});
