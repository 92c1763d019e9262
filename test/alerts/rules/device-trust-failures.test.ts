import { describe, expect, it } from 'vitest';
import type { AlertEvent } from '../../../src/alerts/event.js';
import { deviceTrustFailures } from '../../../src/alerts/rules/device-trust-failures.js';
import { event } from '../support/engine.js';
import { hour, minute, start } from '../support/findings.js';
import { Following, titles } from '../support/rules.js';

let lastId = 0;

function device(who: string, at: number, result = 'NOT_VERIFIED', more: Partial<AlertEvent> = {}): AlertEvent {
  lastId += 1;
  return event({
    id: `device ${lastId}`,
    at,
    type: 'user.authentication.authenticate',
    what: 'Authentication of device via SAML IDP',
    reason: result,
    personId: `00u-${who}`,
    login: `${who}@acme.example`,
    ...more,
  });
}
const atAccess = (who: string, at: number, reason: string, what = 'LOGIN (Mobile SSO (for iOS))') =>
  device(who, at, reason, { system: 'access', type: 'LOGIN', what, personId: `9b1d-${who}`, login: who });

describe('devices that are not trusted', () => {
  it('are told when it is three people within an hour', () => {
    const rule = new Following(deviceTrustFailures);
    expect(rule.at(start, [device('ann', start - 50 * minute), device('ben', start)])).toEqual([]);

    const found = rule.at(start + minute, [device('carla', start + minute)]);

    expect(titles(found)).toEqual(['Okta did not trust the devices of 3 people within an hour: “NOT_VERIFIED”.']);
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ articleId: 'device-trust-not-secured', person: 'carla@acme.example' });
  });

  it('of one person count once, in whichever system and however often', () => {
    const rule = new Following(deviceTrustFailures);
    const articleFor = () => 'device-trust-not-secured';
    const often = [1, 2, 3, 4].flatMap((nth) => [device('ann', start - nth * minute), atAccess('ann', start, 'No')]);

    expect(new Following(deviceTrustFailures, { articleFor }).at(start, often)).toEqual([]);
    expect(rule.at(start, often)).toEqual([]);
  });

  it('are one alert for both systems when the same article is about them', () => {
    const rule = new Following(deviceTrustFailures, { articleFor: () => 'device-trust-not-secured' });

    const found = rule.at(start, [device('ann', start), device('ben', start), atAccess('carla', start, 'Not secured')]);

    expect(found).toHaveLength(3);
    expect(found[0]?.systems.toSorted()).toEqual(['access', 'okta']);
  });

  it('are seen in a refusal by the sign-on policy, and in Mobile SSO or Device Compliance that fails', () => {
    const policy = { type: 'policy.evaluate_sign_on', what: 'Evaluation of sign-on policy' };
    const kerberos = 'Kerberos NEGOTIATE failed or was cancelled by the user';
    const compliance = 'LOGIN (Device Compliance (with AirWatch))';
    const found = new Following(deviceTrustFailures).at(start, [
      ...['ann', 'ben', 'carla'].map((who) => device(who, start, 'NOT_VERIFIED', policy)),
      ...['ann', 'ben', 'carla'].map((who) => atAccess(who, start, kerberos)),
      ...['ann', 'ben', 'carla'].map((who) => atAccess(who, start, 'Not compliant', compliance)),
    ]);

    expect(new Set(found.map(({ group }) => group))).toEqual(
      new Set(['device-trust-not-secured', `access ${kerberos}`, 'access Not compliant']),
    );
  });

  it('are seen in an error that names nobody, by its article', () => {
    const text = 'Access denied as no valid authentication methods were found.';
    const articleFor = (one: string) => (one === text ? 'mobile-sso-no-valid-auth-methods' : undefined);
    const nameless = ['a', 'b', 'c'].map((who) => {
      const { login: _none, ...rest } = atAccess(who, start, text, 'LOGIN_ERROR');
      return rest;
    });

    const found = new Following(deviceTrustFailures, { articleFor }).at(start, nameless);

    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({
      articleId: 'mobile-sso-no-valid-auth-methods',
      text: expect.stringContaining('not recognised'),
    });
  });

  it('that are simply not enrolled are an information: that is how it should be', () => {
    const found = new Following(deviceTrustFailures).at(
      start,
      ['ann', 'ben', 'carla'].map((who) => device(who, start, 'NOT_ENROLLED')),
    );

    expect(found[0]).toMatchObject({ severity: 'info', articleId: 'okta-sign-in-page-unmanaged-device' });
  });

  it('are over when the last hour has less than half of what it takes', () => {
    const rule = new Following(deviceTrustFailures);
    rule.at(
      start,
      ['ann', 'ben', 'carla'].map((who, nth) => device(who, start - (3 - nth) * 10 * minute)),
    );

    expect(rule.at(start + 35 * minute)).toHaveLength(2);
    expect(rule.at(start + 45 * minute)).toEqual([]);
    expect(rule.at(start + 46 * minute, [device('dora', start + 46 * minute)])).toEqual([]);
  });

  it('are no other failures, and no successes', () => {
    const others = ['ann', 'ben', 'carla', 'dora'].flatMap((who) => [
      device(who, start, 'INVALID_CREDENTIALS', { type: 'user.session.start', what: 'User login to Okta' }),
      device(who, start, '', { failed: false }),
      atAccess(who, start, 'Invalid credentials', 'LOGIN (Password)'),
      device(who, start - 2 * hour),
    ]);

    expect(new Following(deviceTrustFailures).at(start, others)).toEqual([]);
  });
});

