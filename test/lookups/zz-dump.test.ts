import { it } from 'vitest';
import { scenarios } from '../../src/playground/tenants/index.js';
import { startAsking } from './asking.js';

it('dump', async () => {
  for (const s of scenarios.filter((x) => !process.env['S'] || process.env['S'].split(',').includes(x.id))) {
    if (s.id === 'access-slow') continue;
    for (const id of (process.env['L'] ?? 'check').split(',') as never[]) {
      const a = await startAsking(s.id);
      const t = performance.now();
      const r = await a.ask(id, s.subject);
      console.log(
        `\n##### ${s.id} ${id} ${r.status} calls=${a.simulated.requests.count()} (${(['okta', 'access', 'uem'] as const).map((x) => a.simulated.requests.count(x))}) ${(performance.now() - t) | 0}ms\n${r.summary}  [${r.articleId ?? ''}]`,
      );
      if (process.env['V']) console.log(JSON.stringify({ ...r, evidence: undefined }, null, 1));
      await a.close();
    }
  }
});
