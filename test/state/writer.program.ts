/** Puts records without end and prints each key once it is confirmed, until it is killed. Argument: the state folder. */
import { openStore } from '../../src/state/index.js';
import { fakeLog } from '../support/fake-log.js';

const [dataDir = ''] = process.argv.slice(2);
const store = await openStore({ dataDir, clock: Date.now, log: fakeLog() });

async function writeFrom(first: number, step: number): Promise<void> {
  for (let number = first; ; number += step) {
    const key = `key-${number}`;
    await store.put('threads', key, { text: key, decision: 'none', intents: [], at: '2026-03-02T08:00:00.000Z' });
    process.stdout.write(`${key}\n`);
  }
}

await Promise.all(Array.from({ length: 10 }, (_, first) => writeFrom(first, 10)));
