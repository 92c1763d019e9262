import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LibraryError, type LibraryFolders, loadLibrary } from '../../src/knowledge/load.js';
import { smallArticles, smallIntents, writeLibrary } from '../support/small-knowledge.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function faultsAfter(damage: (folders: LibraryFolders) => Promise<unknown>): Promise<string[]> {
  const folders = await writeLibrary(await temporaryFolder());
  await damage(folders);
  const error = await loadLibrary(folders).catch((thrown: unknown) => thrown);
  if (!(error instanceof LibraryError)) throw new Error('It loaded, or failed in another way.', { cause: error });
  for (const { file, line } of error.faults) expect(error.message).toContain(`${file}:${line}: `);
  return error.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

describe('loading the library', () => {
  it('reads all articles and intents of the two folders', async () => {
    const folders = await writeLibrary(await temporaryFolder());
    const library = await loadLibrary(folders);
    expect([...library.articles.keys()].sort()).toEqual(smallArticles.map(({ id }) => id).sort());
    expect([...library.intents.keys()].sort()).toEqual(smallIntents.map(({ id }) => id).sort());
  });

  it('passes over notes and hidden files', async () => {
    const folders = await writeLibrary(await temporaryFolder());
    await writeFile(join(folders.intents, 'README.txt'), 'notes');
    await writeFile(join(folders.intents, '.draft.yaml'), '[');
    expect((await loadLibrary(folders)).intents.size).toBe(smallIntents.length);
  });

  it.each<[string, (folders: LibraryFolders) => Promise<unknown>, RegExp]>([
    [
      'broken YAML',
      ({ intents }) => writeFile(join(intents, 'help.yaml'), 'id: help\ntitle: [a\n'),
      /^intents\/help\.yaml:3: This is not valid YAML/,
    ],
    [
      'a file that is a folder',
      ({ intents }) => mkdir(join(intents, 'odd.yaml')),
      /^intents\/odd\.yaml:1: The file can't be read \(EISDIR\)/,
    ],
    [
      'a file in Latin-1',
      ({ intents }) => writeFile(join(intents, 'odd.yaml'), Buffer.from('id: odd\ntitle: caf\xe9\n', 'latin1')),
      /^intents\/odd\.yaml:2: This is not UTF-8/,
    ],
    [
      'a file in UTF-16',
      ({ knowledge }) => writeFile(join(knowledge, 'odd.md'), Buffer.from('\uFEFF---\nid: odd\n', 'utf16le')),
      /^knowledge\/odd\.md:1: This is not UTF-8/,
    ],
    [
      'a binary file',
      ({ intents }) => writeFile(join(intents, 'odd.yaml'), Buffer.from([0, 255, 254, 1])),
      /^intents\/odd\.yaml:1: /,
    ],
    [
      'an intent that ends in .yml',
      ({ intents }) => rename(join(intents, 'help.yaml'), join(intents, 'help.yml')),
      /^intents\/help\.yml:1: Only files that end in \.yaml are read; rename this one/,
    ],
    [
      'an article that ends in .MD',
      ({ knowledge }) => writeFile(join(knowledge, 'odd.MD'), ''),
      /^knowledge\/odd\.MD:1: Only files that end in \.md/,
    ],
    [
      'an article that is gone',
      ({ knowledge }) => rm(join(knowledge, 'broken-bridge.md')),
      /^intents\/broken-bridge\.yaml:4: There is no article "broken-bridge"/,
    ],
  ])('names the place of %s', async (_what, damage, fault) => {
    expect(await faultsAfter(damage)).toEqual([expect.stringMatching(fault)]);
  });

  it('names the faults of all files at once', async () => {
    const faults = await faultsAfter(async ({ knowledge, intents }) => {
      await writeFile(join(knowledge, 'stale-ticket.md'), 'no front matter');
      await writeFile(join(intents, 'help.yaml'), '- a list');
      await writeFile(join(intents, 'unrelated.yaml'), 'id: [');
    });
    expect(new Set(faults.map((fault) => fault.split(':')[0]))).toEqual(
      new Set(['knowledge/stale-ticket.md', 'intents/help.yaml', 'intents/unrelated.yaml']),
    );
  });

  it.each([
    ['is not there', async (folder: string) => rm(folder, { recursive: true }), /can't be read\. Check that it exists/],
    [
      'is empty',
      async (folder: string) => rm(folder, { recursive: true }).then(() => mkdir(folder)),
      /has no \.yaml files/,
    ],
  ])('says which folder %s', async (_how, damage, message) => {
    const folders = await writeLibrary(await temporaryFolder());
    await damage(folders.intents);
    await expect(loadLibrary(folders)).rejects.toMatchObject({
      code: 'bad-config',
      message: expect.stringMatching(message),
    });
  });
});
