import { describe, expect, it } from 'vitest';
import type { AlertEvent, Party } from '../../../src/alerts/event.js';
import { configurationChanged } from '../../../src/alerts/rules/configuration-changed.js';
import { event } from '../support/engine.js';
import { hour, minute, start } from '../support/findings.js';
import { Following, titles } from '../support/rules.js';

const idp: Party = { id: '0oa9', type: 'IdentityProvider', name: 'Workspace ONE' };
const app: Party = { id: '0oa1', type: 'AppInstance', name: 'Workspace ONE' };
const policy: Party = { id: '00p1', type: 'PolicyEntity', name: 'Idp Discovery Policy' };
const routing: Party = { id: '0pr1', type: 'PolicyRule', name: 'Phones' };
const token = (name: string, id = '00T1'): Party => ({ id, type: 'Token', name });
let lastId = 0;

function act(type: string, what: string, at: number, ...targets: Party[]): AlertEvent {
  lastId += 1;
  return event({
    id: `act ${lastId}`,
    at,
    type,
    what,
    failed: false,
    reason: '',
    personId: '00u8',
    actor: { id: '00u8', type: 'User', name: 'Irma Vogel' },
    targets,
  });
}
const follow = () => new Following(configurationChanged);

describe('what joins Okta and Workspace ONE', () => {
  it.each([
    ['system.idp.lifecycle.update', 'Update identity provider', [idp], 'Okta’s identity provider “Workspace ONE”'],
    ['system.idp.key.update', 'Update key', [idp], 'Okta’s identity provider “Workspace ONE”'],
    ['application.lifecycle.update', 'Update application', [app], 'The app “Workspace ONE”'],
    ['application.configuration.update', 'Update configuration', [app], 'The app “Workspace ONE”'],
    ['policy.rule.update', 'Update policy rule', [policy, routing], 'Okta’s routing rule “Phones”'],
  ])('is told when changed, with who and what: %s', (type, what, targets, object) => {
    const found = follow().at(start, [act(type, what, start, ...targets)]);

    expect(found).toMatchObject([
      {
        severity: 'info',
        title: `${object} was changed by Irma Vogel: ${what}.`,
        text: `2026-09-03 10:00 UTC, Irma Vogel: ${what}`,
        articleId: expect.any(String),
      },
    ]);
  });

  it.each([
    ['another identity provider', 'system.idp.lifecycle.update', [{ ...idp, name: 'Partner portal' }]],
    ['another app', 'application.lifecycle.update', [{ ...app, name: 'Acme Mail' }]],
    ['another policy', 'policy.rule.update', [{ ...policy, name: 'Default Policy' }, routing]],
    ['a secret that was only read', 'system.idp.lifecycle.read_client_secret', [idp]],
    ['who is given the app', 'application.user_membership.add', [app]],
    ['a token made for something else', 'system.api_token.create', [token('CI pipeline')]],
    [
      'a token refused from a strange address',
      'system.api_token.request_outside_allowed_range',
      [token('Workspace ONE')],
    ],
  ])('is not %s', (_what, type, targets) => {
    expect(follow().at(start, [act(type, 'Something', start, ...targets)])).toEqual([]);
  });

  it('is not what somebody tried and was refused', () => {
    const refused = { ...act('system.idp.lifecycle.update', 'Update', start, idp), failed: true };

    expect(follow().at(start, [refused])).toEqual([]);
  });

  it('is one alert for each thing, whatever was done to it', () => {
    const rule = follow();
    rule.at(start, [act('application.lifecycle.update', 'Update application', start, app)]);

    const found = rule.at(start + minute, [
      act('application.configuration.update', 'Update configuration', start + minute, app),
      act('system.idp.lifecycle.update', 'Update identity provider', start + minute, idp),
    ]);

    expect(titles(found)).toEqual([
      'The app “Workspace ONE” was changed 2 times, last by Irma Vogel: Update configuration.',
      'Okta’s identity provider “Workspace ONE” was changed by Irma Vogel: Update identity provider.',
    ]);
  });

  it('is worth a warning when it is switched off, until it is switched on', () => {
    const rule = follow();
    const off = rule.at(start, [act('system.idp.lifecycle.deactivate', 'Deactivate', start, idp)]);
    const on = rule.at(start + minute, [act('system.idp.lifecycle.activate', 'Activate', start + minute, idp)]);

    expect(off).toMatchObject([{ severity: 'warning', rank: 1 }]);
    expect(on.map(({ severity, rank }) => `${severity} ${rank}`)).toEqual(['info 0', 'info 0']);
  });

  it('is critical when the token of Workspace ONE is revoked, and told at once', () => {
    const found = follow().at(start, [
      act('system.api_token.revoke', 'Revoke API token', start, token('Workspace ONE')),
    ]);

    expect(found).toMatchObject([
      {
        severity: 'critical',
        gathers: false,
        articleId: 'okta-apps-disappeared',
        title:
          'The Okta API token “Workspace ONE” was revoked by Irma Vogel: if Workspace ONE Access uses it, the Okta apps vanish from its catalog. Enter a new token there.',
      },
    ]);
  });

  it('is an information when that token was replaced by a new one, before or after', () => {
    const rule = follow();
    rule.at(start, [act('system.api_token.create', 'Create API token', start, token('Workspace ONE 2026', '00T2'))]);

    const found = rule.at(start + minute, [
      act('system.api_token.revoke', 'Revoke API token', start + minute, token('Workspace ONE')),
    ]);

    expect(found.map(({ severity }) => severity)).toEqual(['info', 'info']);
  });

  it('is an information when another token is revoked', () => {
    const found = follow().at(start, [act('system.api_token.revoke', 'Revoke', start, token('CI pipeline'))]);

    expect(found).toMatchObject([
      { severity: 'info', title: 'The Okta API token “CI pipeline” was revoked by Irma Vogel.' },
    ]);
  });

  it('is told for a day after the last change', () => {
    const rule = follow();
    rule.at(start, [act('system.idp.lifecycle.update', 'Update', start, idp)]);
    const later = start + 20 * hour;
    rule.at(later, [act('system.idp.lifecycle.update', 'Update', later, idp)]);

    expect(rule.at(start + 30 * hour)).toHaveLength(2);
    expect(rule.at(later + 24 * hour)).toEqual([]);
  });
});
