import { describe, expect, it } from 'vitest';
import type { SecretKind } from '../../src/model/understanding.js';
import { redact } from '../../src/understanding/redact.js';

// Put together from halves, so that no scanner takes this file for a leak.
const okta = `00${'abCDefGHijKLmnOPqrSTuvWXyz0123456789AB-_'}`;
const jwt = `eyJhbGciOiJSUzI1NiJ9.${'eyJzdWIiOiIwMHUxIn0'}.abc-DEF_123`;
const saml = 'PHNhbWxwOlJlc3BvbnNlIHhtbG5zOnNhbWxwPSJ1cm46b2FzaXM6bmFtZXM';
const keyLine = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw';
const certificateLine = 'MIIDpjCCAo6gAwIBAgIGAYkTq93LmXz0PvRd7sEwDQYJKoZIhvcNAQELBQAwgZMx';
const dashes = '-----';
const keyBegin = `${dashes}BEGIN RSA PRIVATE KEY${dashes}`;
const keyEnd = `${dashes}END RSA PRIVATE KEY${dashes}`;
const slack = (prefix: string) => `${prefix}-1234567890-${'AbCdEfGhIjKl'}`;

/** The text and the secret in it. */
type Planted = readonly [text: string, secret: string];

const planted: Readonly<Record<SecretKind, readonly Planted[]>> = {
  'api-token': [
    [`curl -H "Authorization: SSWS ${okta}"`, okta],
    [`ssws ${okta}`, okta],
    [`the token ${okta} stopped working`, okta],
    [okta, okta],
    ['aw-tenant-code: abcDEFghi123456789JKLmno=', 'abcDEFghi123456789JKLmno='],
    ['"aw-tenant-code":"1234abcd=="', '1234abcd=='],
    ['aw-tenant-code abcDEFghi123456789JKLmno=', 'abcDEFghi123456789JKLmno='],
    ['access_token=abcdefghijklmnopqrst', 'abcdefghijklmnopqrst'],
    ['"refresh_token" : "abcDEF123456789012"', 'abcDEF123456789012'],
    ['{"sessionToken":"20111abcDEF123456789012"}', '20111abcDEF123456789012'],
    ['API token abcDEF123456789012', 'abcDEF123456789012'],
    ['x-api-key: abcDEF12345', 'abcDEF12345'],
    ['SCIM token is abcDEF123456789012', 'abcDEF123456789012'],
  ],
  'bearer-token': [
    ['Authorization: Bearer abcDEF123456.ghi-jkl', 'abcDEF123456.ghi-jkl'],
    ['authorization: bearer abcDEF123456ghijkl', 'abcDEF123456ghijkl'],
    ['"bearer":"abcDEF123456ghijkl"', 'abcDEF123456ghijkl'],
    ['Authorization: HZN abcDEF123456ghijkl', 'abcDEF123456ghijkl'],
  ],
  jwt: [
    [jwt, jwt],
    [`id ${jwt.slice(0, -12)}… (cut off)`, 'eyJzdWIiOiIwMHUxIn0'],
    [
      `eyJlbmMiOiJBMjU2R0NNIn0.${'OKOawDo13gRp2ojaHV7L'}.48V1_ALb6US04U3b.5eym8TW_c8SuK0lt.XFBoMYUZodetZdvT`,
      'XFBoMYUZodetZdvT',
    ],
  ],
  'slack-token': [
    ...['xoxb', 'xoxp', 'xoxe', 'xoxe.xoxp', 'xapp'].map(
      (prefix): Planted => [`SLACK=${slack(prefix)}`, slack(prefix)],
    ),
    [`https://hooks.slack.com/services/T000/B000/${'X'.repeat(24)}`, 'X'.repeat(24)],
  ],
  password: [
    // labels, in the languages of the field's helpdesks
    ...[
      'password',
      'Password',
      'PASSWORD',
      'new password',
      'newPassword',
      'DB_PASSWORD',
      'passwd',
      'pwd',
      'PW',
      'passphrase',
      'pass',
      'Passwort',
      'Kennwort',
      'mot de passe',
      'contraseña',
      'senha',
      'palavra-passe',
      'wachtwoord',
      'lösenord',
      'passord',
      'adgangskode',
      'salasana',
      'hasło',
      'heslo',
      'parola',
      'şifre',
      'пароль',
      '密码',
      'パスワード',
      '비밀번호',
      'סיסמה',
      'كلمة المرور',
      'password for jdoe',
      'Password (Okta)',
    ].flatMap((label): Planted[] => [
      [`${label}: hunter22`, 'hunter22'],
      [`${label} = hunter22`, 'hunter22'],
    ]),
    // what stands between
    ...[
      'password:hunter22',
      'password:\nhunter22',
      'password：hunter22',
      'password => hunter22',
      'password -> hunter22',
      'password – hunter22',
      '*password*: hunter22',
      '**Password:** hunter22',
      '`password`: `hunter22`',
      'password: “hunter22”',
      '"password":"hunter22"',
      '{\\"password\\":\\"hunter22\\"}',
      "'password': 'hunter22'",
      '"password": {"value": "hunter22"}',
      '<password>hunter22</password>',
      '<input name="password" value="hunter22">',
      '{"name":"password","value":"hunter22"}',
      '?user=a&password=hunter22&x=1',
      '--password hunter22',
      'password:\u200b hunter22',
      'password: \u202ehunter22',
      'password is hunter22',
      'the password was hunter22',
      'password is: hunter22',
      'password is now hunter22',
      'password is set to hunter22',
      'Passwort lautet hunter22',
      'Kennwort ist hunter22',
      'contraseña es hunter22',
      'my password hunter22!',
      'user: admin\npassword\nhunter22',
    ].map((text): Planted => [text, 'hunter22']),
    // the password itself
    ['password: summer', 'summer'],
    ['my password is banana', 'banana'],
    ['password is Not4You!!', 'Not4You'],
    ['password: required1!', 'required1'],
    ["password='correct horse battery'", 'horse'],
    ['"password": "hun,ter;22"', 'ter;22'],
    ['"password": "hun\\"ter22"', 'ter22'],
    ['password: hun;ter,22', 'ter,22'],
    ['password: "hunter22', 'hunter22'],
    ['password: 🔒пароль22', 'пароль22'],
    ['https://admin:hunter22@as1.example.com/api', 'hunter22'],
    ['ldaps://cn=admin:p%40ss@dc', 'p%40ss'],
    ['Authorization: Basic dXNlcjpwYXNzd29yZA==', 'dXNlcjpwYXNzd29yZA'],
    ['"Authorization":"basic dXNlcjpwYXNzd29yZA=="', 'dXNlcjpwYXNzd29yZA'],
  ],
  'client-secret': [
    ...['client_secret', 'clientSecret', 'OKTA_CLIENT_SECRET', 'Shared Secret'].flatMap((label): Planted[] => [
      [`${label}: hunter22`, 'hunter22'],
      [`${label} = hunter22`, 'hunter22'],
    ]),
    ['the shared secret of the sync client is kTq93LmXz0PvRd7s', 'kTq93LmXz0PvRd7s'],
    ['das Client-Geheimnis, wie besprochen: kTq93LmXz0PvRd7s', 'kTq93LmXz0PvRd7s'],
  ],
  'one-time-code': [
    ['PIN: 4829', '4829'],
    ['pin is 4829', '4829'],
    ['passcode 482913', '482913'],
    ['the Okta Verify code is 482913', '482913'],
    ['backup codes: 48291377, 59302488', '59302488'],
    ['recovery codes:\n4829-1377\n5930-2488', '5930-2488'],
    ['otpauth://totp/Okta:jdoe?secret=JBSWY3DPEHPK3PXP&issuer=Okta', 'JBSWY3DPEHPK3PXP'],
    ['setup key JBSW Y3DP EHPK 3PXP', 'EHPK'],
    [`unlocked with ${Array.from({ length: 8 }, () => '482913').join('-')}`, '482913-482913'],
  ],
  'sign-in-link': [
    ['https://acme.okta.com/welcome/XE6wE17zmphl3KqAPFxO', 'XE6wE17zmphl3KqAPFxO'],
    ['https://acme.okta.com/signin/reset-password/XE6wE17zmphl3KqAPFxO', 'XE6wE17zmphl3KqAPFxO'],
    ['https://acme.okta.com/oauth2/v1/device?user_code=ABCDEFGH', 'ABCDEFGH'],
  ],
  'private-key': [
    [`${keyBegin}\n${keyLine}\nabc=\n${keyEnd}\nafter`, keyLine],
    [`${keyBegin}\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,6A5B\n\n${keyLine}\n${keyEnd}`, keyLine],
    [`"key": "${dashes}BEGIN PRIVATE KEY${dashes}\\n${keyLine}\\n${dashes}END PRIVATE KEY${dashes}\\n"`, keyLine],
    [`${dashes}BEGIN OPENSSH PRIVATE KEY${dashes}\r\n${keyLine}\r\n${dashes}END OPENSSH PRIVATE KEY${dashes}`, keyLine],
    [
      `${dashes}BEGIN PGP PRIVATE KEY BLOCK${dashes}\nVersion: x\n\n${keyLine}\n${dashes}END PGP PRIVATE KEY BLOCK${dashes}`,
      keyLine,
    ],
    [`${keyBegin}\n${keyLine}\n${keyLine}`, keyLine],
    [`${keyBegin}\n${keyLine}\nabc... (cut)`, keyLine],
    [`${keyBegin}\n${keyLine}\n\nThat is what I used. Still fails!`, keyLine],
    [`here is the rest:\n${keyLine}\n${keyLine}\nabc=\n${keyEnd}`, keyLine],
    [`{"kty":"RSA","d":"${'X4cTteJY_gn4FYPsXB8rdXix5vwsg1FLN5E3EaG6RJo'}","n":"abc"}`, 'X4cTteJY'],
  ],
  cookie: [
    ['Cookie: sid=102abcDEF; DT=DI0abc', '102abcDEF'],
    ['Set-Cookie: HZN=eyJ0; Path=/; Secure', 'eyJ0'],
    ['"Cookie":"sid=102abcDEFGHIJKLM"', '102abcDEFGHIJKLM'],
    ['{"name":"Cookie","value":"sid=102abcDEFGHIJKLM"}', '102abcDEFGHIJKLM'],
    ['JSESSIONID=ABCDEF0123456789', 'ABCDEF0123456789'],
    ['sid="102abcDEFGHIJKLM"', '102abcDEFGHIJKLM'],
    ['{"name":"sid","value":"102abcDEFGHIJKLM"}', '102abcDEFGHIJKLM'],
  ],
  'saml-message': [
    [`SAMLResponse=${saml}`, saml],
    [`SAMLResponse=${saml}%2B%3D&RelayState=x`, saml],
    [`SAMLResponse: ${saml}\r\n${saml}\r\nabc=`, 'PHNhbWxw'],
    [`SAMLResponse\n${saml}`, saml],
    [`<input type="hidden" name="SAMLResponse" value="${saml}"/>`, saml],
    [`SAMLart=${saml}`, saml],
    [`<ds:SignatureValue>${saml}</ds:SignatureValue>`, saml],
  ],
};

