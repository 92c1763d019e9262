import { describeCheck } from '../contracts/check.js';
import { noPayload, payload } from './uem-worlds.js';

const articleId = 'mobile-sso-invalid-principal-name';
const name = (PrincipalName: string) => ({ changes: [payload({ PrincipalName })] });

describeCheck('uem-ios-sso-principal-name', {
  pass: {
    'it is the user name': { said: /is \{EnrollmentUser\}/ },
    'it is a lookup field of one’s own': { ...name('{EmailNickName}'), said: /is \{EmailNickName\}/ },
  },
  fail: {
    'it has an @': { ...name('{EnrollmentUser}@acme.example'), said: /with an @/, articleId },
    'it stands for an address': { ...name('{EmailAddress}'), said: /gives a name with an @/, articleId },
    'it is the same for everybody': { ...name('mobilesso'), said: /the same for everybody/, articleId },
  },
  unknown: {
    'the payload is not sent': { changes: [noPayload], said: /did not send the principal name/ },
    'it is empty': { ...name(''), said: /did not send the principal name/ },
    'it is put together': { ...name('{EnrollmentUser}-ios'), said: /more than one lookup value/ },
  },
});
