import { describe, expect, it } from 'vitest';
import { articleForFailure } from '../../../src/alerts/article-for.js';
import type { AlertEvent } from '../../../src/alerts/event.js';
import { scimProvisioningFailures } from '../../../src/alerts/rules/scim-provisioning-failures.js';
import { understand } from '../../lookups/asking.js';
import { event } from '../support/engine.js';
import { hour, minute, settings, start } from '../support/findings.js';
import { Following, titles } from '../support/rules.js';

const app = { id: '0oa1', type: 'AppInstance', name: 'Workspace ONE' };
const required = 'Required user attributes:[distinguishedName] are missing.';
let lastId = 0;

/** Okta's words for what Access answered. */
const told = (who: string, remote: string) =>
  `Automatic provisioning of user ${who} to app Workspace ONE failed: Error while creating user ${who}: Bad Request. Errors reported by remote server: ${remote}`;

function push(who: string, at: number, reason: string, more: Partial<AlertEvent> = {}): AlertEvent {
  lastId += 1;
  return event({
    id: `push ${lastId}`,
    at,
    type: 'application.provision.user.push',
    what: 'Push new user to external application',
    failed: true,
    reason,
    personId: who,
    login: `${who}@acme.example`,
    actor: { id: '00u8', type: 'User', name: 'Irma Vogel' },
    targets: [{ id: `0ua-${who}`, type: 'AppUser', name: who }, app],
    ...more,
  });
}
const works = (who: string, at: number) => push(who, at, '', { failed: false });
const follow = () => new Following(scimProvisioningFailures, { articleFor: articleForFailure(understand) });

describe('provisioning that fails', () => {
  it('is told for the first person already, with the article of its reason', () => {
    const found = follow().at(start, [push('nina', start, told('nina', required))]);

    expect(found).toMatchObject([
      {
        group: 'scim-distinguished-name-missing',
        articleId: 'scim-distinguished-name-missing',
        severity: 'warning',
        person: 'nina@acme.example',
        title: `Provisioning to Workspace ONE fails for 1 person: “${required.slice(0, -1)}”.`,
        text: 'nina@acme.example, 10:00 UTC',
      },
    ]);
  });

  it.each([
    ['Required user attributes:[distinguishedName] are missing.', 'scim-distinguished-name-missing'],
    ['User creation is not supported for specified directory id', 'scim-user-creation-not-supported'],
    ["User domain name specified for the user resource doesn't belong to the directory.", 'scim-domain-mismatch'],
  ])('leads from “%s” to its article', (remote, articleId) => {
    expect(follow().at(start, [push('nina', start, told('nina', remote))])).toMatchObject([{ articleId }]);
  });

  it('is one alert for all people with the same reason, and another for another reason', () => {
    const found = follow().at(start, [
      push('nina', start - 3 * minute, told('nina', required)),
      push('omar', start - 2 * minute, told('omar', required)),
      push('pia', start, told('pia', 'Quota of 4711 users exceeded for pia')),
    ]);

    expect(titles(found).sort()).toEqual([
      'Provisioning to Workspace ONE fails for 1 person: “Quota of … users exceeded for …”.',
      `Provisioning to Workspace ONE fails for 2 people: “${required.slice(0, -1)}”.`,
    ]);
  });

  it('without a reason belongs to the reason that the same person’s other attempts have', () => {
    const rule = follow();
    rule.at(start, [push('nina', start, told('nina', required))]);

    const found = rule.at(start + minute, [push('nina', start + minute, ''), push('omar', start + minute, '')]);

    expect(titles(found).sort()).toEqual([
      'Provisioning to Workspace ONE fails for 1 person, and Okta does not say why: look at the tasks in the Okta Admin Console.',
      `Provisioning to Workspace ONE fails for 1 person: “${required.slice(0, -1)}”.`,
    ]);
  });

  it('is over when nobody has failed so for an hour, and not before', () => {
    const rule = follow();
    rule.at(start, [push('nina', start, told('nina', required))]);
    rule.at(start + 50 * minute, [push('omar', start + 50 * minute, told('omar', required))]);

    expect(rule.at(start + 100 * minute)).toHaveLength(2);
    expect(rule.at(start + 50 * minute + hour)).toEqual([]);
  });

  it('is over for a person who was provisioned since, also when the failure arrives late', () => {
    const rule = follow();
    rule.at(start, [push('nina', start, told('nina', required)), push('omar', start, told('omar', required))]);

    expect(rule.at(start + 5 * minute, [works('nina', start + 5 * minute)])).toMatchObject([
      { person: 'omar@acme.example' },
    ]);
    expect(rule.at(start + 6 * minute, [push('nina', start + 4 * minute, told('nina', required))])).toHaveLength(1);
    expect(rule.at(start + 7 * minute, [works('omar', start + 7 * minute)])).toEqual([]);
    expect(rule.at(start + 8 * minute, [push('omar', start + 8 * minute, '')])).toHaveLength(1);
  });

  it('waits for as many people as configured', () => {
    const thresholds = { ...settings.thresholds, provisioningPeople: 3 };
    const rule = new Following(scimProvisioningFailures, { thresholds });

    expect(rule.at(start, [push('a', start, 'x'), push('b', start, 'x'), push('b', start, 'x')])).toEqual([]);
    expect(rule.at(start, [push('c', start, 'x')])).toHaveLength(3);
  });

  it('says “at least” when there are more people than it keeps', () => {
    const found = follow().at(
      start,
      Array.from({ length: 400 }, (_, nth) => push(`p${nth}`, start, told(`p${nth}`, required))),
    );

    expect(titles(found)[0]).toMatch(/^Provisioning to Workspace ONE fails for at least 300 people/);
    expect(found[0]?.outOf).toEqual({ count: 300, roughly: 'at least' });
  });

  it('is critical when Access refuses Okta’s token: then nobody is provisioned', () => {
    const found = follow().at(start, [push('nina', start, 'Error while creating user nina: Unauthorized')]);

    expect(found).toMatchObject([{ severity: 'critical', title: expect.stringContaining('refuses Okta’s token') }]);
  });

  it('to other apps is none of our business', () => {
    const mail = { targets: [{ id: '0oa2', type: 'AppInstance', name: 'Acme Mail' }] };

    expect(follow().at(start, [push('nina', start, 'x', mail)])).toEqual([]);
  });
});
