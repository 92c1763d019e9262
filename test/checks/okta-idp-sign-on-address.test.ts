import type { World } from '../../src/playground/tenants/world.js';
import { describeCheck } from '../contracts/check.js';

const setAddress =
  (url: string | undefined) =>
  ({ okta }: World): void => {
    for (const { protocol } of okta.idps) Object.assign(protocol, { endpoints: { sso: { url } } });
  };

describeCheck('okta-idp-sign-on-address', {
  pass: { 'the address is the one in the metadata of Access': { said: /“Workspace ONE” is the one in the metadata/ } },
  fail: {
    'the address is that of another tenant': {
      changes: [setAddress('https://other.example/SAAS/auth/federation/sso')],
      said: /is https:\/\/other\.example\/SAAS\/auth\/federation\/sso; the metadata of Access says http/,
    },
    'there is none': { changes: [setAddress(undefined)], said: /has no IdP Single Sign-On URL/ },
  },
  unknown: {
    'no identity provider is recognised as Workspace ONE': {
      changes: [
        ({ okta }) => {
          okta.idps.splice(0);
        },
      ],
      said: /OKTA_WS1_IDP/,
    },
  },
});
