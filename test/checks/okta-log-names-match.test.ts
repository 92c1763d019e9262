import { afterEach, describe, expect, it } from 'vitest';
import { jane } from '../../src/playground/tenants/people.js';
import { oktaRefusesAssertion } from '../../src/playground/tenants/stories/refused-assertion.js';
import { signsInThroughWorkspaceOne } from '../../src/playground/tenants/stories/sign-in.js';
import { hour, minute } from '../../src/playground/tenants/time.js';
import type { World } from '../../src/playground/tenants/world.js';
import { describeCheck } from '../contracts/check.js';
import { emptyLog, noIdp } from './changes.js';
import { type Checking, startChecking } from './checking.js';

const refuses =
  (sent: string, ago = hour, cause = 'User Not Found') =>
  (world: World) =>
    oktaRefusesAssertion(world, { person: jane, ago, sent, known: false, cause, requestArrives: true });

describeCheck('okta-log-names-match', {
  pass: {
    'people sign in': { said: /knew the name in 3 sign-ins/ },
    'the name is known since': {
      scenario: 'user-name-mismatch',
      changes: [(world) => signsInThroughWorkspaceOne(world, jane, minute)],
    },
    'sign-ins fail for another reason': { changes: [refuses('jdoe@acme.example', hour, 'User Denied/Rejected')] },
  },
  fail: {
    'a short name arrives': {
      scenario: 'user-name-mismatch',
      said: /for 2 sign-ins of 1 person since .*: Workspace ONE sent a short name without @/,
      articleId: 'username-mismatch',
    },
    'names of several shapes arrive': {
      changes: [refuses('jdoe@acme.lan'), refuses('ACME\\jdoe'), refuses('Correct Horse 9')],
      said: /a name with an @.*a Windows name.*no user name at all|no user name at all.*a name with an @/,
    },
  },
  unknown: {
    'nobody signed in through Workspace ONE': { changes: [emptyLog], said: /Nobody signed in/ },
    'none is recognised as Workspace ONE': { changes: [noIdp], said: /OKTA_WS1_IDP/ },
    'Okta gives no reason, and nobody is let in': {
      changes: [
        emptyLog,
        (world) =>
          oktaRefusesAssertion(world, { person: jane, ago: hour, sent: 'x', known: true, requestArrives: true }),
      ],
    },
  },
});

describe('names that Okta does not know', () => {
  let checking: Checking | undefined;
  afterEach(() => checking?.close());

  it('are told by their shape alone', async () => {
    checking = await startChecking('healthy', [refuses('Correct-Horse-Battery-9'), refuses('hunter@secret.example')]);

    const found = await checking.check('okta-log-names-match');

    expect(found.outcome).toBe('fail');
    expect(JSON.stringify(found)).not.toMatch(/horse|hunter|secret|jdoe|jane/i);
  });
});
