/**
 * Bundles the programs in place, after the compiler: some hundreds of small files of ours, and libraries that consist of
 * as many, become a few. Opening and linking them one by one was a third of the time to a connected bot.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
/** What Node starts: the bot, the command line, the training of a changed library's model, the reading of pictures. */
const programs = ['main', 'cli/index', 'train-worker', 'ocr-worker'];
/** Libraries that are modules through and through, loaded with every start. The others stay packages. */
const bundled = ['zod', 'lowdb'];

/** Replaces each program in `dist/` by its bundle. Rejects with esbuild's own report. */
export async function buildPrograms() {
  const { dependencies } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  const packages = Object.keys(dependencies).filter((name) => !bundled.includes(name));
  await build({
    entryPoints: programs.map((name) => `${dist}${name}.js`),
    outbase: dist,
    outdir: dist,
    allowOverwrite: true,
    // Beside the programs, not in a folder: files are found from `import.meta.url`.
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: packages.flatMap((name) => [name, `${name}/*`]),
    sourcemap: true,
    logLevel: 'warning',
  });
}
