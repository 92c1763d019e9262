import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultAlertSettings } from '../src/alerts/settings.js';
import { readConfig } from '../src/config.js';
import { variables } from '../src/variables.js';
import { bundleProgram } from './support/run-typescript.js';

const socket = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: 'xapp-1-b' };
const http = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_SIGNING_SECRET: '0123456789abcdef' };

describe('the configuration', () => {
  it('is the playground when nothing is set, with the folders that come with the bot', () => {
    expect(readConfig({})).toEqual({
      mode: 'playground',
      logLevel: 'info',
      dataDir: resolve('data'),
      knowledgeDir: resolve('knowledge'),
      intentsDir: resolve('intents'),
      playgroundPort: 4747,
      tenants: {},
      names: { app: 'Workspace ONE', identityProvider: 'Workspace ONE', token: 'Workspace ONE' },
      lookupRights: { userGroups: [], users: [], channels: [], admins: [] },
      alerts: defaultAlertSettings,
    });
  });

  it('is Socket Mode with a bot token and an app-level token', () => {
    expect(readConfig(socket)).toMatchObject({ mode: 'socket', slack: { botToken: 'xoxb-1-a', appToken: 'xapp-1-b' } });
  });

  it('prefers Socket Mode when there is a signing secret too', () => {
    expect(readConfig({ ...socket, ...http })).toMatchObject({ mode: 'socket' });
  });

  it('is HTTP mode with a bot token and a signing secret, on port 3000 unless told otherwise', () => {
    const slack = { botToken: 'xoxb-1-a', signingSecret: '0123456789abcdef', port: 3000 };
    expect(readConfig(http)).toMatchObject({ mode: 'http', slack });
    expect(readConfig({ ...http, PORT: '8080', HOST: '::1' })).toMatchObject({ slack: { port: 8080, host: '::1' } });
  });

  it('takes every other variable', () => {
    const config = readConfig({
      ...socket,
      SLACK_API_URL: 'http://127.0.0.1:9000/api/',
      HANDOVER_CHANNEL: 'C0123456789',
      DATA_DIR: '/var/lib/bot',
      KNOWLEDGE_DIR: 'my/articles',
      INTENTS_DIR: '/my/intents',
      LOG_LEVEL: 'DEBUG',
      PLAYGROUND_PORT: '0',
      OKTA_WS1_APP: 'WS1',
      OKTA_WS1_IDP: 'WS1 IdP',
      OKTA_WS1_TOKEN: 'ws1-catalog',
    });
    expect(config).toEqual({
      mode: 'socket',
      slack: {
        botToken: 'xoxb-1-a',
        appToken: 'xapp-1-b',
        apiUrl: 'http://127.0.0.1:9000/api/',
        handOverChannel: 'C0123456789',
      },
      dataDir: resolve('/var/lib/bot'),
      knowledgeDir: resolve('my/articles'),
      intentsDir: resolve('/my/intents'),
      logLevel: 'debug',
      playgroundPort: 0,
      tenants: {},
      names: { app: 'WS1', identityProvider: 'WS1 IdP', token: 'ws1-catalog' },
      lookupRights: { userGroups: [], users: [], channels: [], admins: [] },
      alerts: defaultAlertSettings,
    });
  });

  it('takes how alerts are raised and told', () => {
    const { alerts } = readConfig({
      ...socket,
      ALERT_CHANNEL: 'C0ALERTS',
      ALERT_ROUTES: 'critical=C0CRITICAL, certificate-expiring=C0CERTS',
      ALERT_POLL_SECONDS: '20',
      ALERT_REPEAT_HOURS: '8',
      ALERT_QUIET_HOURS: '22:00-07:30 Europe/Berlin; C0CERTS=18:00-08:00 UTC',
      ALERT_DIGEST: '08:30 Europe/Berlin',
      ALERT_TOKEN_DAYS: '3, 21,7,7',
      ALERT_ASKERS: '5',
      ALERT_OKTA_CALLS: '4',
    });
    expect(alerts).toMatchObject({
      channel: 'C0ALERTS',
      routes: { critical: 'C0CRITICAL', 'certificate-expiring': 'C0CERTS' },
      pollMs: 20_000,
      groupWaitMs: 20_000,
      repeatMs: 8 * 3_600_000,
      quietHours: {
        '*': { from: 22 * 60, to: 7 * 60 + 30, zone: 'Europe/Berlin' },
        C0CERTS: { from: 18 * 60, to: 8 * 60, zone: 'UTC' },
      },
      digest: { minute: 8 * 60 + 30, zone: 'Europe/Berlin' },
      budget: { okta: 4, access: 12, uem: 6 },
      thresholds: { tokenDays: [21, 7, 3], askers: 5 },
    });
  });

  it.each([
    ['ALERT_CHANNEL', '#helpdesk'],
    ['ALERT_ROUTES', 'urgent=C0123456789'],
    ['ALERT_ROUTES', 'critical=helpdesk'],
    ['ALERT_POLL_SECONDS', '1'],
    ['ALERT_POLL_SECONDS', '60s'],
    ['ALERT_QUIET_HOURS', '22:00-07:00'],
    ['ALERT_QUIET_HOURS', '25:00-07:00 UTC'],
    ['ALERT_QUIET_HOURS', '22:00-07:00 Europe/Atlantis'],
    ['ALERT_DIGEST', '8 o’clock'],
    ['ALERT_DIGEST', '24:00 UTC'],
    ['ALERT_TOKEN_DAYS', '14,7,0'],
    ['ALERT_TOKEN_DAYS', '14;7'],
    ['ALERT_SPIKE_TIMES', '1'],
  ])('says what %s must be, when it is %s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name} must be`));
  });

  it('counts a variable that is empty or only spaces as not set, and ignores spaces around a value', () => {
    const empty = Object.fromEntries(Object.keys(variables).map((name) => [name, '  ']));
    expect(readConfig(empty)).toEqual(readConfig({}));
    expect(readConfig({ ...socket, SLACK_BOT_TOKEN: ' xoxb-1-a\r' })).toEqual(readConfig(socket));
  });

  it.each([
    ['only a bot token', { SLACK_BOT_TOKEN: 'xoxb-1-a' }, /SLACK_APP_TOKEN is missing.*SLACK_SIGNING_SECRET/],
    ['a bot token and a port', { SLACK_BOT_TOKEN: 'xoxb-1-a', PORT: '80' }, /SLACK_APP_TOKEN is missing/],
    [
      'only an app-level token',
      { SLACK_APP_TOKEN: 'xapp-1-b' },
      /SLACK_BOT_TOKEN is missing, but SLACK_APP_TOKEN is set/,
    ],
    [
      'only a signing secret',
      { SLACK_SIGNING_SECRET: 'abc' },
      /SLACK_BOT_TOKEN is missing, but SLACK_SIGNING_SECRET is/,
    ],
    [
      'only an API address',
      { SLACK_API_URL: 'https://slack.com/api/' },
      /SLACK_BOT_TOKEN is missing, but SLACK_API_URL/,
    ],
    [
      'a bot token and an empty other',
      { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: '' },
      /SLACK_APP_TOKEN is missing/,
    ],
  ])('is a mistake, never the playground, with %s', (_what, env, message) => {
    expect(() => readConfig(env)).toThrow(
      expect.objectContaining({ code: 'bad-config', message: expect.stringMatching(message) }),
    );
  });

  it.each([
    ['SLACK_BOT_TOKEN', 'xapp-1-swapped', /xoxb-/],
    ['SLACK_BOT_TOKEN', 'xoxb-…', /xoxb-/],
    ['SLACK_APP_TOKEN', 'xoxb-1-swapped', /xapp-/],
    ['SLACK_SIGNING_SECRET', 'two words', /without spaces/],
    ['PORT', '65536', /port number/],
    ['PORT', '80.5', /port number/],
    ['PLAYGROUND_PORT', '-1', /port number/],
    ['HOST', 'http://me/', /host name/],
    ['SLACK_API_URL', 'http://slack.example/api/', /https address/],
    ['SLACK_API_URL', 'https://me:pass@slack.example/', /no user/],
    ['SLACK_API_URL', 'not an address', /https address/],
    ['HANDOVER_CHANNEL', '#help', /channel id/],
    ['DATA_DIR', '~/data', /without ~/],
    ['LOG_LEVEL', 'loud', /debug, info, warn, error/],
  ])('names %s when it is wrong (%s), and what would be right, without the value', (name, value, right) => {
    const read = () => readConfig({ ...socket, ...http, [name]: value });
    expect(read).toThrow(expect.objectContaining({ code: 'bad-config' }));
    expect(read).toThrow(right);
    expect(read).toThrow(new RegExp(`- ${name} must be`));
    expect(read).not.toThrow(value);
  });

  it('lists every mistake at once', () => {
    const read = () => readConfig({ SLACK_APP_TOKEN: 'wrong', PORT: 'x', LOG_LEVEL: 'loud', DATA_DIR: '~' });
    for (const name of ['SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN', 'PORT', 'LOG_LEVEL', 'DATA_DIR']) {
      expect(read).toThrow(new RegExp(`^- ${name} `, 'm'));
    }
  });
});

