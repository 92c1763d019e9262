import { describe, expect, it } from 'vitest';
import { extractEntities, withoutPeople } from '../../src/understanding/entities.js';

describe('the people named in a text', () => {
  it.each([
    ['an e-mail address', 'ask jdoe@acme.example please', ['jdoe@acme.example']],
    ['in angle brackets', '<ann.b+test@mail.acme.example>', ['ann.b+test@mail.acme.example']],
    ['at the end of a sentence', 'it is j_doe@acme.example.', ['j_doe@acme.example']],
    ['a Windows login', 'ACME\\jdoe cannot sign in', ['ACME\\jdoe']],
    ['a Slack mention', 'hi <@U012ABCDEF>, and <@W999|ann>', ['<@U012ABCDEF>', '<@W999|ann>']],
    [
      'each once, in order',
      'b@x.example <@U012AB> a@x.example b@x.example',
      ['b@x.example', '<@U012AB>', 'a@x.example'],
    ],
    ['no path of a share or a drive', 'see \\\\files\\share\\x and C:\\Windows\\System32', []],
    ['no channel and no broadcast', '<#C012|general> <!channel> <!here>', []],
    ['no address without a domain', 'root@localhost, @here, a@', []],
  ])('%s', (_what, text, users) => {
    expect(extractEntities(text).users).toEqual(users);
  });

  it('are ten at most', () => {
    const text = Array.from({ length: 50 }, (_, n) => `user${n}@acme.example`).join(', ');
    expect(extractEntities(text).users).toHaveLength(10);
  });
});

describe('the error codes named in a text', () => {
  it.each([
    ['Okta', 'result GENERAL_NONSUCCESS', ['GENERAL_NONSUCCESS']],
    ['Okta, in lower case', 'it says general_nonsuccess', ['general_nonsuccess']],
    ['the Okta API', 'E0000011: Invalid token', ['E0000011']],
    ['the Okta API, read in a picture', 'Error code: EO000069', ['EO000069']],
    ['Workspace ONE Access', 'federationArtifact.not.found', ['federationArtifact.not.found']],
    ['Access, with a number', '404.idp.not.found', ['404.idp.not.found']],
    ['with digits in it', '*GENERAL_NONSUCCESS2* or KDC2_ERR17_NOAUTH', ['GENERAL_NONSUCCESS2', 'KDC2_ERR17_NOAUTH']],
    ['HTTP with a word before', 'HTTP 403 and status code: 500', ['403', '500']],
    ['HTTP with its name behind', 'a 400 Bad Request page', ['400']],
    ['no number of something else', 'about 400 users since 2019, room 403', []],
    ['no version and no size', 'TLS_12, ISO_8859_1, IPAD_10', []],
    ['no field of a log', 'CONTENT_TYPE SAML_REQUEST LOGIN_ERROR', []],
    ['no name of a variable', 'set some_variable_name and Some_Thing', []],
  ])('%s', (_what, text, codes) => {
    expect(extractEntities(text).errorCodes).toEqual(codes);
  });
});

describe('the products named in a text', () => {
  it.each([
    ['Okta says no', ['okta']],
    ['our Workspace ONE portal', ['access']],
    ['WS1 and vIDM', ['access']],
    ['Workspace ONE UEM console', ['uem']],
    ['ws1 uem', ['uem']],
    ['AirWatch and Okta', ['okta', 'uem']],
    ['a new workspace for the team', []],
  ])('%s → %j', (text, products) => {
    expect(extractEntities(text).products).toEqual(products);
  });
});

it('a text without people keeps what it says', () => {
  expect(withoutPeople('why can ann@acme.example, ACME\\jdoe or <@U02AB3CD4> not sign in?')).toBe(
    'why can someone, someone or someone not sign in?',
  );
});
