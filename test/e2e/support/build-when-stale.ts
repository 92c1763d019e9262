import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the compiled program is made from, and files that the build writes last. */
const sources = ['src', 'intents', 'scripts', 'tsconfig.json'];
const products = ['dist/main.js', 'dist/model.bin', 'dist/playground/web/app.js'];

/** Compiles the program when it was not yet, or when a source is newer. Throws when it does not compile. */
export function setup(): void {
  if (Math.max(...sources.map(newest)) <= Math.min(...products.map(newest))) return;
  const { status } = spawnSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The program does not compile, so there is nothing to test. Run `npm run build`.');
}

/** When a file, or the newest file below a folder, was changed: milliseconds since 1970, 0 for what is not there. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
