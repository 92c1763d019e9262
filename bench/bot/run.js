import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, quantile, ratio } from '../lib/figures.js';
import { heldOutTexts } from '../lib/held-out.js';
import { programs, settle, startProgram } from './process.js';

const names = Object.keys(programs);
/** Messages posted to each program; the first few only warm it up. */
const messages = 220;
const warmUp = 20;

/**
 * The bot against the bare app: start to connected, memory two seconds later (each started `rounds` times, in turn), and
 * a mention posted until its reply is in the thread (both running, message by message in turn).
 */
export async function benchBot({ rounds, say }) {
  const folder = await mkdtemp(join(tmpdir(), 'wo-okta-bench-'));
  const dataOf = (name) => join(folder, name);
  try {
    // Not counted: fills the disk cache, and the bot trains its model if none was shipped.
    for (const name of names) await (await startProgram(name, dataOf(name))).stop();
    const starts = { bot: [], bare: [] };
    for (let round = 0; round < rounds; round += 1) {
      say(`starting the bot and the bare app, round ${round + 1} of ${rounds}`);
      for (const name of names) starts[name].push(await startOnce(name, dataOf(name)));
    }
    say('posting messages');
    return { rounds, ...startFigures(starts), ...(await replies(dataOf)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(name, dataDir) {
  const program = await startProgram(name, dataDir);
  await settle();
  const residentMb = await program.residentMb();
  await program.stop();
  return { connectedMs: program.connectedMs, residentMb };
}

function startFigures({ bot, bare }) {
  const figure = (pick) => compare(bot.map(pick), bare.map(pick));
  return {
    start: figure(({ connectedMs }) => connectedMs),
    ...(bot.some(({ residentMb }) => residentMb === undefined)
      ? {}
      : { memory: figure(({ residentMb }) => residentMb) }),
  };
}

function compare(bot, bare) {
  return { bot: median(bot), bare: median(bare), ratio: ratio(bot, bare) };
}

async function replies(dataOf) {
  const texts = (await heldOutTexts()).filter(({ kind }) => ['error', 'paraphrase', 'noisy'].includes(kind));
  const running = { bot: await startProgram('bot', dataOf('bot')), bare: await startProgram('bare', dataOf('bare')) };
  const times = { bot: [], bare: [] };
  try {
    for (let index = 0; index < warmUp + messages; index += 1) {
      const { text } = texts[Math.floor((index * texts.length) / (warmUp + messages))];
      for (const name of names) {
        const ms = await reply(running[name].slack, text);
        if (index >= warmUp) times[name].push(ms);
      }
    }
  } finally {
    await Promise.all(names.map((name) => running[name].stop()));
  }
  return {
    messages,
    reply: {
      ...compare(times.bot, times.bare),
      botP95: quantile(times.bot, 0.95),
      bareP95: quantile(times.bare, 0.95),
    },
  };
}

/** Milliseconds from a mention posted to a reply in its thread. */
async function reply({ driver }, text) {
  const bot = driver.userId('wo-okta');
  const start = performance.now();
  const { ts } = driver.say({ channel: 'helpdesk', text: `@wo-okta ${text}` });
  const ms = await driver.waitFor(
    () => (driver.messages('helpdesk', ts).some(({ user }) => user === bot) ? performance.now() - start : undefined),
    { for: `a reply to “${text.slice(0, 80)}”` },
  );
  // What the program does after replying (marks removed, acknowledgements) is not to count for the next message.
  await driver.delivered();
  return ms;
}
