import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appliance } from './support/texts.js';
import {
  articlesIn,
  ask,
  buttons,
  openWorkspace,
  press,
  reply,
  settled,
  shown,
  type Workspace,
} from './support/workspace.js';

const federation = 'federationArtifact.not.found Federation Artifact not found';

describe('asking the bot', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());

  it('answers an exact error text with the fix, in the thread of the post', async () => {
    const { post, answer } = await ask(workspace, `@wo-okta ${federation}`);
    expect(answer.threadTs).toBe(post.ts);
    expect(articlesIn(answer)).toEqual(['federation-artifact-not-found']);
    expect(shown(answer)).toContain('matches the error text');
    expect(shown(answer)).toContain('Identity &amp; Access Management → Identity Providers');
    expect(buttons(answer)).toEqual(['Solved', 'Not solved']);
  });

  it('finds the error in a screenful of log', async () => {
    const log = appliance({ lines: 40, at: 23, error: 'Required user attributes:[distinguishedName] are missing.' });
    const { answer } = await ask(workspace, `@wo-okta what is going on here?\n\`\`\`\n${log}\n\`\`\``);
    expect(articlesIn(answer)).toEqual(['scim-distinguished-name-missing']);
  });

  it('answers every error of a paste that holds several', async () => {
    const log = `${appliance({ lines: 12, at: 3, error: federation })}\n${appliance({ lines: 12, at: 8, error: 'Required user attributes:[distinguishedName] are missing.' })}`;
    const { answer } = await ask(workspace, `@wo-okta ${log}`);
    // The second has no room for its card beside the first: a line and a button.
    expect(articlesIn(answer)[0]).toBe('federation-artifact-not-found');
    expect(shown(answer)).toContain('required attribute distinguishedName is missing');
  });

  it('answers a description in plain words', async () => {
    const { answer } = await ask(
      workspace,
      '@wo-okta people get thrown back and forth between the two login pages on their work iPads',
    );
    expect(articlesIn(answer)).toEqual(['device-trust-redirect-loop']);
    expect(shown(answer)).toContain('closest phrasing');
  });

  it('asks when an error text means several problems, and a button brings the fix of the one chosen', async () => {
    const { post, answer: question } = await ask(workspace, '@wo-okta GENERAL_NONSUCCESS');
    expect(articlesIn(question)).toEqual([]);
    const label = buttons(question).find((choice) => /device trust/i.test(choice) && !/no device trust/i.test(choice));
    expect(buttons(question)).toHaveLength(2);
    await press(workspace, question, label ?? '');
    expect(articlesIn(await reply(workspace, post, 2))).toEqual(['device-trust-general-nonsuccess']);
    expect((await settled(workspace, question)).text).toContain('chose');
  });

  it('refines its question by what is said in the thread, without being mentioned again', async () => {
    const { post } = await ask(workspace, '@wo-okta GENERAL_NONSUCCESS');
    workspace.driver.say({ channel: 'helpdesk', text: "it's device trust", threadTs: post.ts });
    expect(articlesIn(await reply(workspace, post, 2))).toEqual(['device-trust-general-nonsuccess']);
  });

  it('answers a direct message without a mention', async () => {
    const channel = workspace.driver.directId();
    const { answer } = await ask(workspace, federation, { channel });
    expect(articlesIn(answer)).toEqual(['federation-artifact-not-found']);
  });

  it('says how to find what only the tenants know', async () => {
    const { answer } = await ask(workspace, '@wo-okta when does our Okta API token expire?');
    expect(shown(answer)).toContain('Okta Admin Console');
    expect(shown(answer)).toContain('Look for:');
  });

  it('says so when it does not know, names the nearest and offers a person', async () => {
    const { answer } = await ask(workspace, '@wo-okta the badge printer in the lobby smells of burnt plastic');
    expect(shown(answer)).toContain('I don’t know this one.');
    expect(buttons(answer)).toContain('Hand over to a colleague');
  });

  it('shows an article to the one who asks by id, by words, and with a version', async () => {
    for (const query of ['idp-not-found', 'IDP not found', 'idp-not-found@1']) {
      expect(articlesIn((await ask(workspace, `@wo-okta article ${query}`)).answer)).toEqual(['idp-not-found']);
    }
  });

  it('takes a mention in a thread for the text of the post above it', async () => {
    const post = workspace.driver.say({ channel: 'helpdesk', user: 'benito', text: `Screen says ${federation}` });
    workspace.driver.say({ channel: 'helpdesk', text: '@wo-okta', threadTs: post.ts });
    expect(articlesIn(await reply(workspace, post))).toEqual(['federation-artifact-not-found']);
  });

  it('finds the fix for somebody else’s message by the message shortcut', async () => {
    const post = workspace.driver.say({ channel: 'helpdesk', user: 'benito', text: `Screen says ${federation}` });
    await workspace.driver.shortcut({ callbackId: 'find_the_fix', channel: 'helpdesk', ts: post.ts });
    expect(articlesIn(await reply(workspace, post))).toEqual(['federation-artifact-not-found']);
  });
});