/** Texts that speak of secrets, or look like some, and hold none. */
const harmless = [
  'the password is wrong',
  'The password is incorrect',
  'password is not accepted',
  'password: required',
  'Password: Wrong!',
  'Password required',
  'password: invalid',
  'password is asked twice',
  'password is working',
  'password is synced from AD',
  'password is accepted but then the page loops',
  'enter your password: then the page loops',
  'Passwort: falsch',
  'Passwort ist falsch',
  'mot de passe : incorrect',
  'contraseña: incorrecta',
  'my password works',
  'pin is locked',
  '"password": null',
  '"password": ""',
  'password: ********',
  'password: ••••••',
  'password: [hidden]',
  'password: <password>',
  'password=true',
  'Password:\nUsername:',
  'password reset: done',
  'passwordless: yes',
  'pwdLastSet: 0',
  '"passwordChanged":"2024-01-01T00:00:00.000Z"',
  'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
  'PIN code required',
  'pin: not set',
  'pass: fail',
  'Pass: 3, Fail: 2',
  'bypass: enabled',
  'secret santa is on friday',
  'password E0000004 error',
  'user 00u1abcdEFGhijKLMnop',
  'app 0oa1abcdEFGhijKLMnop',
  'token 00T1abcdEFGhijKLMnop',
  '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  'd41d8cd98f00b204e9800998ecf8427e',
  '00b0c44298fc1c149afbf4c8996fb92427ae41e4',
  'thumbprint 00B0C44298FC1C149AFBF4C8996FB92427AE41E4',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'SID=S-1-5-21-3623811015-3361044348-30300820-1013',
  'federationArtifact.not.found Federation Artifact not found',
  'GENERAL_NONSUCCESS',
  'token: expired',
  'API token expires: 2024-05-01',
  'Bearer authentication required',
  'Basic authentication failed',
  'SSWS tokens expire',
  'cookie: blocked',
  'Cookies are blocked in Safari',
  'SAMLResponse=missing',
  'SAMLRequest: is missing, see the log',
  'https://acme.workspaceoneaccess.com/SAAS/API/1.0/GET/metadata/idp.xml',
  'https://acme.example:8443/path?u=a@b.example',
  'mail jdoe@acme.example or ask ACME\\jdoe',
  // tables of settings, not of secrets
  '| Key | Value |\n| Region | eu-west-1 |',
  'Key\tValue\nRegion\teu-west-1',
  'setting  key\nretry  count',
  'Token\tExpires\nwo-okta\t2026-04-01',
  'Token Name\tToken\nws1\t00T1abcdEFGhijKLMnop',
  '| Setting | Password |\n|---|---|\n| Minimum | 12chars |\n| Age | 90 days |',
  '| User | Password |\n| --- | --- |\n| ann | expired |',
  'user,password\nthat is what the export begins with',
  'tests pass 100percent',
  'token endpoint /oauth2/v1/token returns 401',
  'Token URL /oauth2/aus1abcdefGHIjklm5d7/v1/token is wrong',
  `${dashes}BEGIN CERTIFICATE${dashes}\n${certificateLine}\n${dashes}END CERTIFICATE${dashes}`,
];

