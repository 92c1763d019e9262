import { auditEvent } from '../access/audit-event.js';
import type { Person } from '../people.js';
import { second } from '../time.js';
import type { World } from '../world.js';
import { agentOf, mobileSsoOf, samlRequestArrives } from './sign-in.js';

/** Mobile SSO fails at Access for a person who is known: their own event, with the text they saw and where they were. */
export const mobileSsoFails = (
  world: World,
  person: Person,
  ago: number,
  failureMessage: string,
  from: { readonly ip?: string } = {},
): void => {
  samlRequestArrives(world, person, ago + second);
  auditEvent(world, {
    ...from,
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

/** Mobile SSO fails on a phone that is not managed: it brings no certificate, so nobody is recognised, and Okta is told nothing. */
export const unmanagedPhoneFails = (world: World, person: Person, ago: number): void => {
  samlRequestArrives(world, person, ago + second);
  auditEvent(world, {
    ago,
    objectType: 'LOGIN',
    summary: `LOGIN failed (${mobileSsoOf(person)})`,
    userAgent: agentOf(person),
    values: {
      deviceType: 'browser',
      success: 'false',
      authMethods: mobileSsoOf(person),
      failureMessage: 'Kerberos NEGOTIATE failed or was cancelled by the user',
    },
  });
};

/** The request from Okta belongs to the right object, but no identity provider is there for the person: nobody is asked. */
export const noIdentityProviderIsFound = (world: World, person: Person, ago: number): void => {
  samlRequestArrives(world, person, ago + second);
  auditEvent(world, {
    ago,
    objectType: 'LOGIN_ERROR',
    summary: 'LOGIN_ERROR',
    userAgent: agentOf(person),
    values: { deviceType: 'browser', success: 'false', failureMessage: 'IDP not found' },
  });
};