describe('the configuration of the live systems', () => {
  const okta = { OKTA_ORG_URL: 'https://acme.okta.example/', OKTA_API_TOKEN: '00abcdefghij' };
  const access = { ACCESS_URL: 'https://acme.ws1.example', ACCESS_CLIENT_ID: 'bot', ACCESS_CLIENT_SECRET: 's3cret' };
  const uem = {
    UEM_URL: 'https://as1.uem.example',
    UEM_USERNAME: 'bot',
    UEM_PASSWORD: 'p:w',
    UEM_TENANT_CODE: 'code=',
  };
  const oauth = {
    UEM_URL: 'https://as1.uem.example',
    UEM_TOKEN_URL: 'https://na.auth.example/connect/token',
    UEM_CLIENT_ID: 'c',
    UEM_CLIENT_SECRET: 's',
  };
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  const app = { OKTA_ORG_URL: 'https://acme.okta.example', OKTA_CLIENT_ID: '0oaclient', OKTA_KEY_ID: 'k1' };

  it('has each system that is configured, and no other', () => {
    expect(readConfig({ ...okta, ...access, ...uem }).tenants).toEqual({
      okta: { url: 'https://acme.okta.example', credential: { kind: 'token', token: '00abcdefghij' } },
      access: { url: 'https://acme.ws1.example', clientId: 'bot', clientSecret: 's3cret' },
      uem: {
        url: 'https://as1.uem.example',
        credential: { kind: 'basic', username: 'bot', password: 'p:w' },
        tenantCode: 'code=',
      },
    });
    expect(Object.keys(readConfig({ ...socket, ...access }).tenants)).toEqual(['access']);
  });

  it('takes OAuth for UEM without a tenant code', () => {
    expect(readConfig(oauth).tenants.uem).toEqual({
      url: 'https://as1.uem.example',
      credential: {
        kind: 'oauth',
        tokenUrl: 'https://na.auth.example/connect/token',
        clientId: 'c',
        clientSecret: 's',
      },
    });
  });

  it('takes the key of a service app as written, on one line, or from a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wo-okta-key-'));
    const path = join(folder, 'key.pem');
    await writeFile(path, `${key}\n`);
    const keys = [
      { OKTA_PRIVATE_KEY: key },
      { OKTA_PRIVATE_KEY: key.replaceAll('\n', '\\n') },
      { OKTA_PRIVATE_KEY_FILE: path },
    ];
    for (const way of keys) {
      expect(readConfig({ ...app, ...way }).tenants.okta).toEqual({
        url: 'https://acme.okta.example',
        credential: { kind: 'service-app', clientId: '0oaclient', keyId: 'k1', privateKey: key.trim() },
      });
    }
    await rm(folder, { recursive: true });
  });

  it.each([
    ['OKTA_API_TOKEN', { OKTA_ORG_URL: 'https://acme.okta.example' }],
    ['OKTA_ORG_URL', { OKTA_API_TOKEN: '00abcdefghij' }],
    ['OKTA_KEY_ID', { OKTA_ORG_URL: 'https://a.example', OKTA_CLIENT_ID: '0oaclient', OKTA_PRIVATE_KEY: key }],
    ['OKTA_PRIVATE_KEY', app],
    ['ACCESS_CLIENT_SECRET', { ACCESS_URL: 'https://a.example', ACCESS_CLIENT_ID: 'c' }],
    ['ACCESS_URL', { ACCESS_CLIENT_ID: 'c', ACCESS_CLIENT_SECRET: 's' }],
    ['UEM_CLIENT_ID', { UEM_URL: 'https://a.example', UEM_TENANT_CODE: 'c' }],
    ['UEM_TENANT_CODE', { UEM_URL: 'https://a.example', UEM_USERNAME: 'u', UEM_PASSWORD: 'p' }],
    ['UEM_TOKEN_URL', { UEM_URL: 'https://a.example', UEM_CLIENT_ID: 'c', UEM_CLIENT_SECRET: 's' }],
  ])('misses %s when the rest is there', (missing, env) => {
    expect(() => readConfig(env)).toThrow(
      expect.objectContaining({
        code: 'bad-config',
        message: expect.stringMatching(
          new RegExp(`^- ${missing}( \\(or OKTA_PRIVATE_KEY_FILE\\))? is missing, but`, 'm'),
        ),
      }),
    );
  });

  it.each([
    ['a token and a service app', { ...okta, OKTA_CLIENT_ID: '0oaclient' }],
    ['a key and a file with a key', { ...app, OKTA_PRIVATE_KEY: key, OKTA_PRIVATE_KEY_FILE: './key.pem' }],
    ['OAuth and a password', { ...oauth, ...uem }],
  ])('is a mistake with %s', (_what, env) => {
    expect(() => readConfig(env)).toThrow(/Keep/);
  });

  it.each([
    ['OKTA_ORG_URL', 'http://acme.okta.example'],
    ['OKTA_ORG_URL', 'https://acme-admin.okta.com'],
    ['OKTA_ORG_URL', 'https://acme.okta.example/app/x'],
    ['OKTA_ORG_URL', 'acme.okta.example'],
    ['OKTA_API_TOKEN', 'SSWS 00abcdefghij'],
    ['OKTA_PRIVATE_KEY', 'not a key'],
    ['OKTA_PRIVATE_KEY', ecKey()],
    ['ACCESS_URL', 'https://user:pass@acme.example'],
    ['ACCESS_CLIENT_SECRET', 'two\nlines'],
    ['UEM_TOKEN_URL', 'http://auth.example/connect/token'],
    ['UEM_USERNAME', 'a:b'],
  ])('names %s when it is wrong, without the value', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(new RegExp(`^- ${name} must `, 'm'));
    expect(read).not.toThrow(value);
  });

  it('names the file of a key that is not there or holds none', () => {
    expect(() => readConfig({ ...app, OKTA_PRIVATE_KEY_FILE: './none.pem' })).toThrow(
      /OKTA_PRIVATE_KEY_FILE cannot be read/,
    );
    expect(() => readConfig({ ...app, OKTA_PRIVATE_KEY_FILE: 'package.json' })).toThrow(
      /OKTA_PRIVATE_KEY_FILE must be an RSA/,
    );
  });
});

