/** Bundles the playground's web page to dist/playground/web: one script, one stylesheet, the emoji table. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { gemoji } from 'gemoji';

const source = new URL('../src/playground/web/', import.meta.url);
/** Files worth trying, offered above the message field. */
const samples = new URL('../src/playground/samples/', import.meta.url);
const target = new URL('../dist/playground/web/', import.meta.url);

/** Builds the page. Rejects with esbuild's own report when a source is broken. */
export async function buildPage() {
  await mkdir(target, { recursive: true });
  await Promise.all([
    build({
      entryPoints: { app: fileURLToPath(new URL('main.tsx', source)) },
      outdir: fileURLToPath(target),
      tsconfig: fileURLToPath(new URL('tsconfig.json', source)),
      bundle: true,
      minify: true,
      format: 'esm',
      target: ['chrome120', 'firefox125', 'safari17'],
      logLevel: 'warning',
    }),
    ...['index.html', 'icon.svg'].map((name) => cp(new URL(name, source), new URL(name, target))),
    cp(samples, new URL('samples/', target), { recursive: true }),
    writeFile(new URL('emoji.json', target), JSON.stringify(emojiNames())),
  ]);
}

/** Every short name → its character. */
function emojiNames() {
  return Object.fromEntries(gemoji.flatMap(({ emoji, names }) => names.map((name) => [name, emoji])));
}
