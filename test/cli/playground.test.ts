import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandLine, commandLine } from './helpers/command-line.js';

let cli: CommandLine;
beforeAll(async () => {
  cli = await commandLine();
});
afterAll(() => cli.remove());

describe('playground', () => {
  it('prints the address of its page on standard output, serves it, and ends in peace when told to', async () => {
    const child = spawn(process.execPath, [cli.entry, 'playground', '--port', '0'], {
      // A configured workspace is left alone.
      env: cli.environment({ SLACK_BOT_TOKEN: 'xoxb-real', SLACK_API_URL: 'https://slack.invalid/api/' }),
    });
    let printed = '';
    const ended = new Promise((done) => child.once('close', done));
    const ready = new Promise<void>((done) => {
      child.stdout.on('data', (chunk) => {
        printed += chunk;
        if (printed.includes('Ctrl+C')) done();
      });
    });
    await Promise.race([ready, ended]);

    const address =
      /^The playground is ready: (http:\/\/127\.0\.0\.1:\d+)\nA simulated Slack .*: nothing leaves this computer\. .*\n$/.exec(
        printed,
      )?.[1];
    const response = await fetch(`${address}/api/api.test`, { method: 'POST', headers: { connection: 'close' } });
    expect(await response.json()).toMatchObject({ ok: false, error: 'not_authed' });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
