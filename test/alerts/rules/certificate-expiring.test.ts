import { afterEach, describe, expect, it } from 'vitest';
import { certificateExpiring } from '../../../src/alerts/rules/certificate-expiring.js';
import { createCertificate } from '../../../src/playground/tenants/certificate.js';
import { workspaceOneAppId } from '../../../src/playground/tenants/okta/base-apps.js';
import { keyOf } from '../../../src/playground/tenants/okta/base-idp.js';
import type { Change } from '../../../src/playground/tenants/scenarios/scenario.js';
import { type Asking, startAsking, understand } from '../../lookups/asking.js';
import { look, titles } from '../support/rules.js';

const day = 24 * 60 * 60_000;

const certificate = (now: number, days: number) => {
  const second = Math.floor(now / 1_000) * 1_000;
  return createCertificate('VMware Identity Manager', second - 400 * day, second + days * day);
};
/** The certificate of Access ends so many days from now, and Okta trusts it. */
const accessEnds =
  (days: number): Change =>
  ({ okta, access, now }) => {
    access.certificate = certificate(now, days);
    okta.trustKeys.splice(0, okta.trustKeys.length, keyOf(access.certificate, 'kid-workspace-one', now));
  };

describe('a certificate', () => {
  let asking: Asking;
  afterEach(() => asking?.close());
  async function found(...changes: Change[]) {
    asking = await startAsking('healthy', changes);
    return (await look(certificateExpiring, asking.tenants, asking.clock.now())).findings;
  }

  it.each([
    [31, []],
    [29, ['warning 1']],
    [13, ['warning 2']],
    [6, ['warning 3']],
    [2, ['critical 4']],
    [0.5, ['critical 5']],
    [-1, ['critical 6']],
  ])('climbs its ladder: %d days before its end', async (days, expected) => {
    const findings = await found(accessEnds(days));
    const ofAccess = findings.filter(({ systems }) => systems.includes('access'));

    expect(ofAccess.map(({ severity, rank }) => `${severity} ${rank}`)).toEqual(expected);
  });

  it('is one alert wherever it is used and trusted, with what stops then and what to do', async () => {
    const findings = await found(accessEnds(6));

    expect(findings[0]?.title).toMatch(
      /^The certificate with which Workspace ONE Access signs \(SHA-256 [0-9A-F:]{23}…\) expires in less than 7 days, on 2026-11-30 09:00 UTC: from then on nobody can sign in to Okta through Workspace ONE\. Make a new one/,
    );
    expect(findings.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^The certificate with which Workspace ONE Access signs \(SHA-256 [0-9A-F:]{23}…\)$/),
      'The certificate that Okta trusts for the identity provider “Workspace ONE”',
    ]);
    expect(new Set(findings.map(({ group }) => group)).size).toBe(1);
    expect(new Set(findings.map(({ key }) => key)).size).toBe(2);
  });

  it('leads to the article on how it is renewed, which its own title means too', async () => {
    const findings = await found(accessEnds(2), ({ okta, now }) => {
      okta.appKeys.set(workspaceOneAppId, [keyOf(certificate(now, 2), 'kid-app-workspace-one', now)]);
    });

    expect(findings.map(({ articleId }) => articleId)).toEqual(Array(3).fill('certificate-expired'));
    for (const { title } of findings) {
      expect(understand(title), title).toMatchObject({ decision: 'answer', intents: [{ id: 'certificate-expired' }] });
    }
  });

  it('with which Okta signs for the app counts, by the key that is in use', async () => {
    const findings = await found(({ okta, now }) => {
      okta.appKeys.set(workspaceOneAppId, [
        keyOf(certificate(now, 900), 'kid-next', now),
        keyOf(certificate(now, 2), 'kid-app-workspace-one', now),
      ]);
    });

    expect(findings).toMatchObject([
      { severity: 'critical', title: expect.stringContaining('with which Okta signs for the app “Workspace ONE”') },
    ]);
  });

  it('that Okta trusts from before a change may end, once it trusts the current one too', async () => {
    const trustBoth: Change = ({ okta, now }) => {
      okta.trustKeys.push(keyOf(certificate(now, 2), 'kid-old', now));
      const trust = okta.idps[0]?.protocol.credentials.trust;
      if (trust !== undefined) Object.assign(trust, { additionalKids: ['kid-old'] });
    };

    expect(await found(trustBoth)).toEqual([]);
  });

  it('of other identity providers and of those switched off is none of our business', async () => {
    const others: Change = ({ okta, now }) => {
      okta.trustKeys.push(keyOf(certificate(now, 2), 'kid-partner', now));
    };
    const off: Change = ({ okta, now }) => {
      okta.trustKeys.splice(0, 1, keyOf(certificate(now, 2), 'kid-workspace-one', now));
      for (const idp of okta.idps) idp.status = 'INACTIVE';
    };

    expect(await found(others, off)).toEqual([]);
  });

  it('of Okta is told also while Access cannot be read', async () => {
    asking = await startAsking('healthy', [accessEnds(6)]);
    asking.simulated.addFault({ system: 'access', kind: 'down' });

    const { findings, unread } = await look(certificateExpiring, asking.tenants, asking.clock.now());

    expect(titles(findings)).toEqual([expect.stringContaining('that Okta trusts')]);
    expect(unread).toEqual(['access']);
  });
});
