/** Secrets as the tools and people of a helpdesk paste them, and what they paste that only looks like it. */
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/understanding/redact.js';

const session = '102aBcDeFgHiJkLmNoPqRsTuVw';
// In halves, so that no scanner takes this file for a leak.
const keyLine = `MHcCAQEEIBkg4LVWM9nu${'wNSk3yByxZpYRTBnVuk8'}`;
const key = `870MB6gfuTJ4HtUn${'UvYMyJpr5eUZNP4'}`;

/** What it is, the text, and what of it must be gone. */
type Planted = readonly [what: string, text: string, ...secrets: string[]];

const planted: readonly Planted[] = [
  // cookies
  ['a cookie export', `{"domain":".okta.com","name":"sid","path":"/","value":"${session}"}`, session],
  [
    'a cookie export with all its members',
    `{"domain":".okta.com","hostOnly":false,"name":"idx","secure":true,"storeId":"0","value":"${session}","id":1}`,
    session,
  ],
  ['a cookie export on lines', `{\n    "name": "sid",\n    "path": "/",\n    "value": "${session}"\n}`, session],
  ['a cookie export, the value first', `{"value":"${session}","path":"/","name":"sid"}`, session],
  ['a cookie in a sentence', `the sid cookie was ${session}`, session],
  ['a cookie of PHP', 'PHPSESSID=r2t5uvjq435r4q7ib3vtdjq120', 'r2t5uvjq435r4q7ib3vtdjq120'],
  ['a cookie of ADFS', 'FedAuth=77u/PD94bWwgdmVyc2lvbj0iMS4w', 'PD94bWwgdmVyc2lvbj0iMS4w'],
  ['a cookie of Entra ID', `ESTSAUTHPERSISTENT=0.${session}`, session],
  ['a session in a path', 'https://acme.example/app;jsessionid=0A1B2C3D4E5F', '0A1B2C3D4E5F'],
  // YAML
  ['a block of YAML', 'password: |\n  hunter22\nuser: ann', 'hunter22'],
  [
    'a folded block of YAML',
    '  client_secret: >-\n    hunter22\n    swordfish9\n  user: ann',
    'hunter22',
    'swordfish9',
  ],
  ['a tagged value of YAML', 'password: !!str hunter22', 'hunter22'],
  ['a quote doubled in YAML', "password: 'abc''def1'", 'def1'],
  // XML and HTML
  ['an element with attributes', '<ns:Password xml:lang="en">hunter22</ns:Password>', 'hunter22'],
  ['a WS-Security header, cut off', '<wsse:Password Type="http://acme.example/x#PasswordText">hunter22', 'hunter22'],
  ['an element that is named by an attribute', '<string name="password">hunter22</string>', 'hunter22'],
  ['a property of Spring', '<property name="password"><value>hunter22</value></property>', 'hunter22'],
  ['a table of HTML', '<th>Password</th>\n<td>hunter22</td>', 'hunter22'],
  ['a field, its value first', '<input value="hunter22" type="password" name="password">', 'hunter22'],
  ['a label in bold', '<b>Password</b>: hunter22', 'hunter22'],
  ['a label in bold with its colon', '<b>Password:</b> <code>hunter22</code>', 'hunter22'],
  // JSON
  ['a list of JSON', '"passwords":["hunter22","swordfish9"]', 'hunter22', 'swordfish9'],
  ['a symmetric key of a JWK', `{"kty":"oct","k":"${key}"}`, key],
  ['a short number of a JWK', `{"d":"${key}","kty":"EC","crv":"P-256"}`, key],
  ['the base of Rails', 'SECRET_KEY_BASE=aaaabbbbccccdddd1111222233334444', 'aaaabbbbccccdddd1111222233334444'],
  // commands
  ['az', 'az login -u ann@acme.example -p hunter22', 'hunter22'],
  ['docker', 'docker login -u ann -p hunter22 registry.acme.example', 'hunter22'],
  ['keytool', 'keytool -list -storepass hunter -keypass swordfish', 'hunter', 'swordfish'],
  ['smbclient', 'smbclient //files/share -U ann%hunter22', 'hunter22'],
  ['zip', 'zip -P hunter22 a.zip a', 'hunter22'],
  ['sqlcmd', 'sqlcmd -S db1 -U sa -P hunter22', 'hunter22'],
  ['openssl', 'openssl rsa -in a.pem -passin pass:hunter', 'hunter'],
  ['PowerShell', 'ConvertTo-SecureString -String hunter22 -AsPlainText -Force', 'hunter22'],
  // one-time codes
  ['a code in two groups', 'verification code is 482 915', '482 915'],
  ['a code that failed', 'code 482915 did not work', '482915'],
  ['a code in German', 'mein Code ist 482915', '482915'],
  ['a code by its length', 'the 6 digit code: 482915', '482915'],
  ['a text message', 'SMS: 482915', '482915'],
  ['what Okta Verify shows', 'okta verify says 482915', '482915'],
  ['a message that brings a code', 'G-482915 is your Google verification code', '482915'],
  ['a recovery code in two groups', 'recovery code 7312 0491', '7312 0491'],
  ['a message in German', '482915 ist Ihr Bestätigungscode', '482915'],
  ['a bypass code', 'use bypass code 4829157', '4829157'],
  ['a seed in lower case', 'setup key: jbswy3dpehpk3pxp', 'jbswy3dpehpk3pxp'],
  // languages
  ['an owner of two words', 'Passwort für Frau Meier ist Sommer22', 'Sommer22'],
  ['an owner of three words', 'Passwort für Frau Dr. Meier: Sommer', 'Sommer'],
  ['Japanese', 'パスワードはhunter22です', 'hunter22'],
  ['Korean', '비밀번호는 hunter22입니다', 'hunter22'],
  ['Chinese', '密码是hunter22', 'hunter22'],
  ['Swedish', 'lösenordet är hunter22', 'hunter22'],
  ['Norwegian', 'passordet er hunter22', 'hunter22'],
  ['Danish', 'adgangskoden er hunter22', 'hunter22'],
  ['Finnish', 'salasana on hunter22', 'hunter22'],
  ['Czech', 'heslo je hunter22', 'hunter22'],
  ['Turkish', 'şifrem hunter22', 'hunter22'],
  ['Arabic', 'كلمة المرور هي hunter22', 'hunter22'],
  ['Vietnamese', 'mật khẩu: hunter22', 'hunter22'],
  // prose
  ['an old password and a new one', 'password changed from hunter22 to swordfish9', 'hunter22', 'swordfish9'],
  ['a password before its name', 'he typed Sommer22 as his password', 'Sommer22'],
  ['words that are the password', 'Password: correct horse battery staple', 'horse', 'staple'],
  ['a temporary password', 'reset her to Winter2025 temporarily', 'Winter2025'],
  ['an account and its password', 'ann@acme.example:Winter2025!', 'Winter2025'],
  ['a cell behind its label', 'password,Abcd1234', 'Abcd1234'],
  // links and keys
  [
    'a link that verifies a mail address',
    'https://acme.okta.com/email/verify/0oa1bcdefGHIjklmn5d7/8rSx3kQ9mTzLpW',
    '8rSx3kQ9mTzLpW',
  ],
  ['a short token that resets', 'https://acme.okta.com/signin/reset-password/8rSx3kQ9mTz', '8rSx3kQ9mTz'],
  ['a magic link', 'https://acme.example/magic/8rSx3kQ9mTzLpW', '8rSx3kQ9mTzLpW'],
  ['a key block that lost dashes', `--BEGIN EC PRIVATE KEY--\n${keyLine}\n--END EC PRIVATE KEY--`, keyLine],
];

