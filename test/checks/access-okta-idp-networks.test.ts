import { describeCheck } from '../contracts/check.js';
import { idpOfAccess } from './changes-of-access.js';

describeCheck('access-okta-idp-networks', {
  pass: {
    'ALL RANGES is ticked': { said: /ALL RANGES/ },
    'another range is ticked': {
      changes: [
        idpOfAccess('Okta', (idp) => {
          idp.orgNetworks.splice(0, 1, { uuid: 'u', name: 'Offices' });
        }),
      ],
      said: /Offices/,
    },
  },
  fail: {
    'none is ticked': {
      changes: [
        idpOfAccess('Okta', (idp) => {
          idp.orgNetworks.splice(0);
        }),
      ],
      said: /no network range/,
    },
  },
  unknown: {
    'they are not sent': {
      changes: [idpOfAccess('Okta', (idp) => Object.assign(idp, { orgNetworks: null }))],
      said: /does not show the network ranges/,
    },
  },
});
