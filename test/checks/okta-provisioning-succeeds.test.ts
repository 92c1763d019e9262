import { afterEach, describe, expect, it } from 'vitest';
import { oktaId } from '../../src/playground/tenants/ids.js';
import { asActor, logEvent, workspaceOneApp } from '../../src/playground/tenants/okta/log-event.js';
import { admin, fullName, nina, omar, type Person, pia } from '../../src/playground/tenants/people.js';
import { minute } from '../../src/playground/tenants/time.js';
import type { World } from '../../src/playground/tenants/world.js';
import { describeCheck } from '../contracts/check.js';
import { app } from './changes.js';
import { type Checking, startChecking } from './checking.js';

const provisions =
  (person: Person, reason?: string, appTarget = workspaceOneApp) =>
  (world: World) =>
    logEvent(world, {
      ago: 10 * minute,
      eventType: 'application.provision.user.push',
      displayMessage: 'Push new user to external application',
      actor: asActor(admin),
      result: reason === undefined ? 'SUCCESS' : 'FAILURE',
      ...(reason === undefined ? {} : { reason }),
      transactionType: 'JOB',
      target: [
        { id: oktaId('0ua', person.short), type: 'AppUser', alternateId: person.email, displayName: fullName(person) },
        appTarget,
      ],
    });

describeCheck('okta-provisioning-succeeds', {
  pass: {
    'a user was provisioned': { changes: [provisions(nina)], said: /succeeded for 1 person/ },
    'whoever was refused is there since': {
      scenario: 'scim-domain-mismatch',
      changes: [provisions(nina), provisions(omar), provisions(pia)],
    },
    'only another app fails': {
      changes: [provisions(nina), provisions(omar, 'Bad Request', { ...workspaceOneApp, id: '0oaother' })],
    },
  },
  fail: {
    'Access does not know the domain': {
      scenario: 'scim-domain-mismatch',
      said: /failed for 3 people since .*: “User domain name specified for the user resource doesn't belong to the directory”/,
      articleId: 'scim-domain-mismatch',
    },
    'Access requires an attribute': {
      scenario: 'scim-distinguished-name',
      articleId: 'scim-distinguished-name-missing',
    },
    'the directory is of the wrong type': {
      scenario: 'scim-creation-not-supported',
      articleId: 'scim-user-creation-not-supported',
    },
    'Okta gives no reason': { changes: [provisions(nina, '')], said: /Okta does not say why/ },
  },
  unknown: {
    'nobody was provisioned': { said: /provisioned nobody/ },
    'the app is not recognised': { changes: [app((one) => (one.label = 'Intranet'))], said: /OKTA_WS1_APP/ },
  },
});

describe('a refusal of the other side', () => {
  let checking: Checking | undefined;
  afterEach(() => checking?.close());

  it('is told without the names in it', async () => {
    const remote = 'Errors reported by remote server: nina@acme.example (Nina Berg, nina) exists already.';
    checking = await startChecking('healthy', [
      provisions(nina, `Automatic provisioning of user nina failed: ${remote}`),
    ]);

    const found = await checking.check('okta-provisioning-succeeds');

    expect(found.outcome).toBe('fail');
    expect(JSON.stringify(found)).not.toMatch(/nina|berg/i);
    expect(found.said).toContain('exists already');
  });
});
