import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** What the program needs of the environment; no variable of the person who runs the tests. */
const { PATH = '' } = process.env;

describe('the program as `npm start` runs it', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'wo-okta-e2e-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  function run(env: Readonly<Record<string, string>>, args: readonly string[] = []) {
    const child = spawn(process.execPath, ['dist/main.js', ...args], {
      env: { PATH, DATA_DIR: dataDir, PLAYGROUND_PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, errors] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    const ended = new Promise<{ code: number | null; output: string; errors: string }>((resolve) =>
      child.once('close', (code) => resolve({ code, output, errors })),
    );
    const ready = new Promise<string>((resolve, reject) => {
      child.stdout.on('data', () => {
        const [page] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
        if (page !== undefined) resolve(page);
      });
      child.once('close', () => reject(new Error(`The program ended before it was ready:\n${errors}`)));
    });
    // Only some tests wait for it.
    ready.catch(() => undefined);
    return { child, ready, ended };
  }

  it('with nothing set prints the address of the playground, serves it, and ends when told to', async () => {
    const { child, ready, ended } = run({});
    const page = await ready;
    expect(await (await fetch(page)).text()).toContain('<title>');
    const state = (await (await fetch(`${page}/page/state`)).json()) as { botConnected: boolean };
    expect(state.botConnected).toBe(true);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('leaves a data folder alone that another bot uses, and says so', async () => {
    const first = run({});
    await first.ready;
    const second = await run({}).ended;
    expect(second.code).toBe(2);
    expect(second.errors).toContain(dataDir);
    first.child.kill('SIGTERM');
    await first.ended;
  });

  it('names every mistake in the configuration and how to mend it', async () => {
    const { code, errors } = await run({ SLACK_APP_TOKEN: 'xapp-1', PORT: 'eighty' }).ended;
    expect(code).toBe(2);
    expect(errors).toContain('SLACK_BOT_TOKEN is missing');
    expect(errors).toContain('PORT');
  });

  it.each([[['help']], [['gaps', '--json']], [['--port', '8080']], [['--help', 'me']]])(
    'refuses %j, names the program that has commands, and starts nothing',
    async (args) => {
      const { code, output, errors } = await run({}, args).ended;
      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(errors).toBe('The bot is started without arguments, and npm run wo-okta -- --help lists the commands.\n');
      expect(await readdir(dataDir)).toEqual([]);
    },
  );

  it.each(['--help', '-h'])('answers %s with what it is and where the commands are', async (flag) => {
    const { code, output, errors } = await run({ PORT: 'eighty' }, [flag]).ended;
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toContain('Starts the bot');
    expect(output).toContain('npm run wo-okta -- --help');
    expect(await readdir(dataDir)).toEqual([]);
  });
});
