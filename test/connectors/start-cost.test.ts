import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

describe('the connectors at start', () => {
  it('load no HTTP client, SDK, circuit breaker or XML parser before the first question', async () => {
    const { metafile } = await build({
      entryPoints: ['src/connectors/index.ts'],
      outdir: 'unused',
      write: false,
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      metafile: true,
      logLevel: 'silent',
    });

    const loaded = new Set<string>();
    const visit = (path: string): void => {
      if (loaded.has(path)) return;
      loaded.add(path);
      for (const { path: next, kind } of metafile.outputs[path]?.imports ?? []) {
        if (kind === 'import-statement') visit(next);
      }
    };
    for (const [path, output] of Object.entries(metafile.outputs)) {
      if (output.entryPoint === 'src/connectors/index.ts') visit(path);
    }

    expect([...loaded]).toContain('zod');
    expect([...loaded].filter((path) => /okta-sdk|axios|cockatiel|saxes/.test(path))).toEqual([]);
  });
});
