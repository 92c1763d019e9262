/** Parses the knowledge as it is, trains its model and puts both beside the compiled program: no start waits for them. */
import { fileURLToPath } from 'node:url';

/** Rejects, naming file and line, when `knowledge/` and `intents/` do not load. Run after the compiler. */
export async function buildModel() {
  const [{ parseLibrary, readLibraryFiles }, { examplesOf, learn }, { fingerprintOf }, models, { shipLibrary }] =
    await Promise.all([
      import('../dist/knowledge/load.js'),
      import('../dist/understanding/index.js'),
      import('../dist/understanding/fingerprint.js'),
      import('../dist/model-store.js'),
      import('../dist/shipped-library.js'),
    ]);
  const folder = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
  const files = await readLibraryFiles({ knowledge: folder('knowledge'), intents: folder('intents') });
  const library = await parseLibrary(files);
  await shipLibrary(files, library);
  const examples = examplesOf(library.intents.values());
  await models.writeModel(fileURLToPath(models.shippedModelFile), fingerprintOf(examples), learn(examples));
}
