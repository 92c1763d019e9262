import { getEventListeners } from 'node:events';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { lookups } from '../../src/lookups/index.js';
import { lookupIdSchema } from '../../src/model/intent.js';
import { isAboutPerson } from '../../src/model/lookup.js';
import { describeLookup } from '../contracts/lookup.js';
import { startAsking } from './asking.js';

/** Files beside the lookups that are none. */
const parts = ['index.ts', 'inquiry.ts', 'lookup.ts', 'run.ts'];

describe('the list of lookups', () => {
  it('has every file of the folder, under its name', async () => {
    const files = await readdir('src/lookups');
    const named = files.filter((file) => file.endsWith('.ts') && !parts.includes(file));

    expect(lookups.map(({ id }) => `${id}.ts`).sort()).toEqual(named.sort());
  });

  it('has every lookup that a text can lead to', () => {
    expect(lookups.map(({ id }) => id).sort()).toEqual([...lookupIdSchema.options].sort());
  });
});

describe('a lookup that is over', () => {
  it('lets go of its deadlines, which else hold what was read until they pass', async () => {
    const asking = await startAsking('healthy');
    const signals: AbortSignal[] = [];
    const deadline = () => {
      const { signal } = new AbortController();
      signals.push(signal);
      return signal;
    };

    await asking.ask('check', 'ann@acme.example', { deadline });
    await asking.close();

    expect(signals).toHaveLength(3);
    expect(signals.flatMap((signal) => getEventListeners(signal, 'abort'))).toEqual([]);
  });
});

for (const { id } of lookups) {
  describeLookup(isAboutPerson(id) ? { id, who: 'ann@acme.example' } : { id });
}
