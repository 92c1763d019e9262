/** `diagnose` and `audit` from a shell: the real command line, a small library, and the simulated tenants. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/playground/slack/index.js';
import { startTenants, type Tenants } from '../../src/playground/tenants/index.js';
import { lockFolder } from '../../src/state/folder-lock.js';
import { openStore } from '../../src/state/index.js';
import { fakeLog } from '../support/fake-log.js';
import { articleFields, smallArticles, smallIntents, writeLibrary } from '../support/small-knowledge.js';
import { type CommandLine, commandLine } from './helpers/command-line.js';

const lost = 'bridge.lost The bridge lost its session';
const issuerStep = {
  do: 'Correct the issuer.',
  place: 'okta',
  expect: 'It ends in idp.xml.',
  checks: ['okta-idp-issuer'],
};
const responseStep = {
  do: 'Set Device SSO Response to Yes.',
  place: 'access',
  expect: 'It is Yes.',
  checks: ['access-device-sso-response'],
};
const articles = [
  articleFields('broken-bridge', {
    steps: [responseStep, issuerStep, { do: 'Sign in again.', place: 'browser', expect: 'The catalogue opens.' }],
    tellsApart: [{ from: 'stale-ticket', by: 'the bridge names itself' }],
  }),
  ...smallArticles.filter(({ id }) => id === 'stale-ticket'),
  articleFields('routing-trouble', { steps: [issuerStep] }),
  articleFields('trust-trouble', { steps: [responseStep] }),
];

let cli: CommandLine;
let tenants: Tenants;
let knowledge: Record<string, string>;
let live: Record<string, string>;
let env: Record<string, string>;

beforeAll(async () => {
  [cli, tenants] = await Promise.all([commandLine(), startTenants({ scenario: 'healthy', clock: systemClock })]);
  const folders = await writeLibrary(cli.folder, articles, smallIntents);
  const { okta, access, uem } = tenants;
  knowledge = { KNOWLEDGE_DIR: folders.knowledge, INTENTS_DIR: folders.intents };
  live = {
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
  env = { ...live, ...knowledge };
}, 60_000);
afterAll(async () => {
  await tenants.close();
  await cli.remove();
});
beforeEach(() => tenants.setScenario('healthy'));

describe('diagnose', () => {
  it('names the proven cause first, then the step that mends it; exit code 1', async () => {
    tenants.setScenario('wrong-issuer');
    const { code, stdout, stderr } = await cli.run(['diagnose', ...lost.split(' ')], { env });

    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(
      /^✗ Found the cause: The Issuer URI of “Workspace ONE” is .*sso, which does not end in idp\.xml/,
    );
    expect(stdout).toMatch(
      /✗ 2\. Correct the issuer\.\n {5}Seen: The Issuer URI[\s\S]*You should see: It ends in idp\.xml[\s\S]*→ 3\. Sign in again/,
    );
    expect(stdout).toMatch(/✓ As it should be:\n {2}- Device SSO Response is Yes\.\n/);
    expect(stdout).toMatch(/broken-bridge@1 · read .* UTC · --explain/);
    expect(stdout).not.toContain('What was read');
  });

  it('takes the text from a pipe, and with --explain says what was read, where, when and by which right', async () => {
    const { code, stdout } = await cli.run(['diagnose', '--explain'], { env, stdin: `08:01 ERROR ${lost}\n` });

    expect(code).toBe(0);
    expect(stdout).toMatch(/^✓ Not the usual cause here: /);
    expect(stdout).toMatch(
      /What was read\n[\s\S]*- Issuer URI of the identity provider “Workspace ONE”: \S+idp\.xml\n {4}Okta, .* · GET \/api\/v1\/idps.* · needs okta\.idps\.read · \d\d:\d\d:\d\d UTC/,
    );
  });

  it('as JSON has the documented fields', async () => {
    tenants.setScenario('wrong-issuer');
    const { code, stdout } = await cli.run(['diagnose', '--json', lost], { env });

    expect(code).toBe(1);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({
      status: 'finding',
      summary: expect.stringContaining('idp.xml'),
      verdict: 'confirmed',
      errors: [],
      articles: [
        {
          id: 'broken-bridge',
          verdict: 'confirmed',
          cause: 'okta-idp-issuer',
          steps: [
            { number: 2, outcome: 'fail', results: [{ check: 'okta-idp-issuer', outcome: 'fail' }] },
            { number: 3, outcome: 'by-hand', results: [] },
            { number: 1, outcome: 'pass' },
          ],
        },
      ],
      redactions: [],
    });
    expect(document.evidence[0]).toEqual({
      system: expect.any(String),
      what: expect.any(String),
      value: expect.any(String),
      readAt: expect.stringMatching(/^\d{4}-.*Z$/),
      call: expect.stringMatching(/^GET /),
      right: expect.any(String),
      where: expect.any(String),
    });
  });

  it('with a system down says what it did not see, exit code 3', async () => {
    tenants.setScenario('okta-down');
    const [card, json] = await Promise.all([
      cli.run(['diagnose', lost], { env }),
      cli.run(['diagnose', lost, '--json'], { env }),
    ]);

    expect(card.code).toBe(3);
    expect(card.stdout).toMatch(/^\? Not proven here. Usual cause: /);
    expect(card.stdout).toMatch(/\? 2\. Correct the issuer\.\n {5}Not seen: /);
    expect(json.code).toBe(3);
    expect(JSON.parse(json.stdout)).toMatchObject({
      status: 'partial',
      verdict: 'could-not-check',
      errors: [{ system: 'okta', code: 'unreachable' }],
    });
  });

  it('of a text that two problems share decides by what it sees', async () => {
    tenants.setScenario('wrong-issuer');
    const { code, stdout } = await cli.run(['diagnose', 'GENERAL_NONSUCCESS'], { env });

    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^✗ Found the cause: [\s\S]*About routing-trouble[\s\S]*Usual cause ruled out here:\ntrust-trouble/,
    );
  });

  it('asks when that does not decide', async () => {
    tenants.setScenario('okta-down');
    tenants.addFault({ system: 'access', kind: 'down' });
    const [card, json] = await Promise.all([
      cli.run(['diagnose', 'GENERAL_NONSUCCESS'], { env }),
      cli.run(['diagnose', 'GENERAL_NONSUCCESS', '--json'], { env }),
    ]);

    expect(card.code).toBe(3);
    expect(card.stdout).toMatch(
      /Is a routing rule in play, or device trust\?\n[\s\S]*- A routing rule sends them\n {2}npm run -s wo-okta -- article routing-trouble/,
    );
    expect(JSON.parse(json.stdout)).toMatchObject({
      status: 'unreadable',
      question: /routing/,
      choices: { length: 2 },
    });
  });

  it.each([
    ['not recognised', ['what is the meaning of life'], /^I don’t know this one\./, { nearest: expect.any(Array) }],
    [
      'a fix without checks',
      ['The gateway refused a stale ticket'],
      /About stale-ticket/,
      { articles: [{ id: 'stale-ticket', verdict: 'could-not-check' }] },
    ],
    ['a lookup', ['how long does the integration token live'], /wo-okta -- token --help/, { lookup: 'token' }],
  ])('where nothing can be proven shows what there is, exit code 2: %s', async (_what, words, shown, fields) => {
    const [card, json] = await Promise.all([
      cli.run(['diagnose', ...words], { env }),
      cli.run(['diagnose', ...words, '--json'], { env }),
    ]);

    expect(card.code).toBe(2);
    expect(card.stdout).toMatch(shown);
    expect(json).toMatchObject({ code: 2, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({
      status: 'unreadable',
      summary: expect.any(String),
      verdict: null,
      evidence: [],
      errors: [],
      ...fields,
    });
  });

  it.each([
    ['as the only word', ['diagnose', 'ann@acme.example']],
    ['by --user, with nothing on standard input', ['diagnose', '--user', 'ann@acme.example']],
    ['by --user, beside a text that says nothing', ['diagnose', '--user', 'ann@acme.example', 'happy birthday']],
  ])('about a person says how their sign-in stands: named %s', async (_how, args) => {
    const [card, json] = await Promise.all([cli.run(args, { env }), cli.run([...args, '--json'], { env })]);

    expect(card.code).toBe(0);
    expect(card.stdout).toMatch(/Nothing is wrong with Ann Ace/);
    expect(JSON.parse(json.stdout)).toMatchObject({
      status: 'ok',
      verdict: null,
      subject: expect.stringContaining('Ann Ace'),
      articles: [],
      report: { lookup: 'check' },
    });
  });

  it('about a text and a person holds the fix against both, and leaves a line in the trail', async () => {
    tenants.setScenario('user-name-mismatch');
    const { code, stdout } = await cli.run(['diagnose', '--json', '-u', 'ann@acme.example', lost], { env });

    const document = JSON.parse(stdout);
    // The article is ruled out, but with Ann something is wrong all the same.
    expect(code).toBe(1);
    expect(document).toMatchObject({
      status: 'finding',
      verdict: 'ruled-out',
      subject: expect.stringContaining('Ann Ace'),
      report: { status: 'finding', summary: expect.stringMatching(/^User names do not match/) },
    });
    const trail = JSON.parse((await cli.run(['trail', '--json', '--limit', '1'])).stdout);
    expect(trail.entries[0]).toMatchObject({ lookup: 'check', asked: 'ann@acme.example', channel: 'cli' });
  });

  it('of a name that two people share lists them and how to go on, exit code 2', async () => {
    tenants.setScenario('several-matching-users');
    const [card, json] = await Promise.all([
      cli.run(['diagnose', '--user', 'jdoe', lost], { env }),
      cli.run(['diagnose', '--user', 'jdoe', '--json'], { env }),
    ]);

    expect(card.code).toBe(2);
    expect(card.stdout).toMatch(/Jane Doe[\s\S]*wo-okta -- diagnose … --user \S+\n[\s\S]*John Doe/);
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({ status: 'unreadable', verdict: null, choices: { length: 2 } });
  });

  it('of a name that cannot be one gives the reason, exit code 2', async () => {
    const outcome = await cli.run(['diagnose', '--json', '--user', '" or 1 eq 1', lost], { env });

    expect(outcome).toMatchObject({ code: 2, stderr: expect.stringMatching(/without spaces/) });
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      status: 'unreadable',
      verdict: null,
      articles: [],
      errors: [{ system: null, code: 'bad-input' }],
    });
  });

  it('without a live system says what to set, exit code 2; as JSON too', async () => {
    const outcome = await cli.run(['diagnose', lost, '--json'], { env: knowledge });

    expect(outcome).toMatchObject({ code: 2, stderr: expect.stringContaining('OKTA_ORG_URL') });
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      status: 'unreadable',
      summary: expect.stringContaining('OKTA_ORG_URL'),
      evidence: [],
      errors: [{ system: 'okta', code: 'not-configured' }, { system: 'access' }, { system: 'uem' }],
    });
  });

  it('without a text says so, and never repeats a secret', async () => {
    expect(await cli.run(['diagnose'], { env })).toMatchObject({ code: 2, stdout: '', stderr: /^There is no text\./ });
    const token = `00${'aB3'.repeat(13)}x`;
    const stdin = `${lost}\nAuthorization: SSWS ${token}`;
    const [card, json] = await Promise.all([
      cli.run(['diagnose', '--explain'], { env, stdin }),
      cli.run(['diagnose', '--json'], { env, stdin }),
    ]);
    expect(card.stdout).toMatch(/^The text holds a secret/);
    expect(JSON.parse(json.stdout).redactions).toHaveLength(1);
    expect([card.stdout, card.stderr, json.stdout, json.stderr].join()).not.toContain(token);
  });
});

describe('audit', () => {
  /** A memory of its own, so that each test begins with none. */
  const remembering = (name: string) => ({ ...live, DATA_DIR: join(cli.folder, name) });

  it('shows the score and every check; exit code 0 where all is right', async () => {
    const { code, stdout, stderr } = await cli.run(['audit'], { env: remembering('right') });

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^✓ All \d+ that were seen are as they should be\. \d+ could not be seen\. Score: 100 of 100\./,
    );
    expect(stdout).toContain('no run before this one');
    expect(stdout).toMatch(/^✓ okta-idp-issuer +The Issuer URI of “Workspace ONE” ends in idp\.xml\.$/m);
  });

  it('says what changed since the last one, exit code 1 where something is wrong', async () => {
    const at = remembering('changing');
    await cli.run(['audit'], { env: at });
    tenants.setScenario('wrong-issuer');
    const [card, ...rest] = [await cli.run(['audit'], { env: at }), await cli.run(['audit', '--json'], { env: at })];

    expect(card.code).toBe(1);
    expect(card.stdout).toMatch(
      /^✗ \d of \d+ (?:is|are) wrong\.[\s\S]*Changed since .* UTC\n(?:.*\n)*✓ → ✗ okta-idp-issuer: /,
    );
    expect(JSON.parse(rest[0]?.stdout ?? '')).toMatchObject({ status: 'finding', change: { turns: [] } });
  });

  it('compares with an audit of the bot, also while that works on the folder', async () => {
    const at = remembering('bot');
    const store = await openStore({ dataDir: at.DATA_DIR, clock: Date.now, log: fakeLog() });
    const audit = { at: '2026-01-05T08:00:00.000Z', results: [{ check: 'okta-idp-issuer', outcome: 'fail' as const }] };
    await store.put('audits', audit.at, audit);
    const { stdout } = await cli.run(['audit', '--json'], { env: at });
    await store.close();

    expect(JSON.parse(stdout).change).toMatchObject({ since: audit.at });
    expect(JSON.parse(stdout).change.turns).toContainEqual(
      expect.objectContaining({ check: 'okta-idp-issuer', before: 'fail', now: 'pass' }),
    );
  });

  it('compares with a file that an earlier --json was written to, also as PowerShell writes it', async () => {
    const at = remembering('file');
    const earlier = await cli.run(['audit', '--json'], { env: at });
    const file = join(cli.folder, 'earlier.json');
    await writeFile(file, Buffer.from(`\uFEFF${earlier.stdout}`, 'utf16le'));
    tenants.setScenario('wrong-issuer');
    await cli.run(['audit'], { env: at });
    const { code, stdout } = await cli.run(['audit', '--compare', file], { env: at });

    expect(code).toBe(1);
    expect(stdout).toContain('✓ → ✗ okta-idp-issuer');
  });

  it.each([
    ['is not there', undefined, /can't be read/],
    ['is no JSON', 'at,check', /is no audit/],
    ['is another document', '{"status":"ok","at":"2026-01-05T08:00:00.000Z","results":[{"check":3}]}', /is no audit/],
  ])('refuses to compare with a file that %s, before anything is read', async (_what, content, message) => {
    const file = join(cli.folder, 'compared.json');
    if (content !== undefined) await writeFile(file, content);
    const path = content === undefined ? join(cli.folder, 'nowhere.json') : file;
    const outcome = await cli.run(['audit', '--json', '--compare', path], { env: remembering('refusing') });

    expect(outcome).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });

  it('exports CSV that a reader of RFC 4180 takes apart, and Markdown', async () => {
    const at = remembering('exports');
    const [csv, markdown] = await Promise.all([
      cli.run(['audit', '--csv'], { env: at }),
      cli.run(['audit', '--markdown'], { env: at }),
    ]);

    const [headings, ...rows] = csv.stdout.split('\r\n').filter(Boolean);
    expect(headings).toBe('at,check,outcome,before,states,said,article,evidence,errors');
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(csv.stdout.replaceAll('\r\n', '')).not.toContain('\n');
    expect(markdown.stdout).toMatch(
      /^# Audit of Okta and Workspace ONE\n\nAll \d+ that were seen[\s\S]*\| right \| okta-idp-issuer \| /,
    );
  });

  it('with a system down has no verdict about it, exit code 3', async () => {
    tenants.setScenario('okta-down');
    const { code, stdout } = await cli.run(['audit', '--json'], { env: remembering('down') });

    expect(code).toBe(3);
    const { status, errors } = JSON.parse(stdout);
    expect(status).toBe('partial');
    // On a busy machine a broken connection can also look like one that takes too long.
    expect(new Set(errors.map(({ system }: { system: string }) => system))).toEqual(new Set(['okta']));
  });

  it('without a live system says what to set, as JSON too; two forms at once are a mistake', async () => {
    const [json, both] = await Promise.all([cli.run(['audit', '--json']), cli.run(['audit', '--json', '--csv'])]);

    expect(json).toMatchObject({ code: 2, stderr: expect.stringContaining('OKTA_ORG_URL') });
    expect(JSON.parse(json.stdout)).toMatchObject({ status: 'unreadable', score: null, results: [] });
    expect(both).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/cannot be used with/) });
  });

  it('takes no lock and keeps its outcome for its owner only', async () => {
    const at = remembering('locked');
    await mkdir(at.DATA_DIR, { recursive: true });
    const lock = await lockFolder(at.DATA_DIR, Date.now);
    const outcome = await cli.run(['audit'], { env: at });
    await lock.release();

    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(await readdir(at.DATA_DIR)).toContain('audits-shell.jsonl');
    const file = join(at.DATA_DIR, 'audits-shell.jsonl');
    expect((await stat(file)).mode & 0o077).toBe(0);
    const line = await readFile(file, 'utf8');
    expect(Object.keys(JSON.parse(line))).toEqual(['at', 'results']);
  });
});
