import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Running } from '../../../src/start.js';
import { openPage, type PagePerson } from './page.js';
import { createLog, readConfig, start } from './shipped.js';

/** A running playground and the person at its page. */
export interface Playground {
  readonly running: Running;
  readonly page: PagePerson;
  /** Frees ports and folders. */
  close(): Promise<void>;
}

/** Starts the playground; `env` as somebody sets it who has real tenants. */
export async function playground(env: Readonly<Record<string, string>> = {}): Promise<Playground> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wo-okta-e2e-'));
  const log = createLog({ level: 'error', redact: (text) => text, clock: Date.now });
  const running = await start(readConfig({ DATA_DIR: dataDir, PLAYGROUND_PORT: '0', ...env }), log);
  const page = await openPage(running.page ?? '');
  return {
    running,
    page,
    async close() {
      page.leave();
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