describe.each(Object.entries(planted))('a secret of the kind %s', (kind, texts) => {
  it.each(texts.map(([text, secret]) => ({ text, secret })))('is taken out of $text', ({ text, secret }) => {
    const { text: rest, redactions } = redact(text);
    expect(rest).not.toContain(secret);
    expect(rest).toContain('[redacted]');
    expect(redactions).toEqual([{ kind, count: expect.any(Number) }]);
  });
});

/** The same secret, as what it went through left it. What must be gone is given in pieces that survive no decoding. */
const disguised: readonly Planted[] = [
  ['pass\u200bword: hunter22', 'hunter22'],
  ['password: hun\u200bter\u00ad22x', 'ter'],
  ['password: \u202ehunter22\u202c', 'hunter22'],
  ['ｐａｓｓｗｏｒｄ：ｈｕｎｔｅｒ２２', 'ｔｅｒ２２'],
  ['password：ｈｕｎｔｅｒ２２', 'ｔｅｒ２２'],
  ['&lt;password&gt;hunter22&lt;/password&gt;', 'hunter22'],
  ['&quot;password&quot;:&quot;hunter22&quot;', 'hunter22'],
  ['password&#61;hunter22', 'hunter22'],
  ['fromURI=%2Flogin%3Fpassword%3Dhunter22%26next%3D1', 'hunter22'],
  ['next=%252Flogin%253Fpassword%253Dhunter22', 'hunter22'],
  [`q=SSWS%20${okta}`, okta],
  ['"body":"{\\"password\\":\\"hunter22\\"}"', 'hunter22'],
  ['"{\\\\\\"password\\\\\\":\\\\\\"hunter22\\\\\\"}"', 'hunter22'],
  ['"\\u0070assword\\u003dhunter22"', 'hunter22'],
  ['"log":"started\\npassword: hunter22\\nfailed"', 'hunter22'],
  ['<https://admin:hunter22@as1.example.com|https://admin:hunter22@as1.example.com>', 'hunter22'],
  ['<https://acme.okta.com/x?a=1&amp;token=abcDEF123456|link>', 'abcDEF123456'],
  [`Authorization: SSWS ${okta.slice(0, 21)}\n${okta.slice(21)}`, okta.slice(24)],
  [`> Bearer abcDEF123456ghijklMNO\n> pqrSTU789vwx`, 'pqrSTU789vwx'],
  [`${jwt.split('.').slice(0, 1)}.\n${'eyJzdWIiOiIwMHUxIiwiZW1haWwiOiJhbm5AYWNtZS5leGFtcGxlIn0'}`, 'YW5uQGFjbWUu'],
  ['password=3Dhunter22', 'hunter22'],
  ['Authorization: Bearer abcDEF123456ghi=\njklMNO789', 'jklMNO789'],
];

