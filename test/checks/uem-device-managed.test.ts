import { describeCheck } from '../contracts/check.js';
import { annsDevice, noDevices } from './uem-worlds.js';

const who = 'ann@acme.example';
const articleId = 'okta-sign-in-page-unmanaged-device';

describeCheck('uem-device-managed', {
  pass: {
    'one is enrolled': { who, said: /^Ann Ace has 1 enrolled device: “ann iPhone”/ },
    'the account is called by e-mail address': {
      scenario: 'uem-user-name-with-at',
      who: 'ben@acme.example',
      said: /^Ben Cruz has 1 enrolled device/,
    },
  },
  fail: {
    'there is none': { changes: [noDevices], who, said: /^Ann Ace has no enrolled device in/, articleId },
    'it is enrolled no more': {
      changes: [
        annsDevice((device) => {
          device.enrolment = 'Unenrolled';
        }),
      ],
      who,
      said: /“ann iPhone” is Unenrolled/,
      articleId,
    },
    'the person has no account': { scenario: 'scim-domain-mismatch', who: 'nina@acme.example', articleId },
  },
  unknown: {
    'nobody is of that name': { who: 'nobody@acme.example', said: /no account by the name that was asked for/ },
  },
});
