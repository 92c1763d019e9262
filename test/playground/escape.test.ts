import { describe, expect, it } from 'vitest';
import { fromApp, fromPerson, type Names } from '../../src/playground/slack/escape.js';

const names: Names = {
  userByHandle: (handle) => (handle === 'wo-okta' ? { id: 'U0WOOKTA01' } : undefined),
  channelByName: (name) => (name === 'helpdesk' ? { id: 'C0HELPDESK', name } : undefined),
  usergroupByHandle: (handle) => (handle === 'oncall' ? { id: 'S0ONCALL', handle } : undefined),
};
const typed = (text: string): string => fromPerson(text, names).text;

describe('what Slack makes of a text a person typed', () => {
  it.each([
    ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['@wo-okta help', '<@U0WOOKTA01> help'],
    ['ask @wo-okta.', 'ask <@U0WOOKTA01>.'],
    ['@nobody here', '@nobody here'],
    ['see #helpdesk, please', 'see <#C0HELPDESK|helpdesk>, please'],
    ['@oncall', '<!subteam^S0ONCALL>'],
    ['@here look', '<!here> look'],
    ['https://x.okta.com/a?b=1&c=2', '<https://x.okta.com/a?b=1&amp;c=2>'],
    ['(see http://a.example/b).', '(see <http://a.example/b>).'],
    ['tenant.okta.com is down', '<http://tenant.okta.com|tenant.okta.com> is down'],
    ['user@acme.com fails', '<mailto:user@acme.com|user@acme.com> fails'],
    ['user@acme.com.', '<mailto:user@acme.com|user@acme.com>.'],
  ])('%s', (text, expected) => {
    expect(typed(text)).toBe(expected);
  });

  it('keeps error texts with dots in them as they are', () => {
    const text = `federationArtifact.not.found in SAAS/API/1.0/GET/metadata/idp.xml and \${user.userPrincipalName}`;
    expect(typed(text)).toBe(text);
  });

  it('never turns pasted markup into a ping', () => {
    expect(typed('<!channel> <@U0WOOKTA01> <https://evil.example|ok>')).not.toMatch(/<[!@]/);
  });

  it('describes the same in a rich_text block', () => {
    expect(fromPerson('@wo-okta x', names).blocks).toEqual([
      {
        type: 'rich_text',
        block_id: 'typed',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'user', user_id: 'U0WOOKTA01' },
              { type: 'text', text: ' x' },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    ['letters and dots', 'a.'.repeat(20_000)],
    ['at signs', '@a'.repeat(20_000)],
    ['dashes', 'a-'.repeat(20_000)],
    ['hosts', 'a.com-'.repeat(7_000)],
    ['angle brackets', '<https://'.repeat(4_000)],
  ])('takes time in proportion to the length: %s', (_what, text) => {
    const started = performance.now();
    typed(text);
    fromApp(text);
    // A quadratic pattern would need minutes here; the limit only has to tell the two apart.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('what Slack stores of a text an app sent', () => {
  it.each([
    ['<@U1> and <!here> stay', '<@U1> and <!here> stay'],
    ['<https://a.example|a> stays', '<https://a.example|a> stays'],
    ['a < b & c', 'a &lt; b &amp; c'],
    ['&lt;already&gt; &amp; escaped', '&lt;already&gt; &amp; escaped'],
    ['<saml:Issuer>', '&lt;saml:Issuer&gt;'],
  ])('%s', (text, expected) => {
    expect(fromApp(text)).toBe(expected);
  });
});
