import { ann } from '../../src/playground/tenants/people.js';
import { deviceOf } from '../../src/playground/tenants/uem/base.js';
import { describeCheck } from '../contracts/check.js';
import { annsDevice, noDevices, noProfile, onAll, onAnns } from './uem-worlds.js';

const who = 'ann@acme.example';
const articleId = 'mobile-sso-no-valid-auth-methods';

describeCheck('uem-ios-sso-profile-installed', {
  pass: {
    'all iOS devices have it': { said: /is installed on the 4 iOS devices seen last/ },
    'the person’s iPhone has it, whoever else lacks it': {
      changes: [onAll(undefined), onAnns(3)],
      who,
      said: /installed on the iOS devices of the person/,
    },
    'only a device that is no longer enrolled lacks it': {
      changes: [
        onAnns(undefined),
        annsDevice((device) => {
          device.enrolment = 'Unenrolled';
        }),
      ],
      said: /installed on the 3 iOS devices/,
    },
  },
  fail: {
    'it failed on one device': { changes: [onAnns(6)], said: /failed to install on 1 of 4 iOS devices\.$/, articleId },
    'it failed where the user name has an @': {
      scenario: 'uem-user-name-with-at',
      said: /failed to install on 1 of 4 iOS devices, where the user name contains an @/,
      articleId: 'mobile-sso-invalid-principal-name',
    },
    'no device has it': { changes: [onAll(undefined)], said: /on none of the 4 iOS devices/, articleId },
    'the person’s iPhone lacks it': {
      scenario: 'ios-sso-not-installed',
      who,
      said: /is missing on 1 of the person’s 1 iOS device/,
      articleId,
    },
    'it was never sent to the person’s iPhone': {
      changes: [onAnns(undefined)],
      who,
      said: /is missing on 1/,
      articleId,
    },
  },
  unknown: {
    'some devices lack it': { changes: [onAnns(1)], said: /installed on 3 of the 4 iOS devices/ },
    'its state is a code without a known meaning': { changes: [onAnns(5)], said: /1 state 5, 3 installed/ },
    'its state on the person’s iPhone is one': { changes: [onAnns(5)], who, said: /1 state 5/ },
    'there is no such profile': { changes: [noProfile], said: /no active iOS profile/ },
    'there is no iOS device': { changes: [noDevices], said: /shows no enrolled iOS device/ },
    'the person has no device': { changes: [noDevices], who, said: /has no enrolled device/ },
    'the person has an Android phone': { who: 'carla@acme.example', said: /has no enrolled iOS device/ },
    'more devices lack it than ten, of which the newest ten are looked at': {
      changes: [
        ({ uem, now }) => {
          for (let count = 0; count < 20; count += 1)
            uem.devices.push({ ...deviceOf(ann, now), number: 9_500 + count, lastSeen: now - 1_000_000_000 });
        },
      ],
      said: /installed on 4 of the 10 iOS devices seen last/,
    },
  },
});
