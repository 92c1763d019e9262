import { describe, expect, it } from 'vitest';
import { parseAsText, parseCommand, parseUnaddressed } from '../../src/desk/commands.js';

describe('a command line', () => {
  it.each([
    ['', 'help', ''],
    ['   ', 'help', ''],
    ['help', 'help', ''],
    ['HELP', 'help', ''],
    [' fix  IDP not found ', 'fix', 'IDP not found'],
    ['fix line one\nline two', 'fix', 'line one\nline two'],
    ['fix\nIDP not found', 'fix', 'IDP not found'],
    ['article scim-domain-mismatch', 'article', 'scim-domain-mismatch'],
    ['article', 'article', ''],
    ['check ann@acme.example', 'check', 'ann@acme.example'],
    ['last-failure <@U02AB3CD4>', 'last-failure', '<@U02AB3CD4>'],
    ['devices', 'devices', ''],
    ['token', 'token', ''],
    ['idp', 'idp', ''],
    ['trail', 'trail', ''],
    ['gaps', 'gaps', ''],
    ['watch', 'watch', ''],
    ['Unwatch', 'unwatch', ''],
    ['`article scim-domain-mismatch`', 'article', 'scim-domain-mismatch'],
  ])('%j is the command %s', (line, name, rest) => {
    expect(parseCommand(line)).toEqual({ ok: true, name, rest });
  });

  it.each([
    ['hlep', 'help'],
    ['fx something', 'fix'],
    ['fxi', 'fix'],
    ['artcle x', 'article'],
    ['wach', 'watch'],
    ['chekc jdoe', 'check'],
    ['last-failur jdoe', 'last-failure'],
    ['last-failures jdoe', 'last-failure'],
    ['device jdoe', 'devices'],
    ['tokens', 'token'],
    ['gap', 'gaps'],
    ['ipd', 'idp'],
    ['unwacth', 'unwatch'],
    ['help!', 'help'],
  ])('%j is a slip of %s', (line, suggestion) => {
    expect(parseCommand(line)).toMatchObject({ ok: false, typed: line.split(' ')[0], suggestion });
  });

  it.each(['lunch', 'xyzzy', 'a', '🎉', 'federationArtifact.not.found'])('%j is no slip of any command', (line) => {
    expect(parseCommand(line)).toEqual({ ok: false, typed: line.slice(0, 40) });
  });

  it('of a megabyte is taken apart without repeating it', () => {
    const parsed = parseCommand('x'.repeat(1_000_000));
    expect(parsed).toEqual({ ok: false, typed: 'x'.repeat(40) });
    expect(parseCommand(`fix ${' '.repeat(500_000)}y${' '.repeat(500_000)}`)).toEqual({
      ok: true,
      name: 'fix',
      rest: 'y',
    });
  });
});

describe('a line to the bot', () => {
  it.each([
    ['help', 'help'],
    ['', 'help'],
    ['watch', 'watch'],
    ['fix it says IDP not found', 'fix'],
    ['article scim', 'article'],
    ['check ann@acme.example', 'check'],
    ['check jdoe', 'check'],
    ['devices <@U02AB3CD4>', 'devices'],
    ['last-failure ACME\\jdoe', 'last-failure'],
    ['check', 'check'],
    ['token', 'token'],
    ['trail', 'trail'],
  ])('%j is the command %s', (line, name) => {
    expect(parseAsText(line)).toMatchObject({ name });
  });

  it.each([
    'help me, nobody can sign in',
    'watch out, Okta is down',
    'unwatch the box please',
    'hlep',
    'IDP not found',
    'check it',
    'check again please',
    'devices keep asking for the password',
    'token expired?',
    'check ann@acme.example and ben@acme.example',
  ])('%j is text', (line) => {
    expect(parseAsText(line)).toBeUndefined();
  });
});

describe('a line in a thread of the bot’s that is addressed to nobody', () => {
  const parse = (line: string) =>
    parseUnaddressed(line, {
      isArticle: (words) => ['idp-not-found', 'scim'].includes(words),
      isProblem: (text) => text.includes('IDP not found'),
    });

  it.each([
    ['article idp-not-found', 'article', 'idp-not-found'],
    ['Article idp-not-found', 'article', 'idp-not-found'],
    ['`article idp-not-found`', 'article', 'idp-not-found'],
    ['article scim', 'article', 'scim'],
    ['article', 'article', ''],
    ['fix it says IDP not found', 'fix', 'it says IDP not found'],
    ['check ann@acme.example', 'check', 'ann@acme.example'],
    ['check <@U02AB3CD4>', 'check', '<@U02AB3CD4>'],
    ['check jdoe', 'check', 'jdoe'],
    ['last-failure ACME\\jdoe', 'last-failure', 'ACME\\jdoe'],
    ['devices k.amin', 'devices', 'k.amin'],
    ['token', 'token', ''],
    ['idp', 'idp', ''],
    ['trail', 'trail', ''],
    ['help', 'help', ''],
    ['unwatch', 'unwatch', ''],
  ])('%j is the command %s', (line, name, rest) => {
    expect(parse(line)).toEqual({ ok: true, name, rest });
  });

  it.each([
    '',
    '  ',
    '??',
    '!',
    'check',
    'check the policy please',
    'check it',
    'check again',
    'check ann@acme.example and ben@acme.example',
    'article was helpful',
    'article is wrong',
    'fix',
    'fix worked, closing this',
    'fix it please',
    'devices',
    'devices vanish',
    'devices keep asking for the password',
    'token expired?',
    'token is fine, I looked',
    'idp looks ok',
    'watch out, it is slow',
    'help me, nobody can sign in',
    'hlep',
    'it is device trust',
  ])('%j is what people say to each other', (line) => {
    expect(parse(line)).toBeUndefined();
  });

  it('of a megabyte is taken apart in no time', () => {
    const start = performance.now();
    for (const piece of [' ', '`', 'check ', 'article\n'])
      expect(parse(piece.repeat(1_000_000 / piece.length))).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
