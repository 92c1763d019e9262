import { auditEvent } from '../access/audit-event.js';
import type { Person } from '../people.js';
import { second } from '../time.js';
import type { World } from '../world.js';
import { agentOf, mobileSsoOf, samlRequestArrives } from './sign-in.js';

/** Mobile SSO fails at Access for a person who is known: their own event, with the text they saw. */
export const mobileSsoFails = (world: World, person: Person, ago: number, failureMessage: string): void => {
  samlRequestArrives(world, person, ago + second);
  auditEvent(world, {
    ago,
    objectType: 'LOGIN',
    summary: `LOGIN failed (${mobileSsoOf(person)})`,
    actor: person,
    userAgent: agentOf(person),
    values: { deviceType: 'browser', success: 'false', authMethods: mobileSsoOf(person), failureMessage },
  });
};

/** No method of the policy is left: a configuration error before anybody is recognised, so it names no user. */
export const noMethodIsLeft = (world: World, person: Person, ago: number): void => {
  samlRequestArrives(world, person, ago + second);
  auditEvent(world, {
    ago,
    objectType: 'LOGIN_ERROR',
    summary: 'LOGIN_ERROR',
    userAgent: agentOf(person),
    values: {
      deviceType: 'browser',
      success: 'false',
      failureMessage: 'Access denied as no valid authentication methods were found.',
    },
  });
};
