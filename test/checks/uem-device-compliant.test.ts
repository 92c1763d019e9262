import type { Change } from '../../src/playground/tenants/scenarios/scenario.js';
import { describeCheck } from '../contracts/check.js';
import { annsDevice, noDevices } from './uem-worlds.js';

const who = 'ann@acme.example';
const compliance = (status: string | undefined): Change =>
  annsDevice((device) => {
    if (status === undefined) delete device.compliance;
    else device.compliance = status;
  });

describeCheck('uem-device-compliant', {
  pass: { 'they all are': { who, said: /“ann iPhone” of Ann Ace: compliant/ } },
  fail: {
    'one is not': { changes: [compliance('NonCompliant')], who, said: /“ann iPhone” of Ann Ace is NonCompliant/ },
  },
  unknown: {
    'it is not told': { changes: [compliance(undefined)], who, said: /compliance not told/ },
    'it is told in another word': { changes: [compliance('NotAvailable')], who, said: /NotAvailable/ },
    'there is no device': { changes: [noDevices], who, said: /has no enrolled device/ },
    'a device is no longer enrolled': {
      changes: [
        annsDevice((device) => {
          device.enrolment = 'Unenrolled';
          device.compliance = 'NonCompliant';
        }),
      ],
      who,
      said: /has no enrolled device/,
    },
  },
});
