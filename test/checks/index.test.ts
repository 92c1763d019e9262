import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { checks } from '../../src/checks/index.js';

const framework = new Set(['check', 'index', 'look', 'readings', 'run', 'source', 'spare']);

it('lists the checks of its folder, each under the name of its file and once', async () => {
  const files = (await readdir('src/checks')).flatMap((name) => /^([a-z0-9-]+)\.ts$/.exec(name)?.[1] ?? []);

  expect(checks.map(({ id }) => id)).toEqual(files.filter((name) => !framework.has(name)).sort());
});

it('has tests for each, of all three outcomes', async () => {
  const tests = new Set(await readdir('test/checks'));

  for (const { id } of checks) expect(tests, id).toContain(`${id}.test.ts`);
});
