/** Writes the generated files (`scripts/generated-files.ts` says which); `npm test` tells when one is out of date. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const project = new URL('../', import.meta.url);
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('generated-files.ts', import.meta.url))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
});
const program = Buffer.from(outputFiles[0].contents).toString('base64');
const { generatedFiles } = await import(`data:text/javascript;base64,${program}`);
for (const [path, content] of Object.entries(generatedFiles())) {
  const file = new URL(path, project);
  await mkdir(dirname(fileURLToPath(file)), { recursive: true });
  await writeFile(file, content);
  console.log(`wrote ${path}`);
}