describe('a secret in disguise', () => {
  it.each(disguised)('is taken out of %j', (text, secret) => {
    const { text: once, redactions } = redact(text);
    expect(once).not.toContain(secret);
    expect(redactions).not.toEqual([]);
    expect(redact(once).text).toBe(once);
  });
});

describe('a text without secrets', () => {
  it.each(harmless)('stays as it is: %s', (text) => {
    expect(redact(text)).toEqual({ text, redactions: [] });
  });
});

describe('redaction', () => {
  it('counts the secrets of each kind', () => {
    const { text, redactions } = redact(`password: a1b2c3 Passwort: d4e5f6\nSSWS ${okta}, ${slack('xoxb')}`);
    expect(text).toBe('password: [redacted] Passwort: [redacted]\nSSWS [redacted], [redacted]');
    expect(redactions).toEqual([
      { kind: 'password', count: 2 },
      { kind: 'api-token', count: 1 },
      { kind: 'slack-token', count: 1 },
    ]);
  });

  it.each([
    ['the next field of a log', 'password=hunter22,error=GENERAL_NONSUCCESS', 'error=GENERAL_NONSUCCESS'],
    ['the next parameter', 'x?password=hunter22&error=invalid', '&error=invalid'],
    [
      'the line after a SAML message',
      `SAMLResponse=${saml}\nUser gets an artifact error`,
      '\nUser gets an artifact error',
    ],
    [
      'what was said after a key that was cut off',
      `${keyBegin}\n${keyLine}\nUser gets IDP not found`,
      '\nUser gets IDP not found',
    ],
    [
      'what a decoded assertion says',
      `<StatusMessage>GENERAL_NONSUCCESS</StatusMessage><ds:SignatureValue>${saml}</ds:SignatureValue>`,
      'GENERAL_NONSUCCESS',
    ],
    ['the host of an address', 'https://admin:hunter22@as1.example.com/api', '@as1.example.com/api'],
  ])('leaves %s', (_what, text, kept) => {
    expect(redact(text).text).toContain(kept);
  });

  it.each([
    ['a Markdown table', '| User | Password |\n|---|---|\n| ann | hunter22 |\n| bob | swordfish |'],
    ['a table with a cell left empty', '| User | Mail | Password |\n|---|---|---|\n| ann | | hunter22 |\n'],
    ['a frame of dashes', '+------+----------+\n| user | password |\n+------+----------+\n| ann  | hunter22 |'],
    ['a CSV file', 'user,mail,password\n\nann,,hunter22\nbob,"b, o",swordfish'],
    ['a CSV file with quotes', 'user,password\n"a, b","hunter22"\n"b ""x"" c",swordfish\nc,5"hunter22\nd,"swordfish'],
    ['a sheet whose heading ends on an empty cell', 'User\tPassword\t\nann\thunter22'],
    ['a CSV file with a password left out', 'user,password\nbob,\nann,hunter22'],
    ['a sheet', 'User\tPasswort\nann\thunter22'],
    ['columns aligned with spaces', 'User    Password\n----    --------\nann     hunter22'],
    ['a column of tokens', 'Name\tToken\nws1\tkTq93LmXz0PvRd7sWb41'],
  ])('takes the secrets out of %s', (_what, text) => {
    expect(redact(text).text).not.toMatch(/hunter22|swordfish|kTq93LmXz0/);
    expect(redact(text).text).toContain('[redacted]');
  });

  it.each(['://:a@', 'sid=aaaaaaaaaaaa;'])('takes out as many secrets as there are: %s', (secret) => {
    const { redactions } = redact(secret.repeat(130_000));
    expect(redactions).toEqual([{ kind: expect.any(String), count: 130_000 }]);
  });

  it('takes a key block out whole, and nothing else', () => {
    const block = `${keyBegin}\n${keyLine}\nabc=\n${keyEnd}`;
    expect(redact(`before ${block}\nbetween\n${block} after`)).toEqual({
      text: 'before [redacted]\nbetween\n[redacted] after',
      redactions: [{ kind: 'private-key', count: 2 }],
    });
  });

  it('finds nothing more in a text that was redacted', () => {
    for (const [text] of Object.values(planted).flat()) {
      const { text: once } = redact(text);
      expect(redact(once)).toEqual({ text: once, redactions: [] });
    }
  });

  it.each([
    'a',
    '0',
    '-',
    '\\',
    '"',
    ' ',
    '\n',
    '\u0301',
    '😀',
    `${dashes}BEGIN PRIVATE KEY${dashes}`,
    `${keyBegin}\n`,
    `${keyLine}\n`,
    'SAMLResponse=',
    'SAMLResponse=aaaa',
    'SSWS ',
    'Bearer ',
    'eyJ',
    'eyJ-',
    'eyJaaaaaaaaa.',
    'xoxb-',
    '00a',
    'cookie: ',
    'sid=',
    'password',
    'password:',
    'password is ',
    'password “',
    'password: "',
    'pwd ',
    'mot de ',
    'token',
    'token=',
    'api_token: aaaaaaa',
    'https://',
    'https://a:b',
    'a@',
    '<password>',
    '"d":"',
    'pin is ',
    'client secret ',
    'password (',
    'password for ',
    'user,password\n',
    '| password |\n',
    '| a | password |\n',
    'a password  b\n',
    'password\t',
    '%41',
    '&quot;',
    '\\"',
    '\u200b',
    'Authorization: ',
    'name="SAMLResponse" type="hidden" ',
    'PHNhbWxw',
    'MIIEvQIBADAN',
    'BQIAAA',
    'csrf',
    'mysql ',
    'curl -u a:',
    'ldapsearch -w ',
    'echo a | ',
    '"recovery_question":{',
    'otpauth://',
    'recovery code 1a2b3c ',
    'seed AB12CD34EF56GH23 ',
    'key A1b2C3d4E5f6G7h8 ',
    'login Pa55word!x ',
    'passphrase: aa ',
    'password: |\n  ',
    'password: correct ',
    '"value":"aaaaaaaaaaaaaaaa",',
    '"name":"sid","a":"b",',
    '"passwords":["a","b",',
    '<td>Password</td>',
    '<input value="a" ',
    'docker login ',
    'smbclient -U a%',
    'code 482915 ',
    'my code is ',
    'a1b2c3 as a password',
    'a@b.example:aA1!',
    '/verify/a/',
    '--BEGIN EC PRIVATE KEY--',
    'password for a ',
    'lösenordet är ',
  ])('takes time in proportion to the length of %j repeated', (piece) => {
    const text = (length: number) => piece.repeat(Math.ceil(length / piece.length));
    redact(text(20_000));
    const timeFor = (length: number) => {
      const before = process.cpuUsage().user;
      redact(text(length));
      return process.cpuUsage().user - before;
    };
    // Quadratic time would be 64 times as much; a floor keeps a machine that hiccups from failing it.
    const short = Math.max(20_000, Math.min(timeFor(64_000), timeFor(64_000)));
    expect(timeFor(512_000)).toBeLessThan(short * 40);
  });
});
