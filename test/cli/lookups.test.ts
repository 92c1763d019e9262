/** Lookups from a shell: the real command line against the simulated tenants. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/playground/slack/index.js';
import { startTenants, type Tenants } from '../../src/playground/tenants/index.js';
import { lockFolder } from '../../src/state/folder-lock.js';
import { type CommandLine, commandLine } from './helpers/command-line.js';

let cli: CommandLine;
let tenants: Tenants;
let env: Record<string, string>;

beforeAll(async () => {
  [cli, tenants] = await Promise.all([commandLine(), startTenants({ scenario: 'healthy', clock: systemClock })]);
  const { okta, access, uem } = tenants;
  env = {
    OKTA_ORG_URL: okta.url,
    OKTA_API_TOKEN: okta.token,
    ACCESS_URL: access.url,
    ACCESS_CLIENT_ID: access.clientId,
    ACCESS_CLIENT_SECRET: access.clientSecret,
    UEM_URL: uem.url,
    UEM_USERNAME: uem.userName,
    UEM_PASSWORD: uem.password,
    UEM_TENANT_CODE: uem.tenantCode,
  };
}, 60_000);
afterAll(async () => {
  await tenants.close();
  await cli.remove();
});
beforeEach(() => tenants.setScenario('healthy'));

describe('check', () => {
  it('of somebody with whom nothing is wrong says so, exit code 0', async () => {
    const { code, stdout, stderr } = await cli.run(['check', 'ann@acme.example'], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^✓ Nothing is wrong with Ann Ace/);
    for (const half of ['Okta', 'Workspace ONE Access', 'Workspace ONE UEM']) {
      expect(stdout).toMatch(new RegExp(`^${half}$`, 'm'));
    }
    expect(stdout).not.toMatch(/not read/i);
  });

  it('of somebody with a fault names it first, with the article, exit code 1; JSON has the documented fields', async () => {
    tenants.setScenario('user-name-mismatch');
    const [card, json] = await Promise.all([
      cli.run(['check', 'ann@acme.example'], { env }),
      cli.run(['check', 'ann@acme.example', '--json'], { env }),
    ]);
    expect(card).toMatchObject({ code: 1, stderr: '' });
    expect(card.stdout.split('\n')[0]).toMatch(/^✗ User names do not match/);
    expect(card.stdout).toContain('wo-okta -- article username-mismatch');
    expect(json.code).toBe(1);
    const report = JSON.parse(json.stdout);
    expect(report).toMatchObject({ status: 'finding', summary: expect.any(String), errors: [] });
    expect(report.evidence[0]).toEqual({
      system: expect.any(String),
      what: expect.any(String),
      value: expect.any(String),
      readAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it('with Okta down shows the Workspace ONE half and why the other is missing, exit code 3', async () => {
    tenants.setScenario('okta-down');
    const { code, stdout } = await cli.run(['check', 'ann@acme.example', '--json'], { env });
    expect(code).toBe(3);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ status: 'partial', errors: [{ system: 'okta', code: 'unreachable' }] });
    expect(report.sections[1].lines.length).toBeGreaterThan(0);
  });

  it('of a name that two people share lists them and how to ask for each, exit code 2', async () => {
    tenants.setScenario('several-matching-users');
    const [card, json] = await Promise.all([
      cli.run(['check', 'jdoe'], { env }),
      cli.run(['check', 'jdoe', '--json'], { env }),
    ]);
    expect(card.code).toBe(2);
    expect(card.stdout).toMatch(/Jane Doe[\s\S]*wo-okta -- check \S+\n[\s\S]*John Doe/);
    expect(JSON.parse(json.stdout)).toMatchObject({
      lookup: 'check',
      status: 'unreadable',
      summary: expect.stringContaining('jdoe'),
      evidence: [],
      errors: [],
      choices: { length: 2 },
    });
  });

  it.each([
    ['a filter', ['check', '" or 1 eq 1'], /without spaces/],
    ['5 kB', ['check', 'x'.repeat(5_000)], /at most 256 characters/],
    ['nobody', ['check', ''], /Whose\?/],
    ['no argument', ['check'], /Missing required argument/],
  ])('of %s is refused in a sentence, exit code 2', async (_what, args, message) => {
    const outcome = await cli.run(args, { env });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(message);
  });

  it('without a live system says what to set, exit code 2', async () => {
    const outcome = await cli.run(['check', 'ann']);
    expect(outcome).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('OKTA_ORG_URL') });
  });

  it.each([['check', 'ann'], ['last-failure', 'ann'], ['devices', 'ann'], ['token'], ['idp']])(
    'without a live system gives the JSON document all the same: %s',
    async (...args) => {
      const outcome = await cli.run([...args, '--json']);
      expect(outcome).toMatchObject({ code: 2, stderr: expect.stringContaining('OKTA_ORG_URL') });
      const missing = (system: string, name: string) => ({
        system,
        code: 'not-configured',
        message: expect.stringContaining(name),
      });
      expect(JSON.parse(outcome.stdout)).toEqual({
        lookup: args[0],
        status: 'unreadable',
        summary: expect.stringContaining('OKTA_ORG_URL'),
        evidence: [],
        errors: [
          missing('okta', 'Okta'),
          missing('access', 'Workspace ONE Access'),
          missing('uem', 'Workspace ONE UEM'),
        ],
      });
    },
  );

  it('of a name that cannot be one gives the JSON document with the reason', async () => {
    const outcome = await cli.run(['check', '" or 1 eq 1', '--json'], { env });
    expect(outcome).toMatchObject({ code: 2, stderr: expect.stringMatching(/without spaces/) });
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      status: 'unreadable',
      evidence: [],
      errors: [{ system: null, code: 'bad-input', message: expect.stringMatching(/without spaces/) }],
    });
  });
});

describe('the other lookups', () => {
  it.each([
    [['last-failure', 'ann@acme.example'], 'last-failure'],
    [['devices', 'ann@acme.example'], 'devices'],
    [['token'], 'token'],
    [['idp'], 'idp'],
  ])('%j', async (args, lookup) => {
    const { code, stdout } = await cli.run([...args, '--json'], { env });
    expect(code).toBeLessThanOrEqual(1);
    expect(JSON.parse(stdout)).toMatchObject({ lookup, evidence: expect.any(Array), errors: [] });
  });
});

describe('trail', () => {
  it('has what shells asked, newest first, also while a bot works on the folder', async () => {
    const lock = await lockFolder(cli.dataDir, Date.now);
    const asked = await cli.run(['check', 'ben@acme.example'], { env });
    const [json, table, short] = await Promise.all([
      cli.run(['trail', '--json']),
      cli.run(['trail']),
      cli.run(['trail', '--limit', '1', '--json']),
    ]);
    await lock.release();
    expect(asked.stderr).toBe('');
    const { entries } = JSON.parse(json.stdout);
    expect(entries[0]).toEqual({
      by: expect.any(String),
      lookup: 'check',
      asked: 'ben@acme.example',
      person: expect.stringContaining('Ben Cruz'),
      channel: 'cli',
      at: expect.any(String),
      outcome: 'ok',
    });
    expect(table.stdout).toMatch(/who.*lookup.*asked[\s\S]*ben@acme\.example/);
    expect(JSON.parse(short.stdout)).toMatchObject({ entries: { length: 1 }, more: entries.length - 1 });
  });

  it('of nothing says so', async () => {
    const dataDir = `${cli.folder}/empty`;
    expect(await cli.run(['trail'], { env: { DATA_DIR: dataDir } })).toEqual({
      code: 0,
      stderr: '',
      stdout: 'No lookup is on record.\n',
    });
  });
});
