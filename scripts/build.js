/** Compiles src/ to dist/, bundles the programs and the playground's page, trains the model. Runs on install (`prepare`). */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { buildModel } from './build-model.js';
import { buildPage } from './build-page.js';
import { buildPrograms } from './build-programs.js';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
rmSync(new URL('../dist/', import.meta.url), { recursive: true, force: true });
// Side by side: the compiler is one process, esbuild another.
const compiled = promisify(execFile)(process.execPath, [tsc, '-p', 'tsconfig.json']).catch((error) => {
  process.stdout.write(error.stdout ?? '');
  process.stderr.write(error.stderr ?? '');
  process.exitCode = 1;
});
await Promise.all([compiled.then(buildModel).then(buildPrograms), buildPage()]);
