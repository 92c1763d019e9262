/** The real command line in processes of its own: what scripts and people at a shell rely on. */
import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allWell } from '../../src/desk/given/log-words.js';
import { lockFolder } from '../../src/state/folder-lock.js';
import { type CommandLine, commandLine } from './helpers/command-line.js';

const names = [
  'fix',
  'diagnose',
  'article',
  'trace',
  'check',
  'last-failure',
  'devices',
  'token',
  'idp',
  'audit',
  'alerts',
  'trail',
  'gaps',
  'classify',
  'playground',
  'doctor',
  'evaluate',
];
const artifact = 'federationArtifact.not.found Federation Artifact not found';

let cli: CommandLine;
beforeAll(async () => {
  cli = await commandLine();
});
afterAll(() => cli.remove());

const jsonLines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('help and versions', () => {
  it.each([[[]], ...names.map((name) => [[name]])])('%j has both, on standard output', async (command) => {
    const [help, version] = await Promise.all([cli.run([...command, '--help']), cli.run([...command, '--version'])]);

    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(/^Usage: npm run -s wo-okta -- [\s\S]*Examples:\n {2}\$ .*npm run -s wo-okta -- /);
    expect(version).toEqual({
      code: 0,
      stderr: '',
      stdout: `${JSON.parse(await readFile('package.json', 'utf8')).version}\n`,
    });
  });

  it('name every command', async () => {
    const { stdout } = await cli.run(['--help']);
    for (const name of names) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    expect((await cli.run(['help', 'fix'])).stdout).toMatch(/^Usage: npm run -s wo-okta -- fix/);
  });

  it('name the commands as the program is called: by its name where it is installed', async () => {
    const installed = join(cli.folder, 'wo-okta');
    await symlink(cli.entry, installed);
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, [installed, 'help', 'fix'], { env: cli.environment() });
    expect(stdout).toMatch(/^Usage: wo-okta fix[\s\S]*Examples:\n {2}\$ wo-okta fix /);
    const mistake = await cli.run(['fux']);
    expect(mistake.stderr).toContain('npm run -s wo-okta -- --help shows how it is used.');
  });

  it('come to who calls it with nothing, as a mistake', async () => {
    expect(await cli.run([])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Usage: npm run -s wo-okta -- /),
    });
  });
});

