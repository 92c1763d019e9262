import { describe, expect, it } from 'vitest';
import { createPaint } from '../../src/cli/output.js';
import { peopleCard, reportCard } from '../../src/cli/report-card.js';
import { ordinaryReplies, reportReply } from '../slack/helpers/samples.js';

const style = { paint: createPaint(false), width: Number.POSITIVE_INFINITY };

describe('a report in the terminal', () => {
  const text = reportCard(reportReply(), style);

  it('begins with what is wrong, then about whom and when it was read', () => {
    expect(text.split('\n').slice(0, 2)).toEqual([
      '? Okta sends “ann”, but Workspace ONE Access knows “ann@acme.example”.',
      'Ann Ace (ann@acme.example) · read 12:03:05–12:03:06 UTC',
    ]);
    expect(reportCard(reportReply({ status: 'ok', summary: 'Nothing is wrong.' }), style)).toMatch(
      /^✓ Nothing is wrong/,
    );
    expect(reportCard(reportReply({ status: 'finding' }), style)).toMatch(/^✗ /);
  });

  it('shows each half, and the reason for what could not be read once', () => {
    expect(text).toContain(
      '\nOkta\n✓ Status: ACTIVE: can sign in\n✗ App username: ann → article scim-domain-mismatch\n',
    );
    expect(text).toContain('Workspace ONE Access\n? Not read: Workspace ONE Access did not answer within 20 s.');
    expect(text).toContain('? Workspace ONE UEM, not read: The bot is not connected to Workspace ONE UEM.');
    expect(text.match(/did not answer/g)).toHaveLength(1);
  });

  it('has one timeline with the first failure marked, its window, and that more exist', () => {
    expect(text).toContain('· 2026-11-24 11:57:01  Okta: Sign-in');
    expect(text).toContain('✗ 2026-11-24 11:58:02  Workspace ONE Access: FIRST FAILURE: LOGIN failed');
    expect(text).toContain('Events from 2026-11-17 12:03 to 2026-11-24 12:03 UTC. More exist than were read.');
  });

  it('has the event behind what is wrong on the next line, and no heading with nothing below it', () => {
    const card = reportCard(
      reportReply({ because: 'Okta, 08:45: NOT_VERIFIED', sections: [{ title: 'Last failures', lines: [] }] }),
      style,
    );

    expect(card.split('\n')[1]).toBe('  Okta, 08:45: NOT_VERIFIED');
    expect(card).not.toContain('Last failures');
  });

  it('says how to open the fix', () => {
    expect(text).toContain('Fix: wo-okta article scim-domain-mismatch');
  });

  it.each([
    ['report', () => reportReply(), reportCard],
    [
      'choice',
      () => ordinaryReplies.people,
      (people: typeof ordinaryReplies.people, at: typeof style) => peopleCard(people, 'check', at),
    ],
  ] as const)('%s keeps within the window, and shows no control characters of anybody’s', (_kind, reply, draw) => {
    const evil = JSON.parse(JSON.stringify(reply()).replaceAll(/([a-z]{3}) /g, '$1 \\u001b[2J\\u009b '));
    const drawn = (draw as (given: typeof evil, at: typeof style) => string)(evil, { ...style, width: 60 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
    expect(drawn).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
    expect(drawn.split('\n').filter((line) => line.length > 60 && line.trim().includes(' '))).toEqual([]);
  });
});

it('people who share a name are listed with how to ask for each', () => {
  const text = peopleCard(ordinaryReplies.people, 'check', style);
  expect(text).toContain('- Jane Doe (jdoe@acme.example)\n  wo-okta check 00u1a2b3c4d5e6f7g8h9\n');
});
