/** The project's own library and what is learnt from it. */
import { fileURLToPath } from 'node:url';
import { loadLibrary } from '../../dist/knowledge/load.js';

const folder = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** The intents as they are shipped, by id. */
export async function shippedIntents() {
  const { intents } = await loadLibrary({ knowledge: folder('knowledge'), intents: folder('intents') });
  return intents;
}
