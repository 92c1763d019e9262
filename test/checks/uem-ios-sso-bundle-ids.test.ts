import { describeCheck } from '../contracts/check.js';
import { noPayload, payload } from './uem-worlds.js';

const ids = (AppIdentifierMatches: string) => ({ changes: [payload({ AppIdentifierMatches })] });

describeCheck('uem-ios-sso-bundle-ids', {
  pass: {
    'the list is empty': { said: /is empty, which allows every app/ },
    'the list is commas only': ids(' , '),
  },
  fail: {
    'an entry is the name of an app': { ...ids('com.apple.mobilesafari,Google Chrome'), said: /“Google Chrome”/ },
    'a star stands for every app': { ...ids('*'), said: /lists “\*”/ },
  },
  unknown: {
    'it lists some apps': {
      ...ids('com.apple.mobilesafari, com.air-watch.*'),
      said: /allows these apps only: com\.apple\.mobilesafari, com\.air-watch\.\*/,
    },
    'the list is written in another way': { ...ids('com.apple.mobilesafari com.acme.mail'), said: /allows these apps/ },
    'the payload is not sent': { changes: [noPayload], said: /did not send the application bundle IDs/ },
  },
});
