/** The desk before the simulated tenants: what a person types, what they get, what stays on record. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAskTenants } from '../../src/ask-tenants.js';
import type { TenantsConfig } from '../../src/connectors/config.js';
import { type Tenants as Clients, openTenants } from '../../src/connectors/index.js';
import { createDesk } from '../../src/desk/desk.js';
import type { LiveParts } from '../../src/desk/live-desk.js';
import type { Desk, Question } from '../../src/desk/question.js';
import { isForAskerOnly, type Reply } from '../../src/desk/reply.js';
import type { Library } from '../../src/knowledge/library.js';
import { loadLibrary } from '../../src/knowledge/load.js';
import { startTenants, type Tenants } from '../../src/playground/tenants/index.js';
import { createRunChecks } from '../../src/run-checks.js';
import { openStore } from '../../src/state/index.js';
import type { Store } from '../../src/state/store.js';
import { createUnderstand, examplesOf, learn } from '../../src/understanding/index.js';
import { createManualClock } from '../playground/manual-clock.js';
import { fakeLog } from '../support/fake-log.js';
import { type FakeTime, fakeTime } from '../support/fake-time.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const clock = createManualClock();
const names = { app: 'Workspace ONE', identityProvider: 'Workspace ONE', token: 'Workspace ONE' };

let library: Library;
let understand: ReturnType<typeof createUnderstand>;
let tenants: Tenants;
let config: TenantsConfig;
let clients: Clients;
let time: FakeTime;
let store: Store;
let desk: Desk;
let members: readonly string[];

beforeAll(async () => {
  library = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });
  understand = createUnderstand(library.intents, learn(examplesOf(library.intents.values())));
  tenants = await startTenants({ scenario: 'healthy', clock });
  const { okta, access, uem } = tenants;
  config = {
    okta: { url: okta.url, credential: { kind: 'token', token: okta.token } },
    access,
    uem: {
      url: uem.url,
      tenantCode: uem.tenantCode,
      credential: { kind: 'basic', username: uem.userName, password: uem.password },
    },
  };
}, 120_000);
afterAll(() => tenants.close());

beforeEach(async () => {
  tenants.setScenario('healthy');
  members = ['U0ANN'];
  const log = fakeLog();
  store = await openStore({ dataDir: await temporaryFolder(), clock: clock.now, log });
  time = fakeTime(clock.now());
  clients = openTenants(config, { log, random: () => 0.5, time });
  desk = deskWith(config);
  return () => store.close();
});

function deskWith(given: TenantsConfig): Desk {
  const log = fakeLog();
  const askTenants = createAskTenants(
    { tenants: given, names },
    { tenants: () => clients, understand: () => understand, articles: () => library.articles, now: clock.now },
  );
  const runChecks = createRunChecks(
    { tenants: given, names },
    { tenants: () => clients, understand: () => understand, now: clock.now, log },
  );
  const live: LiveParts | undefined = askTenants &&
    runChecks && {
      askTenants,
      runChecks,
      rights: { userGroups: ['S0DESK'], users: [], channels: ['C0OPEN'], admins: ['U0BOSS'], contact: 'Irma' },
      groups: { isMember: async (_group, user) => members.includes(user) },
      people: { emailOf: async (user) => (user === 'U0ANN' ? 'ann@acme.example' : undefined) },
    };
  return createDesk({
    current: () => ({ library, understand }),
    store,
    now: clock.now,
    log,
    ...(live === undefined ? {} : { live }),
  });
}

const asked = (text: string, more: Partial<Question> = {}): Question => ({
  text,
  surface: 'direct',
  place: { channel: 'C1', thread: '100.1' },
  asker: 'U0ANN',
  ...more,
});
const mention = (text: string, more: Partial<Question> = {}) => desk.command(asked(text, more), { asText: true });
const slash = (text: string, more: Partial<Question> = {}) => desk.command(asked(text, more), { asText: false });

function reportIn(reply: Reply) {
  if (reply.kind !== 'report') throw new Error(`A ${reply.kind}: ${JSON.stringify(reply)}`);
  return reply.report;
}
const textFile = (name: string, text: string) => ({
  name,
  size: text.length,
  read: async () => Buffer.from(text),
});
const records = async () => (await store.list('trail')).map(({ value }) => value);

describe('what people type', () => {
  it.each([
    ['check ann@acme.example', 'check'],
    ['why can’t ann@acme.example sign in?', 'check'],
    ['is ann locked?', 'check'],
    ['check <@U0ANN>', 'check'],
    ['check me', 'check'],
    ['devices ann', 'devices'],
    ['what devices does ann@acme.example have?', 'devices'],
    ['last-failure ann', 'last-failure'],
    ['what was the last failed event of ann@acme.example', 'last-failure'],
  ])('%j asks the tenants about Ann: %s', async (text, lookup) => {
    const report = reportIn(await mention(text));
    expect(report).toMatchObject({ lookup, subject: expect.stringContaining('Ann Ace') });
    expect(report.evidence.length).toBeGreaterThan(0);
    expect(await records()).toMatchObject([{ by: 'U0ANN', lookup, channel: 'C1', outcome: report.status }]);
  });

  it.each([
    ['token', 'token'],
    ['when does the okta api token expire?', 'token'],
    ['idp', 'idp'],
  ])('%j asks about the tenants and needs no right: %s', async (text, lookup) => {
    members = [];
    expect(reportIn(await mention(text))).toMatchObject({ lookup });
  });

  it('without a name is asked back, and the name alone, in the thread, is the answer', async () => {
    const whose = await mention('which devices does the caller have enrolled?');
    expect(whose).toMatchObject({ kind: 'notice', text: expect.stringMatching(/^Whose\?.*`devices /) });
    expect(await desk.knowsThread({ channel: 'C1', thread: '100.1' })).toBe(true);
    expect(reportIn(await mention('it’s ann@acme.example'))).toMatchObject({ lookup: 'devices' });
  });

  it('about a short name that two people share brings a choice, and the choice the report', async () => {
    tenants.setScenario('several-matching-users');
    const reply = await slash('check jdoe');
    if (reply.kind !== 'people') throw new Error(reply.kind);
    expect(reply.choices.length).toBeGreaterThan(1);
    const who = reply.choices.find(({ label }) => label.includes('Jane'))?.key;
    const place = { channel: 'C1', thread: '100.1' };
    expect(reportIn(await desk.lookUp({ lookup: 'check', who, place, asker: 'U0ANN' })).subject).toContain('Jane Doe');
    members = [];
    expect(await desk.lookUp({ lookup: 'check', who, place, asker: 'U0ANN' })).toMatchObject({ kind: 'notice' });
  });

  it('about several people at once is a choice between them', async () => {
    expect(await mention('are ann@acme.example and ben@acme.example locked?')).toMatchObject({
      kind: 'people',
      choices: [{ key: 'ann@acme.example' }, { key: 'ben@acme.example' }],
    });
  });

  it.each([
    ['a filter', 'check " or 1 eq 1'],
    ['5 kB', `check ${'x'.repeat(5_000)}`],
    ['two words', 'check Ann Ace'],
    ['a group mention', 'check <!subteam^S1>'],
  ])('%s as a name is a sentence', async (_what, text) => {
    const reply = await slash(text);
    expect(reply).toMatchObject({ kind: 'notice', tone: 'refused' });
    expect(await records()).toMatchObject([{ outcome: 'refused' }]);
  });

  it('an error text after a command that stands alone is no lookup', async () => {
    expect(await slash('idp not found')).toMatchObject({ kind: 'notice', text: expect.stringContaining('`fix`') });
    expect(await records()).toEqual([]);
  });

  it('with a secret beside it is answered, and the secret is named', async () => {
    const reply = await mention('password: hunter22 and now: is ann@acme.example locked?');
    expect(reply).toMatchObject({ kind: 'report', redactions: [{ kind: 'password', count: 1 }] });
    expect(JSON.stringify([reply, await records()])).not.toContain('hunter22');
  });
});

describe('the right to look people up', () => {
  it('is for the group, and for everybody in a listed channel', async () => {
    members = [];
    expect(await mention('check ann')).toMatchObject({
      kind: 'notice',
      text: 'You may not look people up here. Ask Irma for the right. Your Slack id is U0ANN.',
      isForAskerOnly: true,
    });
    expect(await records()).toMatchObject([{ outcome: 'denied', asked: 'ann' }]);
    expect(reportIn(await mention('check ann', { place: { channel: 'C0OPEN', thread: '1.1' } }))).toBeDefined();
  });

  it('is needed behind a button of a question as well', async () => {
    members = [];
    await mention('ann@acme.example');
    const reply = await desk.choose({ channel: 'C1', thread: '100.1' }, 'lookup-user-status', 'U0BEN');
    expect(reply).toMatchObject({ kind: 'notice', text: expect.stringContaining('U0BEN') });
  });

  it('is needed to share what was seen', async () => {
    const reply = await mention('check ann');
    if (reply.kind !== 'report') throw new Error(reply.kind);
    const request = {
      lookup: 'check',
      who: 'ann',
      place: { channel: 'C1', thread: '100.1' },
      asker: 'U0ANN',
      report: reply.reportId,
    } as const;
    expect(await desk.shareReport(request)).toMatchObject({
      kind: 'report',
      report: { summary: reply.report.summary },
    });
    members = [];
    expect(await desk.shareReport(request)).toMatchObject({ kind: 'notice', isForAskerOnly: true });
    expect((await records()).map(({ outcome }) => outcome)).toEqual([reply.report.status, 'shared', 'denied']);
  });
});

describe('talk in a watched channel', () => {
  const overheard = (text: string, asker = 'U0ANN') => desk.ask(asked(text, { surface: 'channel', asker }));

  it('that asks about a person is answered to who has the right, and else not at all', async () => {
    expect(await overheard('why can’t ann@acme.example sign in?')).toMatchObject({ kind: 'report' });
    expect(await overheard('why can’t ann@acme.example sign in?', 'U0BEN')).toEqual({ kind: 'silence' });
    expect(await records()).toHaveLength(1);
  });
});

describe('a command in a thread of the bot’s, without a mention', () => {
  const unaddressed = (text: string, more: Partial<Question> = {}) =>
    desk.ask(asked(text, { surface: 'channel', ...more }));

  it.each([
    ['check ann', 'check'],
    ['devices ann@acme.example', 'devices'],
    ['last-failure ann', 'last-failure'],
    ['token', 'token'],
    ['idp', 'idp'],
  ])('%j is that lookup', async (text, lookup) => {
    await mention('federationArtifact.not.found');
    expect(reportIn(await unaddressed(text))).toMatchObject({ lookup });
  });

  it('needs the same right, and says so to the one who asked', async () => {
    await mention('federationArtifact.not.found');
    expect(await unaddressed('check ann', { asker: 'U0BEN' })).toMatchObject({
      kind: 'notice',
      isForAskerOnly: true,
      text: expect.stringContaining('U0BEN'),
    });
    expect(await records()).toMatchObject([{ by: 'U0BEN', outcome: 'denied' }]);
  });

  it('is none where it is prose', async () => {
    await mention('federationArtifact.not.found');
    for (const text of ['check the policy please', 'devices vanish', 'token expired?', 'idp looks ok', 'check']) {
      expect(await unaddressed(text)).toEqual({ kind: 'silence' });
    }
    expect(await records()).toEqual([]);
  });
});

describe('an answer held against the tenants', () => {
  const place = { channel: 'C1', thread: '100.1' };
  const liveIn = (reply: Reply) => {
    if (!('live' in reply) || reply.live === undefined) throw new Error(`Nothing to prove: ${JSON.stringify(reply)}`);
    return reply.live;
  };
  const proven = async (text: string, asker = 'U0ANN') => {
    const reply = await desk.diagnose({ live: liveIn(await mention(text)), place, asker });
    if (reply.kind !== 'diagnosis') throw new Error(`A ${reply.kind}: ${JSON.stringify(reply)}`);
    return reply;
  };

  it('is decided by the tenants where the text leaves it open', async () => {
    tenants.setScenario('wrong-issuer');

    const { diagnosis, undecided } = await proven('GENERAL_NONSUCCESS');

    expect(diagnosis.articles[0]?.article.id).toBe('routing-rules-general-nonsuccess');
    expect(undecided).toBeUndefined();
  });

  it('stays the article that somebody asked for, also when it is run again, whatever is proven elsewhere', async () => {
    tenants.setScenario('wrong-issuer');

    const found = await proven('article idp-not-found');
    const again = await desk.diagnose({ live: found.live, place, asker: 'U0ANN', isAgain: true });

    for (const reply of [found, again])
      expect(reply).toMatchObject({
        diagnosis: {
          verdict: 'could-not-check',
          articles: [
            { article: { id: 'idp-not-found' } },
            { verdict: 'confirmed', cause: { check: 'okta-idp-issuer' } },
          ],
        },
        live: { isWanted: true, asked: ['idp-not-found'] },
      });
  });

  it('keeps apart what was asked about and what was found beside it, also when it is run again', async () => {
    tenants.setScenario('wrong-issuer');

    const found = await proven('audit event detail says "IDP not found"');
    const again = await desk.diagnose({ live: found.live, place, asker: 'U0ANN', isAgain: true });

    for (const reply of [found, again])
      expect(reply).toMatchObject({
        diagnosis: { verdict: 'confirmed', articles: [{ cause: { check: 'okta-idp-issuer' } }, {}] },
        live: { asked: ['idp-not-found'] },
        labels: { 'idp-not-found': expect.stringContaining('IDP not found') },
      });
  });

  it('says whether its articles answer several errors or explain one', async () => {
    const several = await mention('federationArtifact.not.found Federation Artifact not found, and IDP not found');

    expect(liveIn(several)).toMatchObject({ hasSeveralErrors: true });
    expect(liveIn(await mention('GENERAL_NONSUCCESS'))).not.toHaveProperty('hasSeveralErrors');
  });

  it('is still a question where they do not decide', async () => {
    const { diagnosis, undecided } = await proven('Kerberos NEGOTIATE failed or was cancelled by the user');

    expect(diagnosis.verdict).toBe('could-not-check');
    expect(undecided?.choices.map(({ intentId }) => intentId).sort()).toEqual([
      'device-trust-kerberos-unmanaged',
      'mobile-sso-kerberos-failed',
    ]);
  });

  it('is still a question when it is run again', async () => {
    const { live } = await proven('okta page again');
    const again = await desk.diagnose({ live, place, asker: 'U0ANN', isAgain: true });

    expect(again).toMatchObject({
      kind: 'diagnosis',
      undecided: { choices: live.choices?.map((intentId) => ({ intentId })) },
    });
    expect(live.choices).toContain('username-mismatch');
  });

  it('is left to the person where it is first about something else than a known problem', async () => {
    const reply = await mention('nothing works since yesterday, pls fix');

    expect(reply.kind).toBe('question');
    expect(reply).not.toHaveProperty('live');
  });

  it('looks whether the person’s device is managed before it asks', async () => {
    const reply = await slash('diagnose ann@acme.example Kerberos NEGOTIATE failed or was cancelled by the user');

    if (reply.kind !== 'diagnosis') throw new Error(`A ${reply.kind}: ${JSON.stringify(reply)}`);
    expect(reply.undecided).toBeUndefined();
    // Nothing of her device's set-up is wrong; but she is told of a managed one.
    expect(reply.diagnosis.articles.map(({ article, verdict }) => [article.id, verdict])).toEqual([
      ['mobile-sso-kerberos-failed', 'ruled-out'],
      ['device-trust-kerberos-unmanaged', 'ruled-out'],
    ]);
  });

  it('opens to what was read, for anybody; what is about a person, for the one who asked', async () => {
    tenants.setScenario('user-name-mismatch');
    const { diagnosisId } = await proven('federationArtifact.not.found');
    const about = await slash('diagnose jdoe@acme.example');
    if (about.kind !== 'diagnosis') throw new Error(`A ${about.kind}`);

    expect(desk.explain(diagnosisId, 'U0OTHER')).toMatchObject({ kind: 'evidence' });
    expect(desk.explain(about.diagnosisId, 'U0ANN')).toMatchObject({ kind: 'evidence' });
    expect(desk.explain(about.diagnosisId, 'U0OTHER')).toMatchObject({ kind: 'notice', isForAskerOnly: true });
    expect(desk.explain('long-gone', 'U0ANN')).toMatchObject({ text: expect.stringContaining('Run again') });
  });

  it('about a person is for the asker alone, leaves a record, and says where the sign-in stopped', async () => {
    tenants.setScenario('user-name-mismatch');

    const reply = await slash('diagnose jdoe@acme.example');

    if (reply.kind !== 'diagnosis') throw new Error(`A ${reply.kind}`);
    expect(isForAskerOnly(reply)).toBe(true);
    expect(reply.diagnosis).toMatchObject({ verdict: 'confirmed', subject: expect.stringContaining('Jane Doe') });
    expect(reply.report?.legs?.find(({ state }) => state === 'failed')?.leg).toBe('user-match');
    expect(await records()).toMatchObject([{ by: 'U0ANN', lookup: 'check', asked: 'jdoe@acme.example' }]);
  });

  it('about a person needs the right to look people up; the fix of a text stands without it', async () => {
    const stranger = { asker: 'U0OTHER' };

    expect(await slash('diagnose jdoe@acme.example', stranger)).toMatchObject({ kind: 'notice', tone: 'refused' });
    const live = { articles: ['idp-not-found'], who: 'jdoe@acme.example' };
    const reply = await desk.diagnose({ live, place, ...stranger });
    expect(reply).toMatchObject({ kind: 'diagnosis', live: { articles: ['idp-not-found'] } });
    expect(reply).not.toHaveProperty('report');
  });

  it('takes a person in only where nobody else reads along', async () => {
    const text = 'IDP not found for jdoe@acme.example';

    const here = liveIn(await mention(text));
    expect(here).not.toHaveProperty('who');
    expect(here).toMatchObject({ heldBack: 'jdoe@acme.example' });
    expect(liveIn(await mention(text, { place: { channel: 'D1', thread: '1.1' } }))).toMatchObject({
      who: 'jdoe@acme.example',
    });
  });

  it('does not ask to name a person who was named and may not come in', async () => {
    const saidIn = (reply: unknown) => JSON.stringify(reply);
    const text = 'after signing in with Workspace ONE the user lands on the Okta sign-in page, names differ';

    const unnamed = saidIn(await proven(text));
    const named = await proven(`${text}, user is jdoe@acme.example`);

    expect(unnamed).toContain('name one, with the command diagnose');
    expect(saidIn(named)).not.toContain('name one, with the command diagnose');
    expect(saidIn(named)).toContain('about whom nothing is read where others read along');
    expect(named.live).toMatchObject({ heldBack: 'jdoe@acme.example' });
    expect(named).not.toHaveProperty('report');
  });

  it('names nobody from a file where others read along', async () => {
    const files = [textFile('shot.txt', 'ann@acme.example\nIDP not found')];

    expect(liveIn(await mention('', { files }))).toMatchObject({ heldBack: '<e-mail address>' });
  });
});

describe('the trail', () => {
  it('is shown to administrators only', async () => {
    await mention('check ann');
    expect(await slash('trail')).toMatchObject({ kind: 'notice', text: expect.stringContaining('U0ANN') });
    expect(await slash('trail', { asker: 'U0BOSS' })).toMatchObject({
      kind: 'trail',
      entries: [{ by: 'U0ANN', lookup: 'check', asked: 'ann', person: expect.stringContaining('Ann Ace') }],
      more: 0,
    });
  });
});

describe('a system in trouble', () => {
  it('leaves the other halves readable: Okta down', async () => {
    tenants.setScenario('okta-down');
    const report = reportIn(await slash('check ann@acme.example'));
    expect(report.status).toBe('partial');
    const byTitle = new Map(report.sections.map((section) => [section.title, section]));
    expect(byTitle.get('Okta')?.unread).toMatch(/Okta/);
    expect(byTitle.get('Workspace ONE Access')).toMatchObject({ lines: expect.arrayContaining([expect.anything()]) });
    expect(byTitle.get('Workspace ONE Access')?.unread).toBeUndefined();
    expect(report.errors.map(({ system }) => system)).toContain('okta');
  });

  it('leaves the other halves readable: Access slow', async () => {
    tenants.setScenario('access-slow');
    let isDone = false;
    const asking = slash('check ann@acme.example').finally(() => {
      isDone = true;
    });
    for (let calm = 0, seen = -1; !isDone; ) {
      await new Promise(setImmediate);
      const requests = tenants.requests.list();
      const isQuiet = requests.every(({ system, status }) => system === 'access' || status !== undefined);
      calm = isQuiet && requests.length === seen && seen > 5 ? calm + 1 : 0;
      seen = requests.length;
      // The others have answered: now the time of the calls to Access is up.
      if (calm > 500) time.expire();
    }
    const report = reportIn(await asking);
    const byTitle = new Map(report.sections.map((section) => [section.title, section]));
    expect(byTitle.get('Workspace ONE Access')?.unread).toContain('did not answer');
    expect(byTitle.get('Okta')?.lines.length).toBeGreaterThan(0);
    expect(byTitle.get('Workspace ONE UEM')?.lines.length).toBeGreaterThan(0);
  });

  it('leaves the other halves readable: Access refuses', async () => {
    tenants.setScenario('access-credential-refused');
    const report = reportIn(await slash('check ann@acme.example'));
    const byTitle = new Map(report.sections.map((section) => [section.title, section]));
    expect(byTitle.get('Workspace ONE Access')?.unread).toBeDefined();
    expect(byTitle.get('Okta')?.lines.length).toBeGreaterThan(0);
  });
});

describe('without any live system', () => {
  it('says where to look by hand, for words and commands alike', async () => {
    const byHand = deskWith({});
    for (const text of ['check ann@acme.example', 'why can’t ann@acme.example sign in?']) {
      expect(await byHand.command(asked(text), { asText: true })).toMatchObject({
        kind: 'lookup',
        lookup: 'check',
        users: ['ann@acme.example'],
      });
    }
    expect(await byHand.command(asked('trail'), { asText: true })).toMatchObject({ kind: 'notice' });
  });
});

describe('several files with different errors', () => {
  const files = [
    textFile('first.txt', 'federationArtifact.not.found Federation Artifact not found'),
    textFile('second.txt', 'ann@acme.example\nIDP not found'),
  ];
  const direct = { place: { channel: 'D1', thread: '100.1' }, files };

  it('name a person for the answer of that file only', async () => {
    const reply = await mention('', direct);

    expect(reply).toMatchObject({ live: { who: 'ann@acme.example', whoFor: ['idp-not-found'] } });
    if (reply.kind !== 'answer' || reply.live === undefined) throw new Error(`A ${reply.kind}.`);
    const found = await desk.diagnose({ live: reply.live, place: direct.place, asker: 'U0ANN' });
    expect(found).toMatchObject({
      kind: 'diagnosis',
      live: { who: 'ann@acme.example', whoFor: ['idp-not-found'] },
      report: { subject: expect.stringContaining('Ann Ace') },
    });
  });

  it('take the person that the message names, for all of their answers', async () => {
    const { live } = (await mention('these are from jdoe@acme.example', direct)) as { live?: object };

    expect(live).toMatchObject({ who: 'jdoe@acme.example' });
    expect(live).not.toHaveProperty('whoFor');
  });
});

describe('the people of an exported log', () => {
  const event = (login: string, more: object = {}) => ({
    uuid: login,
    published: '2026-03-02T08:00:00.000Z',
    eventType: 'user.authentication.auth_via_IDP',
    displayMessage: 'Authenticate user via IDP',
    actor: { id: `00u${login}`, type: 'User', alternateId: login },
    outcome: { result: 'FAILURE', reason: 'Unable to match transformed username' },
    ...more,
  });
  const send = (events: readonly object[], channel = 'D1') =>
    mention('', { place: { channel, thread: '100.1' }, files: [textFile('log.json', JSON.stringify(events))] });
  const other = { outcome: { result: 'FAILURE', reason: 'VERIFICATION_ERROR' } };

  it('are looked up with its answer where it is one, and offered where they are several', async () => {
    const one = await send([event('ann@acme.example')]);
    expect(one).toMatchObject({ kind: 'answer', live: { who: 'ann@acme.example' } });
    expect(one.read).not.toHaveProperty('people');

    const two = await send([event('ann@acme.example'), event('jdoe@acme.example')]);
    expect(two).toMatchObject({ read: { people: ['ann@acme.example', 'jdoe@acme.example'] } });
    expect(two).not.toHaveProperty('live.who');
  });

  it('are offered, too, where nobody knows what failed', async () => {
    expect(await send([event('ann@acme.example', other)])).toMatchObject({
      kind: 'unknown',
      read: { people: ['ann@acme.example'] },
    });
  });

  it('are looked up for the failure that is theirs alone', async () => {
    const reply = await send([event('ann@acme.example'), event('jdoe@acme.example', other)]);

    expect(reply).toMatchObject({
      live: { articles: ['username-mismatch'], who: 'ann@acme.example' },
      read: { people: ['jdoe@acme.example'] },
    });
  });

  it('are named nowhere where somebody else reads along', async () => {
    const reply = await send([event('ann@acme.example'), event('jdoe@acme.example')], 'C1');

    expect(reply.kind).toBe('answer');
    expect(reply).not.toHaveProperty('live.heldBack');
    expect(reply.read).not.toHaveProperty('people');
    expect(reply).not.toHaveProperty('live.who');
  });
});
