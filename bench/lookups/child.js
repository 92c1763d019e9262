/** Thousands of lookups in a process of their own: the tenants are in another, and their memory is not the bot's. */
import { serve } from '../lib/child.js';
import { heldMemory } from '../lib/figures.js';
import { createAsk } from './ask.js';

/** Two of a person, on two systems each, to one of the tenants: what is cheap enough to run thousands of. */
const kinds = ['devices', 'token'];
/** As many at once as a busy helpdesk would have. */
const atOnce = 8;
const people = ['ann@acme.example', 'ben@acme.example', 'jdoe@acme.example'];
let ask;

serve({
  async connect({ simulated }) {
    ask = (await createAsk(simulated)).ask;
  },
  /** `count` lookups from number `from`, → how many gave no whole answer, and MB held after a full collection. */
  async look({ count, from }) {
    let next = from;
    let failed = 0;
    const work = async () => {
      while (next < from + count) {
        const place = next++;
        const kind = kinds[place % kinds.length];
        const { status } = await ask(kind, kind === 'devices' ? people[place % people.length] : undefined);
        if (status === 'partial' || status === 'unreadable') failed += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { failed, heldMb: heldMemory() };
  },
});
