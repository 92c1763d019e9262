import { afterEach, describe, expect, it } from 'vitest';
import { ann, ben } from '../../src/playground/tenants/people.js';
import { hour, minute } from '../../src/playground/tenants/time.js';
import { describeCheck } from '../contracts/check.js';
import { judgesDevice } from './changes.js';
import { type Checking, startChecking } from './checking.js';

describeCheck('okta-log-device-authentication', {
  pass: {
    'devices are trusted': {
      changes: [judgesDevice(ann, hour, 'TRUSTED'), judgesDevice(ben, 2 * hour, 'TRUSTED')],
      said: /of 2 people .* are trusted/,
    },
    'the last result of each person is good': {
      changes: [judgesDevice(ann, 2 * hour, 'NOT_VERIFIED'), judgesDevice(ann, hour, 'TRUSTED')],
    },
    'the person’s own is good, whatever others’ are': {
      scenario: 'device-not-secured',
      changes: [judgesDevice(ann, minute, 'TRUSTED')],
      who: 'ann@acme.example',
      said: /of this person/,
    },
  },
  fail: {
    'devices of several are not trusted': {
      scenario: 'device-not-secured',
      said: /^6 device results of 4 people since .* not trusted: NOT_VERIFIED/,
    },
    'the person’s own is not': {
      scenario: 'device-not-secured',
      who: 'ann@acme.example',
      said: /^2 device results of this person .* NOT_VERIFIED/,
    },
    'the result is False though the event is none that failed': {
      changes: [judgesDevice(ann, hour, 'False')],
      said: /^1 device result .* is not trusted: False/,
    },
    'the devices are not enrolled': {
      changes: [judgesDevice(ann, hour, 'NOT_ENROLLED', { outcome: 'FAILURE' })],
      articleId: 'okta-sign-in-page-unmanaged-device',
    },
  },
  unknown: {
    'Okta asked for no device': { said: /Okta asked for no device since .*System Log/ },
    'it was another identity provider': { changes: [judgesDevice(ann, hour, 'TRUSTED', { idpId: '0oaother' })] },
    'it is too long ago': { changes: [judgesDevice(ann, 25 * hour, 'NOT_VERIFIED')] },
  },
});

describe('the device results of everybody', () => {
  let checking: Checking | undefined;
  afterEach(() => checking?.close());

  it('name nobody', async () => {
    checking = await startChecking('device-not-secured');

    const found = JSON.stringify(await checking.check('okta-log-device-authentication'));

    expect(found).not.toMatch(/ann|ben|jane|jdoe|carla|@/i);
  });
});
