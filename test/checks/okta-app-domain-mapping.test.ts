import type { World } from '../../src/playground/tenants/world.js';
import { describeCheck } from '../contracts/check.js';
import { app } from './changes.js';

const mapped =
  (expression: string) =>
  ({ okta }: World) => {
    for (const { properties } of okta.mappings) properties['domain'] = { expression, pushStatus: 'PUSH' };
  };

describeCheck('okta-app-domain-mapping', {
  pass: {
    'it is the directory’s': { said: /sends the domain “acme\.example”, and the directory .* has acme\.example/ },
    'it is one of several': { changes: [({ access }) => void access.directories[0]?.domains.push('acme.test')] },
  },
  fail: {
    'it is another': { scenario: 'scim-domain-mismatch', said: /“acme\.lan”, but the directory .* has acme\.example/ },
    'there is an @ before it': { changes: [mapped('"@acme.example"')], said: /“@acme\.example”/ },
  },
  unknown: {
    'it is taken from the user': {
      changes: [mapped('substringAfter(user.email, "@")')],
      said: /differs from user to user/,
    },
    'two texts are put together': { changes: [mapped('"acme" + ".example"')] },
    'it differs in capital letters': { changes: [mapped('"ACME.example"')], said: /capital letters/ },
    'there is no mapping': {
      changes: [
        ({ okta }) => {
          for (const { properties } of okta.mappings) delete properties['domain'];
        },
      ],
      said: /no mapping for the attribute domain/,
    },
    'Access has no directory that Okta provisions into': {
      scenario: 'scim-creation-not-supported',
      said: /no directory of type Other/,
    },
    'Access tells no domain': {
      changes: [({ access }) => void access.directories[0]?.domains.splice(0), mapped('"acme.lan"')],
      said: /did not tell every domain/,
    },
    'the app is not recognised': { changes: [app((one) => (one.label = 'Intranet'))], said: /OKTA_WS1_APP/ },
  },
});
