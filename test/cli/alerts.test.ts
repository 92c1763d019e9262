/** `wo-okta alerts`: what people and cron get, beside a running bot and in the place of one. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AlertsShown, alertsCard } from '../../src/cli/alerts-card.js';
import { createPaint } from '../../src/cli/output.js';
import type { Parts } from '../../src/cli/parts.js';
import { runProgram } from '../../src/cli/program.js';
import type { AlertAct } from '../../src/model/alert.js';
import { nothingYet } from '../../src/model/alerting.js';
import { alertsChannel, type SlackServer, startSlack, systemClock } from '../../src/playground/slack/index.js';
import { startTenants, type Tenants } from '../../src/playground/tenants/index.js';
import { lockFolder } from '../../src/state/folder-lock.js';
import { openStore } from '../../src/state/index.js';
import { alert, alertStart } from '../slack/helpers/samples.js';
import { fakeLog } from '../support/fake-log.js';
import { type CommandLine, commandLine } from './helpers/command-line.js';

const minute = 60_000;
const kim = { by: 'kim', at: alertStart + minute };
const resolved = { state: 'resolved', resolvedAt: alertStart + 5 * minute } as const;

/** Runs `alerts …` over alerts of the test. */
async function run(
  args: readonly string[],
  { known = { alerts: [] }, opened = { alerts: [] } }: { known?: AlertsShown; opened?: AlertsShown } = {},
) {
  const done: string[] = [];
  let printed = '';
  let code = 0;
  const overview = async () => ({ alerts: opened.alerts, polled: opened.polled ?? [], channel: 'C0ALERTS' });
  const door = {
    overview,
    async act(which: string, act: AlertAct) {
      done.push(`${act.does} ${which} by ${act.by}`);
      return opened.alerts.find(({ fingerprint }) => fingerprint.startsWith(which));
    },
    async test(by: string) {
      done.push(`test by ${by}`);
      return alert();
    },
  };
  const parts: Partial<Parts> = {
    output: {
      print: async (text) => {
        printed += text;
      },
      flush: async () => {},
      note: (text) => {
        printed += text;
      },
      call: 'wo-okta',
      paint: createPaint(false),
      width: Number.POSITIVE_INFINITY,
      isWatched: false,
    },
    alerts: {
      known: async () => known,
      open: async () => ({
        door,
        once: async () => void done.push('once'),
        close: async () => void done.push('closed'),
      }),
    },
    playgroundCall: async () => undefined,
    userName: () => 'irma',
    exitWith: (wanted) => {
      code = wanted;
    },
  };
  const failed = await runProgram(['alerts', ...args], '1.0.0', parts as Parts).then(
    (ended) => {
      code = ended === 0 ? code : ended;
      return undefined;
    },
    (error: unknown) => error,
  );
  return { done, printed, code, failed };
}

