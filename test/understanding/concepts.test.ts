import { describe, expect, it } from 'vitest';
import { conceptsOf } from '../../src/understanding/concepts.js';

describe('a set-up that the text rules out', () => {
  it.each([
    ['there is no device trust in play', 'device-trust'],
    ["device trust isn't licensed", 'device-trust'],
    ['device trust is not in use here', 'device-trust'],
    ['SCIM is switched off', 'scim'],
    ['routing rules were never enabled', 'routing-rule'],
  ])('is denied, before or after it is named: %s', (text, concept) => {
    expect(conceptsOf(text)).toContain(`no ${concept}`);
    expect(conceptsOf(text)).not.toContain(concept);
  });

  it.each([
    ['device trust is enabled', 'device-trust'],
    ['device trust is not working', 'device-trust'],
    ["mobile sso doesn't start on the iPad", 'mobile-sso'],
    ['SCIM is not switched off', 'scim'],
  ])('is not denied when it only fails: %s', (text, concept) => {
    expect(conceptsOf(text)).toContain(concept);
    expect(conceptsOf(text)).not.toContain(`no ${concept}`);
  });
});
