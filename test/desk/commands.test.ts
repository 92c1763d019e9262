import { describe, expect, it } from 'vitest';
import { parseAsText, parseCommand } from '../../src/desk/commands.js';

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
    ['watch', 'watch', ''],
    ['Unwatch', 'unwatch', ''],
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
