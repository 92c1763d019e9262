/** Trains the model of the intents as they are and puts it beside the compiled program, so that no start waits for it. */
import { fileURLToPath } from 'node:url';

/** Rejects, naming file and line, when `knowledge/` and `intents/` do not load. Run after the compiler. */
export async function buildModel() {
  const [{ loadLibrary }, { examplesOf, learn }, { fingerprintOf }, { shippedModelFile, writeModel }] =
    await Promise.all([
      import('../dist/knowledge/load.js'),
      import('../dist/understanding/index.js'),
      import('../dist/understanding/fingerprint.js'),
      import('../dist/model-store.js'),
    ]);
  const folder = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
  const { intents } = await loadLibrary({ knowledge: folder('knowledge'), intents: folder('intents') });
  const examples = examplesOf(intents.values());
  await writeModel(fileURLToPath(shippedModelFile), fingerprintOf(examples), learn(examples));
}