describe('the list', () => {
  it('has what is open with the ids to type, what is over, and when a bot looked', async () => {
    const known = {
      alerts: [
        alert({ acknowledged: kim, memberCount: 12 }),
        alert({ fingerprint: '3f2a0fff2233aabb', title: 'Another.', members: [], memberCount: 0 }),
        alert({ ...resolved, title: 'Over.' }),
      ],
      lookedAt: alertStart + minute,
    };
    const { printed, code } = await run([], { known });
    expect(printed).toBe(
      `✗ 2 alerts are open.

3f2a00  Provisioning to Workspace ONE fails for 2 people.
        warning · since 2026-09-03 10:00 UTC · acknowledged by kim
        - ann@acme.example: domain mismatch
        - ben@acme.example: domain mismatch
        … and 10 more in the thread
        Fix: wo-okta article scim-domain-mismatch

3f2a0f  Another.
        warning · since 2026-09-03 10:00 UTC
        Fix: wo-okta article scim-domain-mismatch

Resolved lately
- Over. · resolved after 5 min

A bot looked last: 2026-09-03 10:01 UTC.
`,
    );
    expect(code).toBe(1);
  });

  it('of nothing says so, and whether anybody looked', async () => {
    expect(await run([])).toMatchObject({
      code: 0,
      printed: expect.stringMatching(/^✓ No alert is open\.[\s\S]*ALERT_CHANNEL/),
    });
    const { code } = await run([], { known: { alerts: [alert(resolved)], lookedAt: alertStart } });
    expect(code).toBe(0);
  });

  it('as JSON has ISO dates and the documented fields', async () => {
    const snoozed = { ...kim, until: alertStart + 60 * minute, was: 'what it was' };
    const known = {
      alerts: [alert({ snoozed, acts: [{ ...kim, did: 'snoozed it for 1 hour' }], person: 'ann' }), alert(resolved)],
      lookedAt: alertStart,
    };
    const { printed, code } = await run(['--json'], { known });
    const [first, second] = JSON.parse(printed).alerts;
    expect(code).toBe(1);
    expect(JSON.parse(printed).lookedAt).toBe('2026-09-03T10:00:00.000Z');
    expect(first).toEqual({
      id: '3f2a00112233aabb',
      rule: 'scim-provisioning-failures',
      severity: 'warning',
      state: 'firing',
      title: 'Provisioning to Workspace ONE fails for 2 people.',
      since: '2026-09-03T10:00:00.000Z',
      lastSeenAt: '2026-09-03T10:00:00.000Z',
      systems: ['okta'],
      memberCount: 2,
      members: [
        { text: 'ann@acme.example: domain mismatch', since: '2026-09-03T10:00:00.000Z' },
        { text: 'ben@acme.example: domain mismatch', since: '2026-09-03T10:00:00.000Z' },
      ],
      articleId: 'scim-domain-mismatch',
      person: 'ann',
      snoozed: { by: 'kim', at: '2026-09-03T10:01:00.000Z', until: '2026-09-03T11:00:00.000Z' },
      inhibited: false,
      acts: [{ by: 'kim', at: '2026-09-03T10:01:00.000Z', did: 'snoozed it for 1 hour' }],
      message: { channel: 'C0ALERTS', ts: '1700000000.000200' },
    });
    expect(second).toMatchObject({ state: 'resolved', resolvedAt: '2026-09-03T10:05:00.000Z' });
  });

  it('keeps within the window, and lets nothing through that a terminal would act on', () => {
    const hostile = `${'\u001B]0;x\u0007\u001B[2J\u202E a\nb '.repeat(20)}`;
    const shown = {
      alerts: [alert({ title: hostile, acknowledged: { by: hostile, at: 0 } }), alert({ ...resolved, title: hostile })],
      polled: [{ system: 'okta' as const, problem: hostile }],
    };
    const card = alertsCard(shown, { paint: createPaint(false), width: 60 });
    for (const sign of '\u001B\u0007\u202E') expect(card).not.toContain(sign);
    expect(card.split('\n').filter((line) => line.length > 60 && line.trim().includes(' '))).toEqual([]);
  });
});

describe('once', () => {
  const polled = [{ system: 'okta' as const, at: alertStart }, { system: 'uem' as const }];

  it.each([
    ['nothing open', { alerts: [alert(resolved)], polled }, 0],
    ['an alert', { alerts: [alert()], polled }, 1],
    ['an unread system', { alerts: [], polled: [...polled, { system: 'access' as const, problem: 'No answer.' }] }, 3],
    ['an alert and an unread system', { alerts: [alert()], polled: [{ system: 'access' as const, problem: 'x' }] }, 3],
  ])('with %s looks once, gives everything back and tells by its exit code', async (_what, opened, code) => {
    const outcome = await run(['once'], { opened });
    expect(outcome).toMatchObject({ done: ['once', 'closed'], code, failed: undefined });
  });

  it('says how each system was read', async () => {
    const opened = { alerts: [], polled: [...polled, { system: 'access' as const, problem: 'It did not answer.' }] };
    const { printed } = await run(['once'], { opened });
    expect(printed).toContain('✓ Okta: read 2026-09-03 10:00 UTC');
    expect(printed).toContain('✓ Workspace ONE UEM: nothing to read now');
    expect(printed).toContain('? Workspace ONE Access, not read: It did not answer.');
    const json = JSON.parse((await run(['once', '--json'], { opened })).printed);
    expect(json).toEqual({
      alerts: [],
      systems: [
        { system: 'okta', readAt: '2026-09-03T10:00:00.000Z' },
        { system: 'uem' },
        { system: 'access', problem: 'It did not answer.' },
      ],
    });
  });
});

describe('taking one in hand', () => {
  it.each([
    [['ack', '3f2a'], 'acknowledge 3f2a by irma', 'Acknowledged: Provisioning'],
    [['snooze', '3f2a', '1d'], 'snooze 3f2a by irma', 'Snoozed for a day: Provisioning'],
    [['wake', '3f2a'], 'wake 3f2a by irma', 'No longer snoozed: Provisioning'],
    [['test'], 'test by irma', 'A test alert is in the channel'],
  ])('%j is done in the name of the shell’s user', async (args, did, said) => {
    const outcome = await run(args, { opened: { alerts: [alert()] } });
    expect(outcome).toMatchObject({ done: [did, 'closed'], code: 0, printed: expect.stringContaining(said) });
    const { printed } = await run([...args, '--json'], { opened: { alerts: [alert()] } });
    expect(JSON.parse(printed).alerts).toMatchObject([{ id: '3f2a00112233aabb' }]);
  });

  it('of an alert that there is not is a mistake, and everything is given back', async () => {
    const { failed, done } = await run(['ack', 'ffff']);
    expect(failed).toMatchObject({ code: 'bad-input', message: expect.stringContaining('No open alert') });
    expect(done.at(-1)).toBe('closed');
  });

  it.each([[['akc', '3f2a']], [['snooze', '3f2a', '2h']], [['once', 'more']], [['ack']]])(
    '%j is a mistake that opens nothing',
    async (args) => {
      expect(await run(args)).toMatchObject({ failed: { code: 'bad-input' }, done: [] });
    },
  );
});

