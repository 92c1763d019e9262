import { appendFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addToShellAudits, readShellAudits } from '../../src/state/shell-audits.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const audit = (day: number) => ({
  at: `2026-03-0${day}T08:00:00.000Z`,
  results: [{ check: 'okta-idp-issuer', outcome: 'pass' as const }],
});

it('audits of a shell are kept in order, and what is none is left out', async () => {
  const folder = join(await temporaryFolder(), 'data');
  expect(await readShellAudits(folder)).toEqual([]);
  await addToShellAudits(folder, audit(1));
  await appendFile(join(folder, 'audits-shell.jsonl'), '{"at":"2026-03-02T08:00:00.000Z","results":[{"chec\n{}\n');
  await addToShellAudits(folder, audit(3));
  expect(await readShellAudits(folder)).toEqual([audit(1), audit(3)]);
});

it('audits of a shell do not grow without end', async () => {
  const folder = await temporaryFolder();
  for (const round of [1, 2, 3]) {
    await writeFile(join(folder, 'audits-shell.jsonl'), `${JSON.stringify(audit(round))}\n`.repeat(2_000));
    await addToShellAudits(folder, audit(round + 4));
  }
  expect((await readdir(folder)).sort()).toEqual(['audits-shell.1.jsonl', 'audits-shell.jsonl']);
  expect((await readShellAudits(folder)).at(-1)).toEqual(audit(7));
});