describe('browsers that go round between Okta and Access', () => {
  const second = 1_000;
  const six = [0, 6, 12, 18, 24, 30];
  /** Good sign-ins at Access, so many seconds after a moment. */
  const signsIn = (who: string, from: number, seconds: readonly number[] = six) =>
    seconds.map((after) => atAccess(who, from + after * second, '', 'LOGIN (Mobile SSO)')).map(succeeded);
  const succeeded = (one: AlertEvent): AlertEvent => ({ ...one, failed: false });
  const sessionOf = (who: string, at: number) =>
    device(who, at, '', { type: 'user.session.start', what: 'User login to Okta', failed: false });
  const everybody = (from: number, seconds?: readonly number[]) =>
    ['ann', 'ben', 'carla'].flatMap((who) => signsIn(who, from, seconds));
  const later = start + 2 * minute;

  it('are one alert for several people, with the article for it', () => {
    const found = new Following(deviceTrustFailures).at(later, everybody(start));

    expect(titles(found)).toEqual([
      'Browsers of 3 people went round between Okta and Workspace ONE Access within an hour: sign-in after sign-in at Access, and no Okta session.',
    ]);
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({
      articleId: 'device-trust-redirect-loop',
      severity: 'warning',
      systems: ['access'],
    });
  });

  it('are seen also when their sign-ins arrive round by round, and are over when it is quiet', () => {
    const rule = new Following(deviceTrustFailures);
    rule.at(start + 15 * second, everybody(start, six.slice(0, 3)));
    rule.at(start + 40 * second, everybody(start, six.slice(3)));

    expect(rule.at(later)).toHaveLength(3);
    expect(rule.at(later + hour + minute)).toEqual([]);
  });

  it('are none when Okta let them in in the end, also when it says so a little later or said so before', () => {
    const sessions = ['ann', 'ben', 'carla'].map((who) => sessionOf(who, start + 32 * second));
    const late = new Following(deviceTrustFailures);
    late.at(start + 40 * second, everybody(start));
    const early = new Following(deviceTrustFailures);
    early.at(start + 40 * second, sessions);

    expect(late.at(later, sessions)).toEqual([]);
    expect(early.at(later, everybody(start))).toEqual([]);
  });

  it('are not known as long as Okta’s events are not, and are told once they are', () => {
    const behind: ('okta' | 'access')[] = ['okta'];
    const rule = new Following(deviceTrustFailures, { behind });

    expect(rule.at(later, everybody(start))).toEqual([]);
    behind.length = 0;
    expect(rule.at(later + minute)).toHaveLength(3);
  });

  it('are none when Okta refused: that says more', () => {
    const refusals = ['ann', 'ben', 'carla'].map((who) =>
      device(who, start, 'INVALID_CREDENTIALS', { type: 'user.session.start', what: 'User login to Okta' }),
    );

    expect(new Following(deviceTrustFailures).at(later, [...everybody(start), ...refusals])).toEqual([]);
  });

  it('are none when somebody opens a few apps in turn, or signs in now and then, or it is but one person', () => {
    const found = (events: readonly AlertEvent[]) => new Following(deviceTrustFailures).at(later, events);

    expect(found(everybody(start, [0, 20, 40, 60]))).toEqual([]);
    expect(found(everybody(start - 30 * minute, [0, 300, 600, 900, 1200, 1500]))).toEqual([]);
    expect(found(signsIn('ann', start))).toEqual([]);
    expect(found(everybody(start, [0, 0, 0, 0, 0, 0]))).toEqual([]);
  });
});
