import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LibraryFolders } from '../src/knowledge/load.js';
import { type LibraryHolder, openLibrary } from '../src/library-holder.js';
import { writeModel } from '../src/model-store.js';
import { fingerprintOf } from '../src/understanding/fingerprint.js';
import { examplesOf, learn, type Model } from '../src/understanding/index.js';
import { fakeLog } from './support/fake-log.js';
import {
  articleFields,
  articleText,
  type Fields,
  libraryOf,
  smallArticles,
  smallIntents,
  writeLibrary,
} from './support/small-knowledge.js';
import { temporaryFolder } from './support/temporary-folder.js';

// In the order of the files' names, as they are read.
const byName = [...smallIntents].sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
const examples = examplesOf(libraryOf(smallArticles, byName).intents.values());
let model: Model;
beforeAll(() => {
  model = learn(examples);
});

/** A holder over files in a temporary folder, with the model for them kept beside, as after an earlier start. */
async function opened(): Promise<{ holder: LibraryHolder; folders: LibraryFolders; log: ReturnType<typeof fakeLog> }> {
  const folder = await temporaryFolder();
  const folders = await writeLibrary(folder);
  await writeModel(join(folder, 'cache', 'model.bin'), fingerprintOf(examples), model);
  const log = fakeLog();
  return { holder: await openLibrary(folders, folder, log), folders, log };
}

const retitled = (fields: Fields, title: string) => articleText({ ...fields, title, version: 2 });

describe('the knowledge of a running bot', () => {
  it('is read at the start', async () => {
    const { holder } = await opened();
    const { library, understand } = holder.current();
    expect(library.articles.size).toBe(smallArticles.length);
    expect(understand('it said bridge.lost The bridge lost its session').intents[0]?.id).toBe('broken-bridge');
  });

  it('does not start when it is broken', async () => {
    const folder = await temporaryFolder();
    const folders = await writeLibrary(folder, smallArticles.slice(1));
    await expect(openLibrary(folders, folder, fakeLog())).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining('intents/broken-bridge.yaml:'),
    });
  });

  it('is swapped as a whole once changed files load', async () => {
    const { holder, folders, log } = await opened();
    const before = holder.current();
    await writeFile(join(folders.knowledge, 'stale-ticket.md'), retitled(articleFields('stale-ticket'), 'A new title'));
    await holder.reload();
    const after = holder.current();
    expect(after.library.articles.get('stale-ticket')).toMatchObject({ title: 'A new title', version: 2 });
    expect(before.library.articles.get('stale-ticket')).toMatchObject({ title: 'About stale-ticket', version: 1 });
    expect(after.understand).not.toBe(before.understand);
    expect(log.lines).toEqual([
      {
        level: 'info',
        message: 'Knowledge reloaded',
        fields: { articles: smallArticles.length, intents: smallIntents.length },
      },
    ]);
  });

  it.each<[string, (folders: LibraryFolders) => Promise<unknown>]>([
    ['a file is broken', ({ intents }) => writeFile(join(intents, 'help.yaml'), 'id: [')],
    ['a file expands without end', ({ intents }) => writeFile(join(intents, 'help.yaml'), 'id: *nothing')],
    ['an article is gone', ({ knowledge }) => rm(join(knowledge, 'stale-ticket.md'))],
    ['a folder is gone', ({ knowledge }) => rm(knowledge, { recursive: true })],
  ])('stays the last good one when %s, with a line in the log', async (_what, damage) => {
    const { holder, folders, log } = await opened();
    const before = holder.current();
    await damage(folders);
    await holder.reload();
    expect(holder.current()).toBe(before);
    expect(log.lines).toMatchObject([
      { level: 'error', message: 'Knowledge does not load; the last good one stays in use' },
    ]);
  });

  it('names file and line of each fault in the log', async () => {
    const { holder, folders, log } = await opened();
    await writeFile(join(folders.intents, 'help.yaml'), 'id: help\ncolour: red\n');
    await holder.reload();
    expect(log.lines[0]?.fields['faults']).toContainEqual({
      file: 'intents/help.yaml',
      line: 2,
      message: expect.stringContaining('`colour`'),
    });
  });

  it('is taken up again when the file is mended', async () => {
    const { holder, folders } = await opened();
    const path = join(folders.knowledge, 'stale-ticket.md');
    await writeFile(path, 'broken');
    await holder.reload();
    await writeFile(path, retitled(articleFields('stale-ticket'), 'Mended'));
    await holder.reload();
    expect(holder.current().library.articles.get('stale-ticket')?.title).toBe('Mended');
  });

  it('that lacks the intent “unrelated” is used, and the log says what that costs and what to copy', async () => {
    const { folders, log: complete } = await opened();
    expect(complete.lines).toEqual([]);
    const file = join(folders.intents, 'unrelated.yaml');
    await rm(file);
    const left = examplesOf(
      libraryOf(
        smallArticles,
        byName.filter(({ id }) => id !== 'unrelated'),
      ).intents.values(),
    );
    const folder = await temporaryFolder();
    await writeModel(join(folder, 'cache', 'model.bin'), fingerprintOf(left), learn(left));
    const log = fakeLog();

    const holder = await openLibrary(folders, folder, log);
    await holder.reload();

    const warning = {
      level: 'warn',
      message: expect.stringMatching(/“unrelated” is missing.*unasked in channels/),
      fields: { file, next: expect.stringContaining('Copy intents/unrelated.yaml') },
    };
    expect(log.lines).toMatchObject([warning, { message: 'Knowledge reloaded' }, warning]);
  });

  it('is that of the newest files when they change faster than they load', async () => {
    const { holder, folders } = await opened();
    const path = join(folders.knowledge, 'stale-ticket.md');
    await writeFile(path, 'broken');
    const reloads = [holder.reload(), holder.reload()];
    await writeFile(path, retitled(articleFields('stale-ticket'), 'Newest'));
    await Promise.all([...reloads, holder.reload()]);
    expect(holder.current().library.articles.get('stale-ticket')?.title).toBe('Newest');
  });
});
