import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../src/slack/views/index.js';
import { readTrace } from '../../../src/understanding/trace/index.js';
import { now, type ResponseParts, response, secretAttribute } from '../../support/saml-messages.js';
import { buttonsOf, mrkdwnOf } from '../helpers/slack-rules.js';

const articles = [{ articleId: 'username-mismatch', title: 'User names do not match' }];
const drawn = (parts: ResponseParts, at = now) => {
  const trace = readTrace(response(parts), at);
  const message = renderReply(
    { kind: 'trace', trace, articles, redactions: trace.redactions },
    { thread: '1700000000.000100', ephemeral: false },
  );
  if (message === undefined) throw new Error('Nothing was drawn.');
  return { texts: mrkdwnOf({ ...message, text: '' }).slice(1), message };
};

describe('a trace in Slack', () => {
  it('begins with what is wrong, tells to delete the message, and has the button of the fix', () => {
    const { texts, message } = drawn({ nameId: 'ann' });

    expect(texts[0]).toMatch(/^:x: \*The NameID is ann, without an @/);
    expect(texts[1]).toMatch(/^:warning: \*The message holds a secret\* \(SAML message\)/);
    expect(texts[2]).toMatch(/^:rotating_light: \*Delete the message now\.\*/);
    expect(JSON.stringify(message.blocks)).toContain('Show fix: User names do not match');
  });

  it('shows the fields, the name but no values of attributes', () => {
    const text = drawn({}).texts.join('\n');

    for (const shown of [
      '• NameID: `ann@acme.example`',
      '• Status: `Success`',
      '• In response to: `id1`',
      '• Signature: `on the assertion (not verified)`',
      'costCentre',
    ])
      expect(text).toContain(shown);
    expect(text).not.toContain(secretAttribute);
  });

  it('warns of no sign-in with an assertion that nobody accepts since nothing signs it', () => {
    const text = drawn({ isSigned: false }).texts.join('\n');

    expect(text).toContain('has no signature');
    expect(text).not.toContain(':rotating_light:');
  });

  it('does not cry wolf over an assertion that signs nobody in any more', () => {
    expect(drawn({}, now + 3_600_000).texts.join('\n')).not.toContain(':rotating_light:');
  });
});

it('a failure that two articles explain asks which it is, with a button for each', () => {
  const trace = readTrace(response({ status: ['Responder'], message: 'GENERAL_NONSUCCESS' }), now);
  const undecided = {
    question: 'What sends the person to Workspace ONE?',
    choices: [
      { intentId: 'device-trust-general-nonsuccess', label: 'Device Trust' },
      { intentId: 'routing-rules-general-nonsuccess', label: 'A routing rule' },
    ],
  };
  const message = renderReply(
    { kind: 'trace', trace, articles: [], undecided },
    { thread: '1700000000.000100', ephemeral: false },
  );
  if (message === undefined) throw new Error('Nothing was drawn.');

  expect(mrkdwnOf(message)).toContain('*What sends the person to Workspace ONE?*');
  expect(buttonsOf(message).map(({ text }) => text.text)).toEqual(['Device Trust', 'A routing rule']);
});

it('an error of a screenshot beside the trace is named with its file, and has a button', () => {
  const trace = readTrace(response({ nameId: 'ann' }), now);
  const also = [
    {
      articles: [{ articleId: 'idp-not-found', title: 'IdP not found' }],
      evidence: 'matches the error text “IDP not found”',
      file: 'shot.png',
    },
  ];
  const message = renderReply(
    { kind: 'trace', trace, articles, also },
    { thread: '1700000000.000100', ephemeral: false },
  );
  if (message === undefined) throw new Error('Nothing was drawn.');

  expect(mrkdwnOf(message)).toContain(
    '*Also in it:*\n• IdP not found (shot.png: matches the error text “IDP not found”)',
  );
  expect(buttonsOf(message).map(({ text }) => text.text)).toEqual([
    'IdP not found',
    'Show fix: User names do not match',
  ]);
});
