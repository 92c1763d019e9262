import { describe, expect, it } from 'vitest';
import type { Look } from '../../src/checks/look.js';
import { uemIosSsoRealm } from '../../src/checks/uem-ios-sso-realm.js';
import { describeCheck } from '../contracts/check.js';
import { noPayload, noProfile, payload } from './uem-worlds.js';

describeCheck('uem-ios-sso-realm', {
  // The simulated Access is at an IP address.
  pass: { 'it is in capitals, and there is no domain to compare': { said: /VMWAREIDENTITY\.COM.*names no domain/ } },
  fail: {
    'it has small letters': {
      changes: [payload({ Realm: 'VMwareIdentity.com' })],
      said: /is VMwareIdentity\.com, with small letters/,
    },
  },
  unknown: {
    'the payload is not sent': { changes: [noPayload], said: /did not send the realm of “iOS SSO”/ },
    'the realm is empty': { changes: [payload({ Realm: '' })], said: /did not send the realm/ },
    'there is no such profile': { changes: [noProfile], said: /no active iOS profile/ },
  },
});

describe('the realm beside the host of Workspace ONE Access', () => {
  const readings: Readonly<Record<string, (host: string, realm: string) => unknown>> = {
    'uem-ios-sso-profiles': () => ({ items: [{ id: '77', name: 'iOS SSO', status: 'Active' }], more: false }),
    'uem-single-sign-on': (_host, realm) => ({ realm }),
    'access-metadata': (host) => ({ entityId: `https://${host}/SAAS/API/1.0/GET/metadata/idp.xml` }),
  };
  const run = (host: string, realm: string) => {
    const at = async ({ id }: { id: string }) => readings[id]?.(host, realm);
    return uemIosSsoRealm.run({ at, soon: () => undefined, saw: () => undefined } as unknown as Look);
  };

  it.each([
    ['acme.vmwareidentity.com', 'VMWAREIDENTITY.COM'],
    ['acme.vmwareidentity.co.uk', 'VMWAREIDENTITY.CO.UK'],
    ['acme.vidmpreview.com', 'VIDMPREVIEW.COM'],
  ])('of %s is %s', async (host, realm) => {
    expect((await run(host, realm)).outcome).toBe('pass');
  });

  it.each([
    ['acme.vmwareidentity.eu', 'VMWAREIDENTITY.COM'],
    ['acme.vmwareidentity.com', 'VIDMPREVIEW.COM'],
    // On premises with the KDC of the cloud.
    ['sso.acme.example', 'OP.VMWAREIDENTITY.COM'],
  ])('of %s may be another, %s: both are shown', async (host, realm) => {
    const { outcome, said } = await run(host, realm);

    expect(outcome).toBe('unknown');
    expect(said).toContain(host);
    expect(said).toContain(realm);
  });
});
