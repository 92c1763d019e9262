/** `npm run bench`: see README.md beside this file. */
import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';

const usage = `Usage: npm run bench -- [--only understanding,bot,growth] [--rounds n] [--json]

  --only     the sections to run; all of them if left out
  --rounds   how often each is measured in turn with what it is compared with (7)
  --json     the figures as JSON on stdout instead of tables; progress goes to stderr
`;

const sections = {
  understanding: async (how) => (await import('./understanding/run.js')).benchUnderstanding(how),
  bot: async (how) => (await import('./bot/run.js')).benchBot(how),
  growth: async (how) => (await import('./growth/run.js')).benchGrowth(how),
};

async function main() {
  const { only, rounds, json, help } = options();
  if (help) {
    process.stdout.write(usage);
    return;
  }
  if (!existsSync(new URL('../dist/main.js', import.meta.url))) {
    throw new UsageError('The project is not built. Run: npm run build');
  }
  const say = (line) => process.stderr.write(`· ${line}\n`);
  if (only.includes('understanding')) (await import('./comparators.js')).ensureComparators(say);
  const machine = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processors: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
  };
  const results = { machine };
  for (const name of only) results[name] = await sections[name]({ rounds, say: (line) => say(`${name}: ${line}`) });
  if (json) {
    process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);
    return;
  }
  const { report } = await import('./report.js');
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
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const only = values.only?.split(',') ?? Object.keys(sections);
    const unknown = only.find((name) => !Object.hasOwn(sections, name));
    if (unknown !== undefined) throw new Error(`There is no section "${unknown}".`);
    const rounds = Number(values.rounds);
    if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds must be a whole number from 1.');
    return { ...values, only, rounds };
  } catch (error) {
    throw new UsageError(`${error.message}\n\n${usage}`);
  }
}

main().catch((error) => {
  process.stderr.write(`${error instanceof UsageError ? error.message : (error.stack ?? error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
