/** In each broken scenario the pasted text alone brings the true cause first, and healing it turns that to ✅. */
import { afterEach, describe, expect, it } from 'vitest';
import { createReadings, runChecks } from '../../src/checks/index.js';
import { diagnose, type RunChecks } from '../../src/desk/diagnose.js';
import { liveIn } from '../../src/desk/live-in.js';
import { loadLibrary } from '../../src/knowledge/load.js';
import type { Diagnosis } from '../../src/model/diagnosis.js';
import { scenarios } from '../../src/playground/tenants/scenarios/index.js';
import type { Scenario } from '../../src/playground/tenants/scenarios/scenario.js';
import { checkOf } from '../checks/checking.js';
import { type Asking, settings, startAsking, understand } from '../lookups/asking.js';
import { fakeLog } from '../support/fake-log.js';

const library = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });
const all: readonly Scenario[] = scenarios;
const broken = all.flatMap(({ id, pasted, cause }) => (pasted && cause ? [{ id, pasted, cause }] : []));

let asking: Asking | undefined;
afterEach(() => asking?.close());

/** Diagnoses a text as the desk does, in tenants that remember what was read. */
async function startDiagnosing(id: string) {
  const started = await startAsking(id as Parameters<typeof startAsking>[0]);
  asking = started;
  const { tenants, clock, time } = started;
  const readings = createReadings(clock.now);
  const context = { tenants, understand, settings, now: clock.now, deadline: time.deadline, readings, log: fakeLog() };
  const run: RunChecks = (ids, options) => runChecks(ids === 'tenant' ? [] : ids.map(checkOf), context, options);
  return {
    ...started,
    async diagnose(pasted: string, isAgain = false): Promise<Diagnosis> {
      const line = liveIn(pasted, { library, understand });
      if (line.kind !== 'live') throw new Error(`Nothing to prove in “${pasted}”.`);
      const articles = line.toProve.live.articles.flatMap((each) => library.articles.get(each) ?? []);
      const found = await diagnose(run, { articles, all: library.articles, isAgain });
      if (found.kind !== 'diagnosis') throw new Error('Several people fit.');
      return found.diagnosis;
    },
  };
}

describe.each(broken)('in the scenario $id', ({ id, pasted, cause }) => {
  it('what a user pastes brings the true cause first, with its evidence, and healing turns it', async () => {
    const { diagnose: prove, simulated, clock } = await startDiagnosing(id);

    const found = await prove(pasted);
    simulated.setScenario('healthy');
    clock.advance(3_000);
    const healed = await prove(pasted, true);

    const [first] = found.articles;
    expect(found.verdict).toBe('confirmed');
    expect([first?.article.id, first?.cause?.check]).toEqual([cause.article, cause.check]);
    expect(first?.cause?.evidence).not.toEqual([]);
    expect(first?.steps[0]?.results.map(({ check }) => check)).toContain(cause.check);
    // Shown to everybody in a channel.
    expect(JSON.stringify(found.articles.map(({ steps }) => steps.map(({ results }) => results)))).not.toMatch(
      /@acme\.example|jdoe|Ann Ace/,
    );
    expect(healed.verdict).not.toBe('confirmed');
  });
});

it('nothing is proven where all is well', async () => {
  const { diagnose: prove } = await startDiagnosing('healthy');

  for (const { pasted } of broken) expect((await prove(pasted)).verdict, pasted).not.toBe('confirmed');
});
