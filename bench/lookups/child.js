/** Thousands of lookups in a process of their own: the tenants are in another, and their memory is not the bot's. */
import { setTimeout as sleep } from 'node:timers/promises';
import { getHeapCodeStatistics } from 'node:v8';
import { lookups } from '../../dist/lookups/index.js';
import { isAboutPerson } from '../../dist/model/lookup.js';
import { serve } from '../lib/child.js';
import { heldMemory } from '../lib/figures.js';
import { createAsk } from './ask.js';

/** Longer than a lookup waits for a system: nothing that waits is left then. */
const restMs = 25_000;
/** As many at once as a busy helpdesk would have. */
const atOnce = 8;
const kinds = lookups.map(({ id }) => id);
const people = ['ann@acme.example', 'ben@acme.example', 'jdoe@acme.example', 'nobody@acme.example', 'carla'];
let ask;

serve({
  /** → what is held with everything learnt and nothing asked. */
  async connect({ simulated }) {
    ask = (await createAsk(simulated)).ask;
    return memory();
  },
  /** `count` lookups from number `from`, each kind in turn, → how many gave no whole answer, and what is held then. */
  async look({ count, from }) {
    let next = from;
    let failed = 0;
    const work = async () => {
      while (next < from + count) {
        const place = next++;
        const kind = kinds[place % kinds.length];
        const who = people[Math.floor(place / kinds.length) % people.length];
        const { status } = await ask(kind, isAboutPerson(kind) ? who : undefined);
        if (status === 'partial' || status === 'unreadable') failed += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { failed, ...memory() };
  },
  /** → what is held when nothing has been asked for a while. */
  async rest() {
    await sleep(restMs);
    return memory();
  },
});

/**
 * MB: heap and buffers after a full collection; of it, code that the engine has compiled (it goes on compiling what runs
 * often, and the longer the more rarely); and all that the process has of the machine's memory.
 */
function memory() {
  const heldMb = heldMemory();
  const { code_and_metadata_size: code, bytecode_and_metadata_size: bytecode } = getHeapCodeStatistics();
  return { heldMb, codeMb: (code + bytecode) / 1e6, residentMb: process.memoryUsage().rss / 1e6 };
}
