import { describe, expect, it } from 'vitest';
import {
  articleLine,
  bold,
  cleanText,
  codeSpan,
  escapeLine,
  escapeText,
  link,
  mentionChannel,
  mentionUser,
  plainLabel,
  quote,
  slackDate,
} from '../../src/slack/text.js';

describe('text from outside in mrkdwn', () => {
  it.each([
    ['calls nobody', '<!channel> <@U0123456> <!here>', '&lt;!channel&gt; &lt;@U0123456&gt; &lt;!here&gt;'],
    ['links nowhere', '<https://evil.example|Okta>', '&lt;https://evil.example|Okta&gt;'],
    ['shows entities as typed', '&lt;!channel&gt;', '&amp;lt;!channel&amp;gt;'],
    ['is not bold', '*urgent* now', '∗urgent∗ now'],
    ['is not italic', '_secret_', 'ˍsecretˍ'],
    ['is not struck through', '~gone~', '∼gone∼'],
    ['is no code', '`rm`', 'ˋrmˋ'],
    ['is no quote', '> said', '› said'],
    ['is no emoji', 'fine :tada: here', 'fine ∶tada: here'],
    ['keeps names with underscores', 'SAML_REQUEST in Ios_Sso', 'SAML_REQUEST in Ios_Sso'],
    ['keeps URNs', 'urn:oasis:names:tc:SAML:2.0', 'urn:oasis:names:tc:SAML:2.0'],
    ['keeps times', 'at 12:30:45', 'at 12:30:45'],
    ['keeps right-to-left words', 'שגיאה 400', 'שגיאה 400'],
  ])('%s', (_, typed, shown) => {
    expect(escapeText(typed)).toBe(shown);
  });

  it('loses control characters, direction overrides and half characters', () => {
    expect(cleanText('a\u0000b\u001B[31mc\r\nd')).toBe('ab[31mc\nd');
    expect(cleanText('user\u202Egpj.exe')).toBe('usergpj.exe');
    expect(cleanText('cut \uD83D')).toBe('cut \uFFFD');
    expect(cleanText('whole 😀')).toBe('whole 😀');
  });

  it('stays on one line where a line is wanted', () => {
    expect(escapeLine(' a\n\n b\tc ')).toBe('a b c');
    expect(bold('two\nlines * here')).toBe('*two lines ∗ here*');
    expect(bold('  ')).toBe('');
  });

  it('is quoted line by line', () => {
    expect(quote('a\n<b>')).toBe('>a\n>&lt;b&gt;');
  });
});

describe('code spans', () => {
  it('keep values verbatim', () => {
    expect(codeSpan('SAAS/API/1.0/GET/metadata/idp.xml')).toBe('`SAAS/API/1.0/GET/metadata/idp.xml`');
    expect(codeSpan('.+?(?=@)')).toBe('`.+?(?=@)`');
    expect(codeSpan('*_~')).toBe('`*_~`');
  });

  it('cannot be left by a backtick or a line break', () => {
    expect(codeSpan('a` <!channel> `b\nc')).toBe('`aˋ &lt;!channel&gt; ˋb c`');
  });

  it('are nothing when there is nothing in them', () => {
    expect(codeSpan(' ')).toBe('');
  });

  it('stand in an article’s line where it has backticks', () => {
    expect(articleLine('Set `*.okta.com` & save *now*')).toBe('Set `*.okta.com` &amp; save ∗now∗');
    expect(articleLine('An odd ` here')).toBe('An odd ˋ here');
  });
});

describe('names and addresses', () => {
  it('become mentions only when they are ids', () => {
    expect(mentionUser('U012ABC')).toBe('<@U012ABC>');
    expect(mentionUser('!channel')).toBe('`!channel`');
    expect(mentionChannel('C012ABC')).toBe('<#C012ABC>');
    expect(mentionChannel('C1|x> <!here')).not.toMatch(/<[^&]/);
  });

  it('writes a moment in the reader’s own time, and in UTC where that cannot be', () => {
    expect(slackDate(Date.UTC(2026, 8, 3, 10, 0, 59, 999))).toBe(
      '<!date^1788429659^{date_short_pretty} at {time}|2026-09-03 10:00 UTC>',
    );
  });

  it('become links only when they are web addresses', () => {
    expect(link('https://example.com/a?b=1&c=2', 'Blog | here')).toBe(
      '<https://example.com/a?b=1&amp;c=2|Blog ¦ here>',
    );
    expect(link('javascript:alert(1)', 'Blog')).toBe('Blog');
    expect(link('https://example.com/>|<!channel', 'Blog')).toBe('Blog');
  });

  it('leave no brackets in labels', () => {
    expect(plainLabel('<!channel>\n x')).toBe('‹!channel› x');
    expect(plainLabel(' \u0000 ')).toBe('…');
  });
});
