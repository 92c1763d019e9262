import { rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LibraryFolders } from '../../src/knowledge/load.js';
import { watchFolders } from '../../src/knowledge/watch.js';
import { fakeLog } from '../support/fake-log.js';
import { writeLibrary } from '../support/small-knowledge.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** Watches the folders of a small library; `next` resolves when the next change has come to rest. */
async function watched(): Promise<{ folders: LibraryFolders; next: Promise<void>; count: () => number }> {
  const folders = await writeLibrary(await temporaryFolder());
  let calls = 0;
  let called = () => {};
  const next = new Promise<void>((resolve) => {
    called = resolve;
  });
  const watch = watchFolders(
    folders,
    () => {
      calls += 1;
      called();
    },
    fakeLog(),
  );
  onTestFinished(() => watch.stop());
  await watch.ready;
  return { folders, next, count: () => calls };
}

describe('watching the folders', () => {
  it.each<[string, (folders: LibraryFolders) => Promise<unknown>]>([
    ['a changed article', ({ knowledge }) => writeFile(join(knowledge, 'stale-ticket.md'), 'changed')],
    ['a new intent', ({ intents }) => writeFile(join(intents, 'new.yaml'), 'id: new')],
    ['an intent that is gone', ({ intents }) => unlink(join(intents, 'help.yaml'))],
    [
      'an editor that writes a copy and renames it',
      async ({ intents }) => {
        await writeFile(join(intents, 'help.yaml.tmp'), 'id: help');
        await rename(join(intents, 'help.yaml.tmp'), join(intents, 'help.yaml'));
      },
    ],
  ])('sees %s', async (_what, change) => {
    const { folders, next } = await watched();
    await change(folders);
    await next;
  });

  it('calls once for changes that come together', async () => {
    const { folders, next, count } = await watched();
    await Promise.all(['a', 'b', 'c'].map((name) => writeFile(join(folders.intents, `${name}.yaml`), 'id: x')));
    await next;
    expect(count()).toBe(1);
  });
});
