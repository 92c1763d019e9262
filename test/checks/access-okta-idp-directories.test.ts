import { describeCheck } from '../contracts/check.js';
import { idpOfAccess, idpsAreNotHandedOut } from './changes-of-access.js';

describeCheck('access-okta-idp-directories', {
  pass: { 'a directory is ticked': { said: /“Okta Users”/ } },
  fail: {
    'none is ticked': {
      changes: [
        idpOfAccess('Okta', (idp) => {
          idp.directories.splice(0);
        }),
      ],
      said: /no directory of users/,
    },
  },
  unknown: {
    'the settings are not handed out': {
      changes: [idpsAreNotHandedOut],
      said: /does not show the settings/,
    },
  },
});
