/** `npm run bench`: see README.md beside this file. */
import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';

const usage = `Usage: npm run bench -- [--only understanding,clinc,embedding,bot,growth,lookups,diagnosis,alerts,ocr] [--rounds n] [--lookups n] [--events n] [--json]

  --only     the sections to run; all of them if left out
  --rounds   how often each is measured in turn with what it is compared with (7)
  --lookups  how many lookups the memory is watched over (10000)
  --events   how many events of a day go through the alerts' rules (1000000)
  --json     the figures as JSON on stdout instead of tables; progress goes to stderr
`;

const sections = {
  understanding: async (how) => (await import('./understanding/run.js')).benchUnderstanding(how),
  clinc: async (how) => (await import('./clinc/run.js')).benchClinc(how),
  embedding: async (how) => (await import('./embedding/run.js')).benchEmbedding(how),
  bot: async (how) => (await import('./bot/run.js')).benchBot(how),
  growth: async (how) => (await import('./growth/run.js')).benchGrowth(how),
  lookups: async (how) => (await import('./lookups/run.js')).benchLookups(how),
  diagnosis: async (how) => (await import('./diagnosis/run.js')).benchDiagnosis(how),
  alerts: async (how) => (await import('./alerts/run.js')).benchAlerts(how),
  ocr: async (how) => (await import('./ocr/run.js')).benchOcr(how),
};

async function main() {
  const { only, rounds, lookups, events, json, help } = options();
  if (help) {
    process.stdout.write(usage);
    return;
  }
  if (!existsSync(new URL('../dist/main.js', import.meta.url))) {
    throw new UsageError('The project is not built. Run: npm run build');
  }
  // Now, so that what keeps a report from being made is told before a quarter of an hour has gone.
  const { report } = await import('./report.js');
  const say = (line) => process.stderr.write(`· ${line}\n`);
  if (only.includes('understanding') || only.includes('ocr')) (await import('./comparators.js')).ensureComparators(say);
  const machine = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processors: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
  };
  const results = { machine };
  for (const name of only) {
    results[name] = await sections[name]({ rounds, lookups, events, say: (line) => say(`${name}: ${line}`) });
  }
  if (json) {
    process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);
    return;
  }
  process.stdout.write(
    `${report(results)}\n\nNode ${machine.node}, ${machine.platform}, ${machine.processors}, ${machine.memoryGb} GB\n`,
  );
}

class UsageError extends Error {}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        rounds: { type: 'string', default: '7' },
        lookups: { type: 'string', default: '10000' },
        events: { type: 'string', default: '1000000' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const only = values.only?.split(',') ?? Object.keys(sections);
    const unknown = only.find((name) => !Object.hasOwn(sections, name));
    if (unknown !== undefined) throw new Error(`There is no section "${unknown}".`);
    const counts = ['rounds', 'lookups', 'events'].map((name) => [name, countOf(values, name)]);
    return { ...values, only, ...Object.fromEntries(counts) };
  } catch (error) {
    throw new UsageError(`${error.message}\n\n${usage}`);
  }
}

function countOf(values, name) {
  const count = Number(values[name]);
  if (!Number.isInteger(count) || count < 1) throw new Error(`--${name} must be a whole number from 1.`);
  return count;
}

main().catch((error) => {
  process.stderr.write(`${error instanceof UsageError ? error.message : (error.stack ?? error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