/** A key of the kind that Okta's SDK cannot sign with. */
function ecKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
    .trim();
}

describe('the .env file', () => {
  let folder: string;
  let program: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wo-okta-env-'));
    program = await bundleProgram('test/support/print-environment.program.ts', folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Loads `path` in a process of its own and returns what it printed. */
  const load = (path: string, env: Record<string, string> = {}) =>
    promisify(execFile)(process.execPath, [program, path], { env: { PATH: process.env['PATH'] ?? '', ...env } });

  it('adds to the environment and never replaces what is set there', async () => {
    const path = join(folder, 'some.env');
    await writeFile(path, 'LOG_LEVEL=debug\nDATA_DIR="./from file" # a comment\n');
    const { stdout, stderr } = await load(path, { LOG_LEVEL: 'error' });
    expect(JSON.parse(stdout)).toMatchObject({ LOG_LEVEL: 'error', DATA_DIR: './from file' });
    expect(stderr).toBe('');
  });

  it('may be missing', async () => {
    const { stdout, stderr } = await load(join(folder, 'none.env'), { LOG_LEVEL: 'warn' });
    expect(JSON.parse(stdout)).toMatchObject({ LOG_LEVEL: 'warn' });
    expect(stderr).toBe('');
  });

  it('must be readable when it is there', async () => {
    const path = join(folder, 'folder.env');
    await mkdir(path);
    await expect(load(path)).rejects.toMatchObject({ stderr: expect.stringMatching(/folder\.env cannot be read/) });
  });
});

describe('the right to look people up', () => {
  it('is nobody’s as long as nothing is set', () => {
    expect(readConfig({}).lookupRights).toEqual({ userGroups: [], users: [], channels: [], admins: [] });
  });

  it('is read from ids with commas or spaces between them', () => {
    const { lookupRights } = readConfig({
      LOOKUP_USER_GROUPS: 'S0DESK,S0SECOND',
      LOOKUP_USERS: 'U0ANN, W0BEN',
      LOOKUP_CHANNELS: 'C0DESK G0OLD',
      LOOKUP_ADMINS: 'U0IRMA',
      LOOKUP_CONTACT: 'the identity team',
    });
    expect(lookupRights).toEqual({
      userGroups: ['S0DESK', 'S0SECOND'],
      users: ['U0ANN', 'W0BEN'],
      channels: ['C0DESK', 'G0OLD'],
      admins: ['U0IRMA'],
      contact: 'the identity team',
    });
  });

  it.each([
    ['LOOKUP_USER_GROUPS', '@helpdesk'],
    ['LOOKUP_USERS', 'U0ANN,ann'],
    ['LOOKUP_CHANNELS', '#helpdesk'],
    ['LOOKUP_ADMINS', 'S0DESK'],
  ])('given as %s=%s is a mistake that names the variable', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name} must be ids of`));
  });
});
