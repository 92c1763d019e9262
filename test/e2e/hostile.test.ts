import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articlesIn, ask, openWorkspace, shown, type Workspace } from './support/workspace.js';

const federation = 'federationArtifact.not.found Federation Artifact not found';

/** What a message may address people or lead elsewhere with: a person it answers, and nothing else. */
const addresses = /<(?!@U0[A-Z0-9]+>|#C0[A-Z0-9]+(?:\|[^>]*)?>|http:\/\/127\.0\.0\.1:)/;

/** What moves the cursor, turns the direction of text or is half a character; line breaks are fine. */
const invisible = /(?!\n)[\p{Cc}\p{Bidi_Control}\p{Surrogate}]/u;

describe('texts that nobody should be able to hurt with', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());

  it.each([
    ['calls to everybody', `<!channel> <!here> @channel ${federation}`],
    ['mark-up', `*_~\`${federation}\`~_* <https://evil.example|Okta> > quoted &lt;!channel&gt;`],
    ['40,000 characters', `${federation}\n${'lorem ipsum dolor '.repeat(2_200)}`.slice(0, 39_900)],
    ['control characters', `${federation}\u0000\u0007\u001b[31m\u0085`],
    ['text that runs right to left', `\u202e${federation}\u202c شاشة تسجيل الدخول`],
    ['half a surrogate pair', `${federation} \ud83d`],
  ])('%s around an error still bring the fix, and nothing else', async (_name, text) => {
    const { answer } = await ask(workspace, `@wo-okta ${text}`);
    expect(articlesIn(answer)).toEqual(['federation-artifact-not-found']);
    expect(shown(answer)).not.toMatch(addresses);
    expect(shown(answer)).not.toMatch(invisible);
  });

  it.each([
    ['emoji only', '😀😀😀 👩‍👩‍👧‍👦'],
    ['punctuation only', '???!!! --- ...'],
    ['a wall of one letter', 'x'.repeat(39_000)],
    ['deep nesting', '[{"a":'.repeat(6_000)],
    ['binary', Array.from({ length: 4_000 }, (_, index) => String.fromCharCode(index % 256)).join('')],
    ['names of the language', '__proto__ constructor toString hasOwnProperty'],
  ])('%s gets an honest reply', async (_name, text) => {
    const { answer } = await ask(workspace, `@wo-okta ${text}`);
    expect(shown(answer)).toMatch(/I don’t know this one|paste an error/i);
    expect(shown(answer)).not.toMatch(addresses);
  });

  it('still answers after all that, and logged no fault', async () => {
    const { answer } = await ask(workspace, `@wo-okta ${federation}`);
    expect(articlesIn(answer)).toEqual(['federation-artifact-not-found']);
    expect(workspace.logged()).not.toContain('"level":"error"');
  });
});

describe('secrets that somebody pastes', () => {
  // Made up, but of the shape that the real ones have.
  const secrets = {
    'API token': '00Qw3rTy-Uiop_AsDfGhJkLzXcVbNm1234567890qW',
    'Slack token': ['xoxb', '123456789012', 'AbCdEfGhIjKlMnOpQrStUvWx'].join('-'),
    password: 'Winter2026!hunter2',
    'bearer token': 'ya29AbCdEfGh1234567890xyz',
    'private key': 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ',
  };
  const paste = [
    federation,
    `Authorization: SSWS ${secrets['API token']}`,
    `slack ${secrets['Slack token']}`,
    `password: ${secrets.password}`,
    `curl -H "Authorization: Bearer ${secrets['bearer token']}"`,
    `-----BEGIN PRIVATE KEY-----\n${secrets['private key']}\n-----END PRIVATE KEY-----`,
  ].join('\n');

  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());

  it('are in nothing the bot says, logs or keeps, and the person is told to revoke them', async () => {
    const { driver } = workspace;
    const { answer } = await ask(workspace, `@wo-okta ${paste}`);
    expect(articlesIn(answer)).toEqual(['federation-artifact-not-found']);
    expect(shown(answer)).toContain('The message holds a secret');
    for (const kind of Object.keys(secrets)) expect(shown(answer)).toContain(kind);

    const { answer: unknown } = await ask(workspace, `@wo-okta coffee machine ${paste.replace(federation, 'broken')}`);
    expect(shown(unknown)).toContain('The message holds a secret');
    await driver.command({ channel: 'helpdesk', line: `/wo-okta fix ${paste.replaceAll('\n', ' ')}` });
    await driver.command({ channel: 'helpdesk', line: `/wo-okta ${secrets['API token']}` });
    await driver.waitFor(() => driver.ephemerals()[1], { for: 'both answers' });
    await workspace.stopBot();

    const said = [...driver.messages('helpdesk'), ...driver.ephemerals()].filter(({ user }) => user === 'U0WOOKTA01');
    const everything = [JSON.stringify(said), workspace.logged(), await workspace.stored()].join('\n');
    for (const secret of Object.values(secrets)) expect(everything).not.toContain(secret);
  });
});
