import { describeCheck } from '../contracts/check.js';
import { idpOfAccess, idpsAreNotHandedOut } from './changes-of-access.js';

const ranges = (...names: readonly string[]) =>
  idpOfAccess('Built-in', (idp) => {
    idp.orgNetworks.splice(0, idp.orgNetworks.length, ...names.map((name) => ({ uuid: name, name })));
  });

describeCheck('access-built-in-idp-networks', {
  pass: {
    'ALL RANGES is ticked': { said: /ALL RANGES is ticked in “Built-in”/ },
    'it is ticked among others': { changes: [ranges('Offices', 'ALL RANGES')] },
  },
  fail: {
    'only the offices are ticked': {
      changes: [ranges('Offices')],
      said: /ALL RANGES is not ticked .* only Offices/,
      articleId: 'idp-not-found',
    },
    'nothing is ticked': { changes: [ranges()], said: /no network range is/, articleId: 'idp-not-found' },
  },
  unknown: {
    'its settings are not handed out': { changes: [idpsAreNotHandedOut], said: /does not show the settings/ },
    'there are two, and neither is ticked for Okta’s directory': {
      changes: [
        ({ access }) => {
          const [first] = access.idps;
          if (first === undefined) return;
          first.directories.splice(0);
          access.idps.push({ ...first, id: '2', name: 'Built-in mobile' });
        },
      ],
      said: /several built-in identity providers \(“Built-in” and “Built-in mobile”\)/,
    },
  },
});