describe('a mistake in the command line', () => {
  it.each([
    ['a mistyped command', ['clasify', 'x'], /^Unknown command 'clasify'\. Did you mean classify\?/],
    ['a mistyped option', ['fix', '--jsno', 'x'], /^Unknown option '--jsno'\. Did you mean --json\?/],
    ['a value that is no choice', ['classify', '-s', 'email', 'x'], /Allowed choices are direct, channel\./],
    [
      'options that exclude each other',
      ['classify', '--json', '--jsonl'],
      /'--jsonl' cannot be used with option '--json'/,
    ],
    ['a text where lines are read', ['classify', '--jsonl', 'x'], /takes no text/],
    ['a port that is none', ['playground', '--port', '99999'], /port number from 0 to 65535/],
    ['no text', ['fix'], /^There is no text\./],
    ['no trace', ['trace'], /^There is no trace\. .* wo-okta trace < /],
    ['a folder that is not there', ['evaluate', '--dir', 'no-such-folder'], /no-such-folder can't be read/],
    ['an escape sequence', ['\u001B[2Jevil\u009B'], /^Unknown command '\[2Jevil'\./],
  ])('%s is told in a sentence on standard error, with exit code 2', async (_what, args, message) => {
    const outcome = await cli.run(args);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(message);
  });
});

describe('fix', () => {
  it('prints the card of the fix', async () => {
    const { code, stdout, stderr } = await cli.run(['fix', ...artifact.split(' ')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /Why this one: matches the error text [\s\S]*Cause: [\s\S]*\n1\. [\s\S]*federation-artifact-not-found@\d+/,
    );
  });

  it('finds the error in a log that is piped in', async () => {
    const log = `${'2026-11-24T08:01:12 INFO ordinary line\n'.repeat(200)}2026-11-24T08:01:31 ERROR ${artifact}\n`;
    const { stdout } = await cli.run(['fix', '--json'], { stdin: log });
    const reply = JSON.parse(stdout);
    expect(reply.kind).toBe('answer');
    expect(reply.answers.map(({ article }: { article: { id: string } }) => article.id)).toEqual([
      'federation-artifact-not-found',
    ]);
  });

  it('says of an exported log in which nothing failed what the bot says', async () => {
    const path = join(cli.folder, 'all-well.json');
    const event = {
      uuid: '1',
      published: '2026-03-02T08:00:00.000Z',
      eventType: 'user.session.start',
      displayMessage: 'User login to Okta',
      outcome: { result: 'SUCCESS' },
    };
    await writeFile(path, JSON.stringify([event]));

    const { code, stdout } = await cli.run(['fix', '--file', path]);

    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(allWell.text);
    expect(stdout).not.toContain('I don’t know this one');
  });

  it('asks when the text leaves it open', async () => {
    const { code, stdout } = await cli.run(['fix', 'GENERAL_NONSUCCESS']);
    expect(code).toBe(0);
    expect(stdout).toContain('wo-okta -- article device-trust-general-nonsuccess');
    expect(stdout).toContain('wo-okta -- article routing-rules-general-nonsuccess');
  });

  it('names for each choice a command that is there, also for what no article answers', async () => {
    const { stdout } = await cli.run(['fix', 'hello']);
    const commands = [...stdout.matchAll(/^ {2}npm run -s wo-okta -- (.*)$/gm)].map(([, args = '']) => args);
    expect(commands).toContain('check <user>');
    expect(commands).toContain('--help');
    for (const args of commands) {
      const asked = args.replace(/ <user>$/, ' --help').split(' ');
      expect(await cli.run(asked)).toMatchObject({ code: 0, stderr: '' });
    }
  });

  it('never repeats a secret', async () => {
    const token = `00${'aB3'.repeat(13)}x`;
    for (const args of [['fix', '--json'], ['classify']]) {
      const { stdout, stderr } = await cli.run(args, { stdin: `${artifact}\nAuthorization: SSWS ${token}` });
      expect(stdout + stderr).not.toContain(token);
    }
  });

  it('takes a text that starts like a command, and one that starts with a dash', async () => {
    expect((await cli.run(['fix', 'help', 'me'])).stdout).not.toContain('Usage:');
    expect(await cli.run(['fix', '--', '-5 lunch'])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('article', () => {
  it('shows one by id, lists those that fit words, and lists all without', async () => {
    expect((await cli.run(['article', 'scim-domain-mismatch'])).stdout).toContain('scim-domain-mismatch@');
    expect((await cli.run(['article', 'kerberos'])).stdout.trimEnd().split('\n')).toHaveLength(2);
    const all = JSON.parse((await cli.run(['article', '--json'])).stdout);
    expect(all.matches).toHaveLength((await readdir('knowledge')).filter((name) => name.endsWith('.md')).length);
    expect(JSON.parse((await cli.run(['article', '--json', 'idp-not-found'])).stdout).article.id).toBe('idp-not-found');
  });
});

describe('classify --jsonl', () => {
  it('writes one result a line in the order of the input, in the public form', async () => {
    const input = [
      { id: 'a', text: artifact },
      { id: 'b', text: 'lunch at 12?', surface: 'channel', more: { is: 'ignored' } },
      { id: 3, text: `GENERAL_NONSUCCESS for jdoe@example.com, password: hunter2xyz` },
    ];
    const { code, stdout, stderr } = await cli.run(['classify', '--jsonl'], {
      stdin: `\uFEFF${input.map((line) => JSON.stringify(line)).join('\r\n')}`,
    });

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const results = jsonLines(stdout);
    expect(results.map(({ id, decision }) => [id, decision])).toEqual([
      ['a', 'answer'],
      ['b', 'none'],
      [3, 'ask'],
    ]);
    for (const result of results) {
      expect(Object.keys(result)).toEqual(['id', 'decision', 'intents', 'entities', 'redactions', 'ms']);
      expect(Object.keys(result.entities)).toEqual(['users', 'errorCodes']);
      expect(result.ms).toBeGreaterThan(0);
      for (const intent of result.intents) expect(Object.keys(intent)).toEqual(['id', 'confidence', 'evidence']);
    }
    expect(results[0].intents[0]).toMatchObject({
      id: 'federation-artifact-not-found',
      evidence: [expect.any(String)],
    });
    expect(results[2].entities).toEqual({ users: ['jdoe@example.com'], errorCodes: ['GENERAL_NONSUCCESS'] });
    expect(results[2].redactions).toBe(1);
  });

  describe('gives a bad line an error in its place and goes on:', () => {
    const bad: readonly (readonly [string, string])[] = [
      ['no JSON', 'hello'],
      ['an empty line', ''],
      ['JSON cut off', '{"id":"1","text":"IDP'],
      ['deep nesting', '['.repeat(200_000)],
      ['deep nesting that is whole', `{"id":1,"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
      ['a list', '[]'],
      ['null', 'null'],
      ['no id', '{"text":"x"}'],
      ['no text', '{"id":"1"}'],
      ['a text that is none', '{"id":"1","text":7}'],
      ['an unknown surface', '{"id":"1","text":"x","surface":"email"}'],
      ['bytes that are no text', '\u0000\u0001\uFFFD\u001B[2J'],
      ['a line beyond all bounds', `{"id":"1","text":"${'x'.repeat(17 * 1_048_576)}"}`],
    ];
    let code: number | null;
    let stdout: string;
    let stderr: string;
    beforeAll(async () => {
      const good = JSON.stringify({ id: 'good', text: 'IDP not found' });
      ({ code, stdout, stderr } = await cli.run(['classify', '--jsonl'], {
        stdin: bad.map(([, line]) => `${good}\n${line}\n`).join(''),
      }));
    });

    it.each(bad.map(([what], index) => [what, index] as const))('%s', (_what, index) => {
      const results = jsonLines(stdout);
      expect(results[2 * index]).toMatchObject({ id: 'good', decision: 'answer' });
      expect(results[2 * index + 1]).toEqual({ id: null, error: expect.stringMatching(/^[A-Z"].*\.$/) });
    });

    it('the run goes to its end, and then says how many were refused, with exit code 2', () => {
      expect(code).toBe(2);
      expect(stderr).toBe(
        `${bad.length} of ${2 * bad.length} lines were refused; the result in its place says why ("id":null).\n`,
      );
    });

    it('there is nothing in it that a terminal would act on', () => {
      expect(jsonLines(stdout)).toHaveLength(2 * bad.length);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
    });
  });

  it('answers each line as it comes, while the input stays open', async () => {
    const child = spawn(process.execPath, [cli.entry, 'classify', '--jsonl'], { env: cli.environment() });
    const ended = new Promise((done) => child.once('close', done));
    for (const id of ['first', 'second']) {
      child.stdin.write(`${JSON.stringify({ id, text: artifact })}\n`);
      const answer: Buffer = await new Promise((done) => child.stdout.once('data', done));
      expect(JSON.parse(String(answer)).id).toBe(id);
    }
    child.stdin.end();
    expect(await ended).toBe(0);
  });

  it('stops in peace when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [cli.entry, 'classify', '--jsonl'], { env: cli.environment() });
    let complaints = '';
    child.stderr.on('data', (chunk) => {
      complaints += chunk;
    });
    child.stdin.on('error', () => undefined);
    const ended = new Promise((done) => child.once('close', done));
    child.stdin.write(`${JSON.stringify({ id: 1, text: 'x' })}\n`.repeat(5_000));
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await ended).toBe(0);
    expect(complaints).toBe('');
  });
});

describe('any text at all', () => {
  it.each([
    ['emoji only', '👍🎉🎉'],
    ['right-to-left text', 'المستخدم لا يستطيع تسجيل الدخول ‮IDP not found‬'],
    ['control and escape sequences', `\u001B]0;title\u0007\u001B[2J${artifact}\u009B31m \u0000\u0008`],
    ['a megabyte of one word', 'a'.repeat(1_048_576)],
    ['a megabyte of log', `${'2026-11-24 INFO (tomcat-http--41) line\n'.repeat(26_000)}${artifact}`],
    ['deep nesting', `${'{"a":['.repeat(20_000)}${artifact}`],
    ['mark-up and channel mentions', '<!channel> <script>alert(1)</script> `rm -rf /` $(reboot)'],
    ['combining characters', `e${'\u0301'.repeat(5_000)}`],
  ])('gets a reply: %s', async (_what, stdin) => {
    const { code, stdout, stderr } = await cli.run(['classify'], { stdin });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^(?:answer|ask|none): /);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
  });

  it('is refused when it is empty or no text', async () => {
    for (const stdin of ['', ' \n', Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 89) % 256))]) {
      expect(await cli.run(['fix'], { stdin })).toMatchObject({ code: 2, stdout: '' });
    }
  });
});

describe('evaluate', () => {
  const miniature = [
    { id: 'a', text: artifact, expect: ['federation-artifact-not-found'], kind: 'error' },
    { id: 'b', text: 'lunch at 12?', surface: 'channel', expect: [], kind: 'unrelated' },
    { id: 'c', text: artifact, expect: ['idp-not-found'], kind: 'error' },
  ];
  const folder = async (name: string, content: string) => {
    const path = join(cli.folder, name);
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'texts.jsonl'), content);
    await writeFile(join(path, 'README.md'), 'no texts');
    return path;
  };

  it('prints a row for each kind, false replies, how far confidence is to be believed, and what was confused', async () => {
    const dir = await folder('texts', miniature.map((line) => JSON.stringify(line)).join('\n'));
    const { code, stdout, stderr } = await cli.run(['evaluate', '--dir', dir, '--misses']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^error +2 +50\.0 % +50\.0 % +50\.0 % +50\.0 %$/m);
    expect(stdout).toContain('False replies: 0 of 1 texts');
    expect(stdout).toMatch(/^0\.9 to 1\.0 +2 +50\.0 %$/m);
    expect(stdout).toMatch(/^ +1 +idp-not-found +federation-artifact-not-found$/m);
    expect(stdout).toContain('\nc\n  federationArtifact.not.found');

    const report = JSON.parse((await cli.run(['evaluate', '--dir', 'texts', '--json'])).stdout);
    expect(report).toMatchObject({ texts: 3, falseReplies: { texts: 1, answered: 0, share: 0 } });
  });

  it('counts leaked secrets and changed look-alikes of the folder’s planted texts', async () => {
    const dir = await folder('with-planted', JSON.stringify(miniature[0]));
    const texts = [
      { id: 'found', kind: 'password', text: 'password: hunter22', secrets: ['hunter22'] },
      { id: 'missed', kind: 'password', text: 'hunter22 or so', secrets: ['hunter22'] },
      { id: 'alike', kind: 'look-alike', text: 'password: required', secrets: [] },
    ];
    await mkdir(join(dir, 'redaction'));
    await writeFile(join(dir, 'redaction', 'planted.jsonl'), texts.map((text) => JSON.stringify(text)).join('\n'));
    const { stdout } = await cli.run(['evaluate', '--dir', dir, '--misses']);
    expect(stdout).toMatch(/^Planted secrets: 2, leaked 1; look-alikes changed: 0 of 1\.\n {2}missed$/m);
  });

  it('finds the project’s own held-out texts from anywhere', async () => {
    const { code, stdout } = await cli.run(['evaluate', '--no-pictures', '--json']);
    expect(code).toBe(0);
    const kinds = JSON.parse(stdout).kinds.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['error', 'log', 'lookup', 'paraphrase', 'ambiguous']));
  });

  it('names broken texts by file and line', async () => {
    const dir = await folder(
      'broken',
      `${JSON.stringify(miniature[0])}\nnot json\n{"id":"x"}\n${JSON.stringify(miniature[0])}\n`,
    );
    const { code, stdout, stderr } = await cli.run(['evaluate', '--dir', dir]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /texts\.jsonl:2: [\s\S]*texts\.jsonl:3: [\s\S]*texts\.jsonl:4: The id "a" is already used at texts\.jsonl:1/,
    );
  });

  it('says when a folder holds none', async () => {
    expect(await cli.run(['evaluate', '--dir', resolve('knowledge')])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/no \*\.jsonl files/),
    });
  });
});

describe('beside a running bot', () => {
  it('all that reads works while the bot has its folder locked', async () => {
    await mkdir(cli.dataDir, { recursive: true });
    const lock = await lockFolder(cli.dataDir, Date.now);
    try {
      for (const args of [['fix', artifact], ['doctor']]) {
        expect((await cli.run(args)).code).toBe(0);
      }
      await lock.assertHeld();
    } finally {
      await lock.release();
    }
  });
});

describe('the configuration', () => {
  it('of Slack does not matter to what needs no Slack', async () => {
    const env = { SLACK_APP_TOKEN: 'nonsense', PORT: 'nonsense' };
    expect((await cli.run(['fix', artifact], { env })).code).toBe(0);
  });

  it('comes from .env too, and a mistake in it is told by name', async () => {
    const cwd = join(cli.folder, 'configured');
    await mkdir(cwd);
    await writeFile(join(cwd, '.env'), 'KNOWLEDGE_DIR=~/knowledge\nLOG_LEVEL=loud\n');
    const { code, stdout, stderr } = await cli.run(['fix', artifact], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/KNOWLEDGE_DIR must be [\s\S]*LOG_LEVEL must be /);
  });

  it('may name own folders, whose faults are told by file and line', async () => {
    const intents = join(cli.folder, 'intents');
    await cp('intents', intents, { recursive: true });
    await writeFile(join(intents, 'help.yaml'), 'id: help\ntitle: [\n');
    const { code, stdout, stderr } = await cli.run(['classify', artifact], { env: { INTENTS_DIR: intents } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/intents\/help\.yaml:\d+: /);
  });
});
