import { describeCheck } from '../contracts/check.js';
import { idpOfAccess, idpsAreNotHandedOut } from './changes-of-access.js';

const untick = idpOfAccess('Built-in', (idp) => {
  idp.directories.splice(0);
});

describeCheck('access-built-in-idp-directory', {
  pass: {
    'it is ticked': { said: /“Okta Users” is ticked in “Built-in”/ },
    'it is ticked in a second built-in one': {
      changes: [
        untick,
        ({ access }) => {
          const [first] = access.idps;
          const directories = access.directories.map(({ directoryId }) => directoryId);
          if (first !== undefined) access.idps.push({ ...first, id: '2', name: 'Built-in mobile', directories });
        },
      ],
      said: /ticked in “Built-in mobile”/,
    },
  },
  fail: {
    'it is not ticked': {
      changes: [untick],
      said: /“Okta Users” is not ticked in “Built-in”/,
      articleId: 'idp-not-found',
    },
  },
  unknown: {
    'no identity provider is recognised as the built-in one': {
      changes: [idpOfAccess('Built-in', (idp) => Object.assign(idp, { name: 'Workspace IDP' }))],
      said: /does not begin with “Built-in”/,
    },
    'its settings are not handed out': { changes: [idpsAreNotHandedOut], said: /does not show the settings/ },
    'it cannot be told which directory is Okta’s': {
      changes: [
        ({ access }) => {
          const [first] = access.directories;
          if (first !== undefined) access.directories.splice(0, 1, { ...first, name: 'A' }, { ...first, name: 'B' });
        },
      ],
      said: /cannot be told which directory/,
    },
  },
});
