/**
 * Bundles the programs in place, after the compiler: some three hundred small files of ours, and the libraries that are
 * plain modules, become a few. Opening and linking them one by one was a third of the time to a connected bot.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
/** What Node starts: the bot, the command line, the training of a changed library's model. */
const programs = ['main', 'cli/index', 'train-worker'];
/** Libraries that stay packages: they load parts of themselves at run time, or are taken up only when needed. */
const packages = [
  '@hono/node-server',
  '@okta/okta-sdk-nodejs',
  '@slack/bolt',
  '@slack/web-api',
  'axios',
  'chokidar',
  'hono',
  'natural',
  'ws',
];

/** Replaces each program in `dist/` by its bundle. Rejects with esbuild's own report. */
export async function buildPrograms() {
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
    external: packages,
    // What is CommonJS among the bundled libraries asks for Node's own modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    sourcemap: true,
    logLevel: 'warning',
  });
}
