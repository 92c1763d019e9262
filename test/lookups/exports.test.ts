import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/knowledge/load.js';
import { readExportedLog } from '../../src/lookups/exports/index.js';
import { createUnderstand } from '../../src/understanding/index.js';

const { intents } = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });
const understand = createUnderstand(intents);
const read = (text: string) => readExportedLog(text, understand, (told) => told.replaceAll('hunter2', '[redacted]'));

const okta = (more: object = {}) => ({
  uuid: 'e1',
  published: '2026-03-02T08:00:00.000Z',
  eventType: 'user.session.start',
  displayMessage: 'User login to Okta',
  actor: { id: '00u1', type: 'User', alternateId: 'ann@acme.example' },
  outcome: { result: 'SUCCESS' },
  ...more,
});
const refused = okta({ uuid: 'e2', outcome: { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' } });
const access = (more: object = {}) => ({
  uuid: 'a1',
  timestamp: Date.parse('2026-03-02T08:00:00.000Z'),
  baseType: 'Action',
  objectType: 'LAUNCH_ERROR',
  objectName: 'OKTA',
  actorUserName: 'ann',
  values: { success: 'false', failureMessage: 'federationArtifact.not.found' },
  ...more,
});

describe('an exported log', () => {
  it.each([
    ['an array', JSON.stringify([okta(), refused])],
    ['one event a line', `${JSON.stringify(okta())}\n${JSON.stringify(refused)}\n`],
    ['an event hook’s body', JSON.stringify({ eventType: undefined, data: { events: [okta(), refused] } })],
    ['a collector’s wrapping', JSON.stringify([{ event: okta() }, { event: refused }])],
    ['JSON with words around it', `see here: ${JSON.stringify([okta(), refused])} thanks`],
  ])('of Okta is recognised as %s', (_, text) => {
    expect(read(text)?.log).toMatchObject({
      systems: ['okta'],
      events: 2,
      unreadable: 0,
      failures: [{ system: 'okta', what: 'User login to Okta', reason: 'INVALID_CREDENTIALS', times: 1, people: 1 }],
    });
  });

  it.each([
    ['one event, as its details show it', JSON.stringify(access(), null, 2)],
    ['the report of the API', JSON.stringify({ data: [['LAUNCH_ERROR', 'ann', 'x', 'y', JSON.stringify(access())]] })],
  ])('of Access is recognised as %s', (_, text) => {
    expect(read(text)?.log).toMatchObject({
      systems: ['access'],
      events: 1,
      from: '2026-03-02T08:00:00.000Z',
      failures: [
        {
          what: 'LAUNCH_ERROR → OKTA',
          reason: 'federationArtifact.not.found',
          articleId: 'federation-artifact-not-found',
        },
      ],
    });
  });

  it('counts what is alike once, the known problems first', () => {
    const others = Array.from({ length: 3 }, (_, at) =>
      okta({
        uuid: `x${at}`,
        actor: { id: `00u${at}`, alternateId: `p${at}@acme.example` },
        outcome: { result: 'FAILURE', reason: 'VERIFICATION_ERROR' },
      }),
    );
    const failures = read(JSON.stringify([...others, access()]))?.log.failures;

    expect(failures).toMatchObject([
      { articleId: 'federation-artifact-not-found', times: 1 },
      { reason: 'VERIFICATION_ERROR', times: 3, people: 3 },
    ]);
  });

  it('finds the cause of a roll-up in another event of the same request', () => {
    const transaction = { type: 'WEB', id: 'r1' };
    const rollUp = okta({ transaction, outcome: { result: 'FAILURE', reason: 'GENERAL_NONSUCCESS' } });
    const cause = okta({
      uuid: 'e3',
      transaction,
      eventType: 'user.authentication.auth_via_IDP',
      displayMessage: 'Authenticate user via IDP',
      outcome: { result: 'FAILURE', reason: 'Unable to match transformed username' },
    });

    const ids = read(JSON.stringify([rollUp, cause]))?.log.failures.map(({ articleId }) => articleId);

    expect(ids).toEqual(['username-mismatch', 'username-mismatch']);
  });

  it.each([
    [
      'among its values',
      { values: { success: 'false', failureReason: 'IDP not found' } },
      'failureReason: IDP not found',
    ],
    ['beside them', { values: { success: 'false' }, message: 'IDP not found' }, 'message: IDP not found'],
    [
      'in an object, with more of it',
      { values: { success: 'false' }, error: { errorCode: 404, errorMessage: 'IDP not found' } },
      'errorCode: 404, errorMessage: IDP not found',
    ],
  ])('of Access takes the reason from a field that is not documented, and names it: %s', (_, more, reason) => {
    expect(read(JSON.stringify(access(more)))?.log.failures).toMatchObject([{ reason, articleId: 'idp-not-found' }]);
  });

  it('of Access takes the documented reason where there is one', () => {
    const values = { success: 'false', failureMessage: 'IDP not found', errorMessage: 'Something else' };

    expect(read(JSON.stringify(access({ values })))?.log.failures).toMatchObject([{ reason: 'IDP not found' }]);
  });

  it('of Access takes no yes or no, and nothing of what did not fail, for a reason', () => {
    const values = { success: 'false', failure: 'true', errorCause: '' };
    expect(read(JSON.stringify(access({ values })))?.log.failures).toMatchObject([{ reason: '' }]);

    const fine = access({ objectType: 'LAUNCH', values: { success: 'true', message: 'IDP not found' } });
    expect(read(JSON.stringify(fine))?.log.failures).toEqual([]);
  });

  it('of Access is recognised by its event alone', () => {
    const bare = { objectType: 'LOGIN_ERROR', timestamp: 1_718_000_100_000, reason: 'IDP not found' };

    expect(read(JSON.stringify(bare))?.log.failures).toMatchObject([{ reason: 'reason: IDP not found' }]);
  });

  it('shows no secret and no typed name from a field that is not documented', () => {
    const values = { success: 'false', reason: 'hunter2 was wrong for username: Summer2026!' };
    const told = JSON.stringify(read(JSON.stringify(access({ values }))));

    expect(told).toContain('[redacted] was wrong');
    expect(told).not.toMatch(/hunter2|Summer2026/);
  });

  it('shows no name that somebody typed', () => {
    const typed = access({ values: { success: 'false', failureMessage: 'User not found for username: Summer2026!' } });

    expect(JSON.stringify(read(JSON.stringify(typed)))).not.toContain('Summer2026!');
  });

  it('names the people of a failure by what they sign in with, each once and a few at most', () => {
    const event = (number: number) =>
      okta({ actor: { id: `00u${number}`, type: 'User', alternateId: `P${number}@acme.example` }, outcome: failed });
    const failed = { result: 'FAILURE', reason: 'VERIFICATION_ERROR' };
    const many = [1, 1, 2, 3, 4, 5, 6, 7].map(event);

    expect(read(JSON.stringify(many))?.log.failures).toMatchObject([
      { people: 7, logins: [1, 2, 3, 4, 5].map((number) => `P${number}@acme.example`) },
    ]);
    expect(read(JSON.stringify(access({ actorUuid: '9b1d' })))?.log.failures).toMatchObject([{ logins: ['ann'] }]);
  });

  it('names whom an app was provisioned for, not who assigned it', () => {
    const event = okta({
      eventType: 'application.provision.user.push_profile',
      target: [
        { id: '0oa1', type: 'AppInstance', alternateId: 'Workspace ONE' },
        { id: '0ua1', type: 'AppUser', alternateId: 'ben@acme.example' },
      ],
      outcome: { result: 'FAILURE', reason: 'Domain mismatch' },
    });

    expect(read(JSON.stringify(event))?.log.failures).toMatchObject([{ logins: ['ben@acme.example'] }]);
  });

  it('names nobody whom the system does not know: the name is what was typed, and people type passwords there', () => {
    const typed = okta({
      actor: { id: 'unknown', type: 'User', alternateId: 'Summer2026' },
      outcome: { result: 'FAILURE', reason: 'VERIFICATION_ERROR' },
    });
    const atAccess = access({ actorUserName: 'Summer2026', actorUuid: null });

    expect(JSON.stringify(read(JSON.stringify([typed, atAccess])))).not.toContain('Summer2026');
  });

  it.each([
    ['one reason of megabytes', [okta({ outcome: { result: 'FAILURE', reason: 'pass:\n'.repeat(700_000) } })]],
    [
      'a reason of its own in each of thousands',
      Array.from({ length: 5_000 }, (_, at) =>
        okta({ outcome: { result: 'FAILURE', reason: `${at} ${'password secret token key '.repeat(40)}` } }),
      ),
    ],
  ])('is redacted no further than what is told of it: %s', (_, events) => {
    let redacted = 0;
    const failures = readExportedLog(JSON.stringify(events), understand, (told) => {
      redacted += told.length;
      return told;
    })?.log.failures;

    expect(failures?.length).toBeGreaterThan(0);
    expect(redacted).toBeLessThan(1_000_000);
  });

  it('shows no part of a secret that is cut off, however much was taken out before it', () => {
    const reason = `${'hunter2 '.repeat(249)}00aB3dEfGh1jKlMnOpQrStUvWxYz0123456789_-aB`;
    const text = JSON.stringify(okta({ outcome: { result: 'FAILURE', reason } }));
    const shortened = readExportedLog(text, understand, (told) => told.replaceAll('hunter2 ', ''));

    expect(JSON.stringify(shortened)).not.toMatch(/00aB3/);
  });

  it('names nobody by a secret', () => {
    const event = access({ actorUserName: 'hunter2', actorUuid: '9b1d' });

    expect(read(JSON.stringify(event))?.log.failures).toMatchObject([{ logins: [] }]);
  });

  it('says how many entries are no events', () => {
    expect(read(JSON.stringify([okta(), { eventType: 7 }, 'x']))?.log).toMatchObject({ events: 1, unreadable: 2 });
  });

  it('keeps the words around it', () => {
    expect(read(`why does this fail? ${JSON.stringify(refused)} any idea`)?.around).toBe(
      'why does this fail? \n any idea',
    );
  });

  it.each([
    ['words', 'the eventType is in the log'],
    ['other JSON', '{"objectType":"invoice","timestamp":1,"total":3}'],
    ['broken JSON', '[{"eventType":"user.session.start","published":'],
    ['a number', '42'],
    ['an object without the fields', '{"eventType":7}'],
    ['deep nesting', `${'['.repeat(50_000)}"eventType"${']'.repeat(50_000)}`],
  ])('is not seen in %s', (_, text) => {
    expect(read(text)).toBeUndefined();
  });
});