describe('the real command line', () => {
  let cli: CommandLine;
  beforeAll(async () => {
    cli = await commandLine();
    await mkdir(cli.dataDir, { recursive: true });
    const store = await openStore({ dataDir: cli.dataDir, clock: Date.now, log: fakeLog() });
    const now = Date.now();
    await store.put('alerting', 'all', {
      ...nothingYet,
      ranAt: { 'api-token-expiring': now - 2 * minute, 'certificate-expiring': now - minute },
      alerts: [
        alert({ startedAt: now - minute }),
        alert({ ...resolved, fingerprint: '0000000000000000', resolvedAt: 0 }),
      ],
    });
    await store.close();
  }, 60_000);
  afterAll(() => cli.remove());

  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

  it('lists what the bot knows while it runs, and leaves the rest to it', async () => {
    const lock = await lockFolder(cli.dataDir, Date.now);
    try {
      const env = { ...slack, ALERT_CHANNEL: 'C0ALERTS' };
      const [card, json, ack] = await Promise.all([
        cli.run(['alerts']),
        cli.run(['alerts', '--json']),
        cli.run(['alerts', 'ack', '3f2a'], { env }),
      ]);
      expect(card).toMatchObject({
        code: 1,
        stderr: '',
        stdout: expect.stringMatching(/^✗ One alert is open\.\n\n3f2a {2}Prov/),
      });
      expect(card.stdout).toMatch(/A bot looked last: \d{4}-\d\d-\d\d/);
      expect(JSON.parse(json.stdout)).toMatchObject({ alerts: { length: 1 }, lookedAt: expect.stringMatching(/Z$/) });
      expect(ack).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/in use by[\s\S]*in Slack: \/wo-okta alerts/),
      });
      await lock.assertHeld();
    } finally {
      await lock.release();
    }
  });

  it.each([
    ['a workspace', {}, /a workspace: set SLACK_BOT_TOKEN/],
    ['a channel', slack, /a channel: set ALERT_CHANNEL/],
  ])('looks nowhere without %s', async (_what, env, said) => {
    expect(await cli.run(['alerts', 'once'], { env })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(said),
    });
  });
});

describe('in the place of a bot', () => {
  let cli: CommandLine;
  let slack: SlackServer;
  let tenants: Tenants;
  let env: Record<string, string>;
  beforeAll(async () => {
    [cli, slack, tenants] = await Promise.all([
      commandLine(),
      startSlack({ clock: systemClock }),
      startTenants({ scenario: 'healthy', clock: systemClock }),
    ]);
    const { okta, access, uem } = tenants;
    env = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      ALERT_CHANNEL: alertsChannel,
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
    await slack.close();
    await cli.remove();
  });

  const inFolder = (name: string) => ({ env: { ...env, DATA_DIR: join(cli.folder, name) } });
  const posted = () => slack.driver.messages(alertsChannel).map(({ text }) => text);

  it('a test goes to the channel, is listed, and is taken in hand from the shell', async () => {
    const place = inFolder('test');
    expect(await cli.run(['alerts', 'test'], place)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('in the channel'),
    });
    const listed = await cli.run(['alerts', '--json'], place);
    const [{ id, rule, message }] = JSON.parse(listed.stdout).alerts;
    expect({ code: listed.code, rule, channel: message.channel }).toEqual({
      code: 1,
      rule: 'test',
      channel: alertsChannel,
    });
    expect(await cli.run(['alerts', 'ack', id.slice(0, 6)], place)).toMatchObject({ code: 0, stderr: '' });
    expect(posted()[0]).toMatch(/^:eyes: \*This is a test[\s\S]*Acknowledged by/);
  });

  it('once reads every system and says how; what could not be read decides the exit code', async () => {
    tenants.setScenario('healthy');
    const place = inFolder('once');
    const healthy = await cli.run(['alerts', 'once', '--json'], place);
    expect({ code: healthy.code, ...JSON.parse(healthy.stdout) }).toMatchObject({ code: 0, alerts: [] });
    tenants.setScenario('okta-down');
    const down = await cli.run(['alerts', 'once', '--json'], place);
    expect(down.code).toBe(3);
    const okta = JSON.parse(down.stdout).systems.find(({ system }: { system: string }) => system === 'okta');
    expect(okta.problem).toMatch(/Okta/);
  });
});
