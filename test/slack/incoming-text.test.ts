import { describe, expect, it } from 'vitest';
import { decodeText, mentions, readMessage } from '../../src/slack/incoming-text.js';

const bot = 'U0BOT';

describe('Slack’s mark-up becomes the text that the person sees', () => {
  it.each([
    ['an address', 'for <mailto:kim@acme.com|kim@acme.com>', 'for kim@acme.com'],
    ['an address with another label', '<mailto:kim@acme.com|Kim>', 'kim@acme.com'],
    ['a host name that Slack linked', 'open <http://acme.okta.com|acme.okta.com>', 'open acme.okta.com'],
    ['a link', '<https://acme.okta.com/admin?x=1&amp;y=2>', 'https://acme.okta.com/admin?x=1&y=2'],
    ['a link with a label', '<https://acme.okta.com|the console>', 'the console (https://acme.okta.com)'],
    ['a person', 'status of <@U123|kim>', 'status of <@U123>'],
    ['a channel', 'see <#C123|help>', 'see #help'],
    ['a nameless channel', 'see <#C123>', 'see <#C123>'],
    ['everybody', '<!here> and <!subteam^S1|@helpdesk>', '@here and @helpdesk'],
    ['a date', '<!date^1700000000^{date}|14 Nov>', '14 Nov'],
    ['a telephone number', '<tel:+1555|555>', '555'],
    ['entities, once', '&lt;saml:Issuer&gt; &amp;amp;', '<saml:Issuer> &amp;'],
    ['brackets that are no mark-up', 'a <not a link> b', 'a <not a link> b'],
    ['code and quotes', '&gt; quoted\n```\nGENERAL_NONSUCCESS\n```', '> quoted\n```\nGENERAL_NONSUCCESS\n```'],
  ])('%s', (_, sent, seen) => {
    expect(decodeText(sent)).toBe(seen);
  });

  it('stays fast on a megabyte of opening brackets', () => {
    const begin = performance.now();

    decodeText('<'.repeat(1_000_000));
    decodeText(`<${'a'.repeat(1_000_000)}`);

    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});

describe('the bot’s own mention', () => {
  it.each([
    [`<@${bot}> help`, 'help'],
    [`<@${bot}>: help`, 'help'],
    [`<@${bot}|wo-okta>, help`, 'help'],
    [`hey <@${bot}> idp not found`, 'hey  idp not found'],
    [`<@${bot}>`, ''],
    [`<@U0OTHER> <@${bot}> last error`, '<@U0OTHER>  last error'],
  ])('%s is taken out', (text, left) => {
    expect(readMessage({ text }, bot)).toBe(left);
  });

  it('is recognised, and that of others is not', () => {
    expect(mentions(`x <@${bot}> y`, bot)).toBe(true);
    expect(mentions(`x <@${bot}|wo> y`, bot)).toBe(true);
    expect(mentions('<@U0BOTHER>', bot)).toBe(false);
    expect(mentions(undefined, bot)).toBe(false);
    expect(mentions('<@U0BOT>', undefined)).toBe(false);
  });
});

describe('a message without text of its own', () => {
  it('gives the text of its rich text', () => {
    const blocks = [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'user', user_id: bot },
              { type: 'text', text: ' we see ' },
            ],
          },
          { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'idp <not> found' }] },
          {
            type: 'rich_text_list',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url: 'mailto:kim@acme.com' }] }],
          },
        ],
      },
    ];

    expect(readMessage({ text: '', blocks }, bot)).toBe('we see \nidp <not> found\nkim@acme.com');
  });

  it('gives the text of sections and fields', () => {
    const blocks = [
      {
        type: 'section',
        text: { type: 'mrkdwn', text: 'Error &lt;400&gt;' },
        fields: [{ type: 'plain_text', text: 'Okta' }],
      },
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'small' }] },
      { type: 'divider' },
    ];

    expect(readMessage({ blocks })).toBe('Error <400>\nOkta\nsmall');
  });

  it('gives the text of an attachment', () => {
    const attachments = [
      { title: 'Alert', text: 'SCIM &amp; more', fields: [{ title: 'Code', value: '400' }], fallback: 'no' },
    ];

    expect(readMessage({ text: '', attachments })).toBe('Alert\nSCIM & more\nCode: 400');
  });
});

describe('a message with text', () => {
  it('adds what it forwards, but not the preview of a link', () => {
    const attachments = [{ is_msg_unfurl: true, text: 'forwarded error' }, { text: 'preview of a web page' }];

    expect(readMessage({ text: 'anyone?', attachments })).toBe('anyone?\nforwarded error');
  });
});

describe('whatever Slack sends', () => {
  const deep = (depth: number): unknown => (depth === 0 ? [] : [{ type: 'rich_text', elements: deep(depth - 1) }]);

  it.each([
    ['nothing', {}],
    ['wrong types', { blocks: 'x', attachments: 7, x: 1 }],
    ['nulls in blocks', { blocks: [null, { type: 'rich_text', elements: [null] }] }],
    ['deep nesting', { blocks: deep(2_000) }],
  ])('%s is no text', (_, message) => {
    expect(readMessage(message)).toBe('');
  });

  it('is bounded', () => {
    expect(readMessage({ text: 'x'.repeat(1_000_000) }).length).toBeLessThanOrEqual(100_000);
  });
});
