import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startSlack, systemClock } from '../../dist/playground/slack/index.js';

/** The programs measured, by name: what Node runs. */
export const programs = {
  bot: fileURLToPath(new URL('../../dist/main.js', import.meta.url)),
  bare: fileURLToPath(new URL('./bare-app.js', import.meta.url)),
};

/** A start that takes longer is a fault, not a figure. */
const startLimit = 60_000;

/**
 * Starts a program on a local Slack of its own. Resolves when Slack has greeted it on its WebSocket, with the
 * milliseconds from spawning to there. `dataDir` is where the bot keeps its state.
 */
export async function startProgram(name, dataDir) {
  const slack = await startSlack({ clock: systemClock });
  const start = performance.now();
  const child = spawn(process.execPath, [programs[name]], {
    // Nothing of the caller's environment that could change a run.
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const connected = slack.driver.waitFor(() => slack.botConnected() || undefined, {
    for: `${name} to connect`,
    within: startLimit,
  });
  await Promise.race([
    connected,
    ended.then(([code]) => {
      throw new Error(`${name} ended with code ${code} before it was connected.`);
    }),
  ]);
  return {
    slack,
    connectedMs: performance.now() - start,
    /** Resident memory now, in MB. */
    residentMb: () => residentMb(child.pid),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await slack.close();
    },
  };
}

/** Linux only: elsewhere there is no such file and the figure is left out. */
async function residentMb(pid) {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
  } catch {
    return undefined;
  }
}

/** Time for what a start leaves behind to be collected, or not. */
export async function settle() {
  await wait(2_000);
}
