/** The doctor before a local Slack that refuses what Slack refuses, and before none at all. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { exitCodeFor } from '../../src/cli/doctor/examine.js';
import type { Finding } from '../../src/cli/doctor/finding.js';
import { checkKnowledge } from '../../src/cli/doctor/knowledge.js';
import { checkNode } from '../../src/cli/doctor/node.js';
import { callSlack } from '../../src/cli/doctor/slack-call.js';
import { LibraryError } from '../../src/knowledge/load.js';
import { UserError } from '../../src/model/errors.js';
import { type SlackServer, startSlack, systemClock } from '../../src/playground/slack/index.js';
import { lockFolder } from '../../src/state/folder-lock.js';
import { type CommandLine, commandLine } from './helpers/command-line.js';

let cli: CommandLine;
let slack: SlackServer;
let scopes: string[];
beforeAll(async () => {
  cli = await commandLine();
  scopes = parse(await readFile('slack-manifest.yaml', 'utf8')).oauth_config.scopes.bot;
  slack = await startSlack({ port: 0, clock: systemClock, app: { scopes } });
});
afterAll(async () => {
  await slack.close();
  await cli.remove();
});

const workspace = (server: SlackServer) => ({
  SLACK_API_URL: server.apiUrl,
  SLACK_BOT_TOKEN: server.botToken,
  SLACK_APP_TOKEN: server.appToken,
});

async function examine(env: Record<string, string>) {
  const { code, stdout, stderr } = await cli.run(['doctor', '--json'], { env });
  const { exitCode, findings } = JSON.parse(stdout) as { exitCode: number; findings: Finding[] };
  expect({ code, stderr }).toEqual({ code: exitCode, stderr: '' });
  return { code, of: (check: Finding['check']) => findings.find((finding) => finding.check === check) };
}

describe('the doctor on a sound set-up', () => {
  it('finds nothing wrong without a workspace, and says how to join one', async () => {
    const { code, stdout } = await cli.run(['doctor']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^✓ Node\.js .*\n✓ No Slack variable is set.*\n✓ The data folder .*\n✓ \d+ articles and \d+ intents load.*\n– No workspace .*\n {2}→ To join one/,
    );
  });

  it('asks Slack about both tokens and compares the scopes with the manifest', async () => {
    const { code, of } = await examine(workspace(slack));
    expect(code).toBe(0);
    expect(of('configuration')?.summary).toContain('Socket Mode');
    expect(of('bot-token')).toMatchObject({
      status: 'ok',
      summary: expect.stringMatching(/takes the bot token: .+ in .+/),
    });
    expect(of('scopes')).toMatchObject({
      status: 'ok',
      summary: expect.stringContaining(`all ${scopes.length} scopes`),
    });
    expect(of('app-token')?.status).toBe('ok');
  });

  it('can’t prove a signing secret, and says what does', async () => {
    const { SLACK_APP_TOKEN: _, ...rest } = workspace(slack);
    const { code, of } = await examine({ ...rest, SLACK_SIGNING_SECRET: 'a'.repeat(32) });
    expect(code).toBe(0);
    expect(of('signing-secret')).toMatchObject({ status: 'skipped', next: expect.stringContaining('Request URL') });
  });

  it('leaves the folder of a running bot alone', async () => {
    const dataDir = join(cli.folder, 'in-use');
    await mkdir(dataDir);
    const lock = await lockFolder(dataDir, Date.now);
    const { code, of } = await examine({ ...workspace(slack), DATA_DIR: dataDir });
    await lock.assertHeld();
    await lock.release();
    expect(code).toBe(0);
    expect(of('data-folder')).toMatchObject({
      status: 'skipped',
      summary: expect.stringContaining(`process ${process.pid}`),
    });
  });
});

describe('the doctor on the channels of the alerts', () => {
  const of = async (env: Record<string, string>) => {
    const { code, of: finding } = await examine({ ...workspace(slack), ...env });
    return { code, ...finding('alert-channels') };
  };

  it('finds the bot in each of them, and says when there are none', async () => {
    expect(await of({ ALERT_CHANNEL: 'C0OKTALERT', ALERT_ROUTES: 'critical=C0HELPDESK' })).toMatchObject({
      code: 0,
      status: 'ok',
      summary: expect.stringContaining('C0OKTALERT, C0HELPDESK'),
    });
    expect(await of({})).toMatchObject({ code: 0, status: 'skipped' });
  });

  it('names those that it is not in, and says how it gets there', async () => {
    const routes = 'critical=C0GENERAL1,connector-failing=C0N0SUCH';
    const found = await of({ ALERT_CHANNEL: 'C0OKTALERT', ALERT_ROUTES: routes });
    expect(found).toMatchObject({
      code: 1,
      status: 'wrong',
      summary: 'The bot is not a member of 2 of the 3 channels that alerts go to.',
      next: expect.stringContaining('/invite @wo-okta'),
    });
    expect(found.details?.join()).toMatch(/C0GENERAL1: the bot is not in it.*C0N0SUCH: there is none/);
  });

  it('is no wiser without the right to look', async () => {
    const poor = await startSlack({ port: 0, clock: systemClock, app: { scopes: ['chat:write'] } });
    const { of: finding } = await examine({ ...workspace(poor), ALERT_CHANNEL: 'C0OKTALERT' });
    await poor.close();
    expect(finding('alert-channels')).toMatchObject({ status: 'unread', details: ['C0OKTALERT: missing_scope'] });
  });
});

describe('the doctor on a fault', () => {
  it('names the scopes that are missing, and those beyond need', async () => {
    const poor = await startSlack({ port: 0, clock: systemClock, app: { scopes: ['chat:write', 'users:read'] } });
    const { code, of } = await examine(workspace(poor));
    await poor.close();
    expect(code).toBe(1);
    expect(of('scopes')).toMatchObject({ status: 'wrong', summary: expect.stringContaining('app_mentions:read') });
    expect(of('scopes')?.summary).not.toContain('chat:write');

    const rich = await startSlack({ port: 0, clock: systemClock, app: { scopes: [...scopes, 'files:write'] } });
    const generous = await examine(workspace(rich));
    await rich.close();
    expect(generous.code).toBe(0);
    expect(generous.of('scopes')?.next).toContain('files:write');
  });

  it('says which token Slack refuses and never shows one', async () => {
    const env = { ...workspace(slack), SLACK_BOT_TOKEN: 'xoxb-no-such', SLACK_APP_TOKEN: 'xapp-no-such' };
    const { code, stdout } = await cli.run(['doctor'], { env });
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ Slack refuses the bot token \(invalid_auth\)\.\n {2}→ .*SLACK_BOT_TOKEN/);
    expect(stdout).toMatch(/✗ Slack refuses the app-level token \(invalid_auth\)\.\n {2}→ .*SLACK_APP_TOKEN/);
    expect(stdout).not.toContain('no-such');
  });

  it('reports all mistakes of the configuration at once, and still looks at the rest', async () => {
    const { code, of } = await examine({ SLACK_APP_TOKEN: 'nonsense', LOG_LEVEL: 'loud' });
    expect(code).toBe(2);
    expect(of('configuration')?.details?.join('\n')).toMatch(
      /SLACK_APP_TOKEN[\s\S]*LOG_LEVEL|LOG_LEVEL[\s\S]*SLACK_APP_TOKEN/,
    );
    expect(of('knowledge')?.status).toBe('ok');
    expect(of('bot-token')?.status).toBe('skipped');
  });

  it('tells Slack being out of reach from a wrong token', async () => {
    const gone = await startSlack({ port: 0, clock: systemClock });
    const env = workspace(gone);
    await gone.close();
    const { code, of } = await examine(env);
    expect(code).toBe(3);
    expect(of('bot-token')).toMatchObject({ status: 'unread', summary: expect.stringContaining('ECONNREFUSED') });
  });

  it('names a data folder that is a file', async () => {
    const file = join(cli.folder, 'file');
    await writeFile(file, '');
    const { code, of } = await examine({ ...workspace(slack), DATA_DIR: file });
    expect(code).toBe(1);
    expect(of('data-folder')).toMatchObject({ status: 'wrong', summary: expect.stringContaining('is not a folder') });
  });
});

describe('a single check', () => {
  it.each([
    ['20.19.0', 'ok'],
    ['20.18.3', 'wrong'],
    ['9.99.0', 'wrong'],
    ['24.1.0', 'ok'],
  ])('takes Node.js %s for %s where 20.19 is needed', (version, status) => {
    expect(checkNode({ version, needed: '>=20.19' }).status).toBe(status);
  });

  it('lists each fault of the knowledge by file and line', async () => {
    const faults = [
      { file: 'intents/help.yaml', line: 7, message: 'There is no intent "hlep".' },
      { file: 'knowledge/idp-not-found.md', line: 1, message: 'The id differs.' },
    ];
    const finding = await checkKnowledge(() => Promise.reject(new LibraryError(faults)));
    expect(finding).toMatchObject({ status: 'wrong', summary: expect.stringContaining('2 faults') });
    expect(finding.details?.[0]).toBe('intents/help.yaml:7: There is no intent "hlep".');
    const gone = await checkKnowledge(() => Promise.reject(new UserError('bad-config', 'The folder can’t be read.')));
    expect(gone).toMatchObject({ status: 'wrong', summary: 'The folder can’t be read.' });
  });

  it('names the file that the knowledge lacks, and what to copy', async () => {
    const intentsDir = join(cli.folder, 'own-intents');
    await cp('intents', intentsDir, { recursive: true });
    await rm(join(intentsDir, 'unrelated.yaml'));
    const { code, of } = await examine({ ...workspace(slack), INTENTS_DIR: intentsDir });
    expect(code).toBe(1);
    expect(of('knowledge')).toMatchObject({
      status: 'wrong',
      details: [expect.stringMatching(/own-intents\/unrelated\.yaml: The intent “unrelated” is missing/)],
      next: expect.stringContaining('Copy intents/unrelated.yaml'),
    });
  });

  it('weighs what it found: configuration, then wrong, then unread', () => {
    const finding = (check: Finding['check'], status: Finding['status']): Finding => ({ check, status, summary: '' });
    const config = finding('configuration', 'wrong');
    const wrong = finding('scopes', 'wrong');
    const unread = finding('app-token', 'unread');
    expect(exitCodeFor([finding('node', 'ok'), finding('bot-token', 'skipped')])).toBe(0);
    expect(exitCodeFor([unread])).toBe(3);
    expect(exitCodeFor([unread, wrong])).toBe(1);
    expect(exitCodeFor([unread, wrong, config])).toBe(2);
  });
});

describe('a call to Slack', () => {
  const call = (answer: () => Response | Promise<never>) =>
    callSlack(async () => answer(), {
      method: 'auth.test',
      token: 'xoxb-1',
      fields: z.object({ ok: z.literal(true) }),
    });

  it.each([
    [
      'asked to wait',
      () => new Response('{"ok":false,"error":"ratelimited"}', { status: 429, headers: { 'retry-after': '30' } }),
      /wait 30 seconds/,
    ],
    [
      'a page of a proxy',
      () => new Response('<html>Sign in</html>', { status: 200 }),
      /not one of Slack’s Web API \(HTTP 200\)/,
    ],
    ['an error of a server', () => new Response('oops', { status: 503 }), /HTTP 503/],
    ['no answer', () => Promise.reject(new DOMException('late', 'TimeoutError')), /no answer within 10 seconds/],
    [
      'no route',
      () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) })),
      /ENOTFOUND/,
    ],
  ])('that gets %s is no verdict on the token', async (_what, answer, why) => {
    expect(await call(answer)).toEqual({ kind: 'silent', why: expect.stringMatching(why) });
  });
});
