import { describeCheck } from '../contracts/check.js';
import { idpOfOkta, oktaSourceOf } from './changes-of-access.js';

const answersTo = (acs: string | null, recipient: string | null = acs) =>
  oktaSourceOf((authInfo) => {
    Object.assign(authInfo, { assertionConsumerServiceUrl: acs, recipientName: recipient });
  });

describeCheck('access-okta-source-known', {
  pass: { 'it answers to the identity provider in Okta': { said: /answers to “Workspace ONE”/ } },
  fail: {
    'it answers to an identity provider of another org': {
      changes: [answersTo('https://other.okta.example/sso/saml2/0oaother1234')],
      said: /0oaother1234, which is no SAML identity provider of this Okta org/,
    },
    'only its recipient is another one': {
      changes: [
        oktaSourceOf((authInfo) => {
          Object.assign(authInfo, { recipientName: 'https://acme.okta.example/sso/saml2/0oaold1234' });
        }),
      ],
      said: /0oaold1234/,
    },
    'it answers to another identity provider of this org': {
      changes: [
        ({ okta }) => {
          for (const idp of okta.idps)
            if (idp.type === 'OIDC') Object.assign(idp, { type: 'SAML2', id: '0oapartner1' });
        },
        answersTo('https://acme.okta.example/sso/saml2/0oapartner1'),
      ],
      said: /identity provider “Partner portal”, not to “Workspace ONE”/,
    },
  },
  unknown: {
    'it has no address': { changes: [answersTo(null)], said: /no address that Access tells/ },
    'its address names no identity provider': {
      changes: [answersTo('https://acme.okta.example/auth/saml20/acme')],
      said: /names no identity provider/,
    },
    'Okta’s identity provider is not recognised': {
      changes: [
        idpOfOkta((idp) => {
          Object.assign(idp, { name: 'Something else' });
          Object.assign(idp.protocol, { endpoints: {} });
        }),
      ],
      said: /OKTA_WS1_IDP/,
    },
  },
});