describe('a secret in a paste', () => {
  it.each(planted)('is taken out of %s: %j', (_what, text, ...secrets) => {
    const { text: rest, redactions } = redact(text);
    for (const secret of secrets) expect(rest).not.toContain(secret);
    expect(redactions).not.toEqual([]);
    expect(redact(rest)).toEqual({ text: rest, redactions: [] });
  });
});

describe('a paste without secrets', () => {
  it.each([
    // codes of errors and things, numbers of tickets and phones
    'code 400',
    'error code 500123',
    'the error code was 482915',
    'Fehlercode 482915',
    'HTTP status code 404 did not work',
    'E0000069',
    'AADSTS50126 error code 50126',
    'ticket 482915 did not work',
    '482915 is your ticket number',
    'postal code 101150',
    'call +1 415 482 915',
    'SMS: sent to +49 151 4829153',
    'SMS: 48 users',
    'Okta Verify says 400',
    'Okta Verify 9.12.1',
    'the code from 2023 is old',
    'the 6 digit code is not accepted',
    // passwords that are spoken of
    'Passwort: zurückgesetzt',
    'Passwort für Frau Meier ist abgelaufen',
    'mot de passe est refusé',
    'contraseña es rechazada',
    'hasło jest nieprawidłowe',
    'lösenordet är felaktigt',
    'passordet er utløpt',
    'heslo je neplatné',
    'パスワードは正しくありません',
    '密码是错误的',
    'password from AD to Okta is synced',
    'the password of our scan user was changed yesterday',
    'password for the new laptop is not accepted',
    'Password: must be at least eight characters long',
    'Password: never expires for this account',
    'he typed it as his password',
    'reset her to the default',
    'password,username,email',
    'password,secondaryEmail1',
    'password changed from AD to Okta',
    'the password will be synchronised on Monday',
    'the password on the laptop is OK',
    // markup
    '<input type="password" name="password" placeholder="Enter password">',
    '<th>Password</th>\n<th>Factor1</th>',
    '<td>Password</td><td>Expired</td>',
    '<string name="password">Password</string>',
    '<wsse:Password Type="http://acme.example/x#PasswordText"></wsse:Password>',
    '`postgres://<user>:<password>@<host>`',
    '<b>Password</b>: required',
    '"passwords":["required"]',
    'password: |\nuser: ann',
    'password: !!null',
    '{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"}',
    // commands
    'docker run -p 80801:80802 nginx',
    'docker login registry.acme.example',
    'smbclient -L //files/share -U ann',
    'ConvertTo-SecureString -String $password -AsPlainText',
    'ConvertTo-SecureString failed for user1',
    // cookies, accounts, links
    'the sid cookie was not sent',
    '{"name":"region","path":"/","value":"eu-west-1-production"}',
    'ann@acme.example:443',
    'git@github.example:Team/Repo2.git',
    'ann@acme.example:locked',
    'https://acme.okta.com/signin/reset-password',
    '/api/v1/users/00u1abcdEFGhijKLMnop/lifecycle/reset_password',
  ])('stays as it is: %j', (text) => {
    expect(redact(text)).toEqual({ text, redactions: [] });
  });
});

describe('a long paste in which little is encoded', () => {
  const filler = 'nothing to see here\n'.repeat(2_000);

  it.each([
    ['before', `password%3Dhunter22\n${filler}`],
    ['behind', `${filler}password%3Dhunter22`],
    ['amid', `${filler}password%3Dhunter22\n${filler}pwd&#61;hunter22\n${filler}`],
    ['before, encoded twice', `password%253Dhunter22\n${filler}`],
  ])('loses the secret that stands %s the rest, and nothing else', (_where, text) => {
    const { text: rest } = redact(text);
    expect(rest).not.toContain('hunter22');
    expect(rest.replaceAll('[redacted]', 'hunter22')).toBe(text);
  });
});
