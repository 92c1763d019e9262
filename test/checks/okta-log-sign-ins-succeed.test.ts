import { afterEach, describe, expect, it } from 'vitest';
import { ann } from '../../src/playground/tenants/people.js';
import { signsInThroughWorkspaceOne } from '../../src/playground/tenants/stories/sign-in.js';
import { minute } from '../../src/playground/tenants/time.js';
import { describeCheck } from '../contracts/check.js';
import { emptyLog, noIdp, secondIdp } from './changes.js';
import { type Checking, startChecking } from './checking.js';

describeCheck('okta-log-sign-ins-succeed', {
  pass: {
    'people sign in': { said: /3 sign-ins of 3 people through Workspace ONE succeeded/ },
    'whoever failed is let in since': {
      scenario: 'wrong-issuer',
      changes: [(world) => signsInThroughWorkspaceOne(world, ann, minute)],
    },
  },
  fail: {
    'Okta rolls refusals up': {
      scenario: 'wrong-issuer',
      said: /^2 sign-ins through Workspace ONE failed in Okta for 1 person since .*GENERAL_NONSUCCESS.*, and 2 succeeded/,
    },
    'many fail': { scenario: 'sign-in-storm', said: /for 14 people since .*User Denied\/Rejected/ },
    'only the roll-up is there, and there is no other SAML identity provider': {
      scenario: 'wrong-issuer',
      changes: [
        ({ okta }) => {
          const rollUps = okta.logs.filter(({ outcome }) => outcome.reason === 'GENERAL_NONSUCCESS');
          okta.logs.splice(0, okta.logs.length, ...rollUps.map((event) => ({ ...event, debugContext: null })));
        },
      ],
    },
  },
  unknown: {
    'nobody tried': { changes: [emptyLog], said: /Nobody tried/ },
    'none is recognised as Workspace ONE': { changes: [noIdp], said: /OKTA_WS1_IDP/ },
    'a roll-up may be another identity provider’s': {
      scenario: 'wrong-issuer',
      changes: [
        secondIdp((one) => Object.assign(one, { name: 'Another company' })),
        ({ okta }) => {
          const rollUps = okta.logs.filter(({ outcome }) => outcome.reason === 'GENERAL_NONSUCCESS');
          okta.logs.splice(0, okta.logs.length, ...rollUps.map((event) => ({ ...event, debugContext: null })));
        },
      ],
    },
  },
});

describe('the log of sign-ins through Workspace ONE', () => {
  let checking: Checking | undefined;
  afterEach(() => checking?.close());

  it('is trusted no further back than it was read, and then the newest thousand tell', async () => {
    checking = await startChecking('wrong-issuer', [
      (world) => {
        for (let ago = 1; ago <= 1_100; ago += 1) signsInThroughWorkspaceOne(world, ann, 5 * minute + ago);
      },
    ]);

    const found = await checking.check('okta-log-sign-ins-succeed');

    expect(found.outcome).toBe('pass');
    expect(found.said).toMatch(/^1,000 sign-ins|^999 sign-ins/);
  });
});
