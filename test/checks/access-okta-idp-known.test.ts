import { describeCheck } from '../contracts/check.js';
import { idpOfAccess, idpsAreNotHandedOut } from './changes-of-access.js';

const renamed = idpOfAccess('Okta', (idp) => Object.assign(idp, { name: 'Corporate sign-in' }));

describeCheck('access-okta-idp-known', {
  pass: {
    'one is called Okta': { said: /“Okta” stands for Okta/ },
    'one has Okta’s metadata': { changes: [renamed], said: /“Corporate sign-in” stands for Okta/ },
  },
  fail: {
    'there is only the built-in one': {
      changes: [
        ({ access }) => {
          access.idps.splice(1);
        },
      ],
      said: /None of the identity providers .* is Okta: “Built-in”/,
    },
    'the only other one is somebody else': {
      changes: [
        idpOfAccess('Okta', (idp) =>
          Object.assign(idp, { name: 'Entra', metaData: '<EntityDescriptor entityID="https://sts.example/1"/>' }),
        ),
      ],
      said: /“Built-in” and “Entra”/,
    },
  },
  unknown: {
    'none is called Okta, and their metadata is not shown': {
      changes: [renamed, idpsAreNotHandedOut],
      said: /does not show the settings/,
    },
    'two are called Okta': {
      changes: [
        ({ access }) => {
          access.idps.push({ id: '7', name: 'Okta preview', authMethods: [], directories: [], orgNetworks: [] });
        },
      ],
      said: /Several identity providers may stand for Okta .*“Okta” and “Okta preview”/,
    },
  },
});
