import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/playground/slack/index.js';
import { articlesIn, ask, openWorkspace, press, replies, reply, shown, type Workspace } from './support/workspace.js';

const federation = 'federationArtifact.not.found Federation Artifact not found';

describe('commands', () => {
  let workspace: Workspace;
  beforeEach(async () => {
    workspace = await openWorkspace();
  });
  afterEach(() => workspace.close());

  /** Types a slash command; what only the person at the page sees then. */
  async function command(line: string, channel = 'helpdesk'): Promise<Message> {
    const { driver } = workspace;
    const before = driver.ephemerals().length;
    await driver.command({ channel, line });
    return driver.waitFor(() => driver.ephemerals()[before], { for: `an answer to ${line}` });
  }

  it('/wo-okta fix shows the fix to the one who asked, who can share it with the channel', async () => {
    const { driver } = workspace;
    const answer = await command(`/wo-okta fix ${federation}`);
    expect(articlesIn(answer)).toEqual(['federation-artifact-not-found']);
    await press(workspace, answer, 'Share in channel');
    const shared = await driver.waitFor(
      () => driver.messages('helpdesk').find(({ text }) => text.includes('Shared by')),
      { for: 'the shared article' },
    );
    expect(articlesIn(shared)).toEqual(['federation-artifact-not-found']);
  });

  it('/wo-okta article opens one by its id, lists those that fit words, and all of them', async () => {
    expect(articlesIn(await command('/wo-okta article scim-domain-mismatch'))).toEqual(['scim-domain-mismatch']);
    expect(shown(await command('/wo-okta article scim'))).toContain('3 articles fit');
    expect(shown(await command('/wo-okta article'))).toContain('26 articles');
  });

  it('/wo-okta help and a bare /wo-okta say what the bot can do', async () => {
    for (const line of ['/wo-okta help', '/wo-okta']) expect(shown(await command(line))).toContain('Paste an error');
  });

  it('suggests the nearest subcommand for a mistyped one', async () => {
    expect(shown(await command('/wo-okta artcle idp-not-found'))).toMatch(/Did you mean .?article/);
  });

  it('does by mention what the slash form does, also in a thread', async () => {
    const { answer: help } = await ask(workspace, '@wo-okta help');
    expect(shown(help)).toContain('Paste an error');
    const post = workspace.driver.say({ channel: 'helpdesk', text: 'one moment', user: 'benito' });
    workspace.driver.say({ channel: 'helpdesk', text: `@wo-okta fix ${federation}`, threadTs: post.ts });
    expect(articlesIn(await reply(workspace, post))).toEqual(['federation-artifact-not-found']);
  });

  it('answers an error in a watched channel, keeps quiet about lunch, and about all after unwatch', async () => {
    const { driver } = workspace;
    await driver.command({ channel: 'helpdesk', line: '/wo-okta watch' });
    const said = (part: string) => driver.messages('helpdesk').find(({ text }) => text.includes(part));
    await driver.waitFor(() => said('I now read every message'), { for: 'the channel to be told' });

    const lunch = driver.say({ channel: 'helpdesk', user: 'benito', text: 'lunch at 12?' });
    const vague = driver.say({ channel: 'helpdesk', user: 'benito', text: 'GENERAL_NONSUCCESS again, same as Friday' });
    const { answer } = await ask(workspace, federation, { user: 'carla' });
    expect(articlesIn(answer)).toEqual(['federation-artifact-not-found']);

    await driver.command({ channel: 'helpdesk', line: '/wo-okta unwatch' });
    await driver.waitFor(() => said('I no longer read this channel'), { for: 'the channel to be told' });
    const after = driver.say({ channel: 'helpdesk', user: 'devesh', text: federation });
    await driver.delivered();
    await workspace.stopBot();
    for (const post of [lunch, vague, after]) expect(replies(workspace, post)).toEqual([]);
  });

  it('keeps a watched channel across a restart', async () => {
    const { driver } = workspace;
    await driver.command({ channel: 'helpdesk', line: '/wo-okta watch' });
    await driver.waitFor(() => driver.messages('helpdesk').find(({ text }) => text.includes('I now read')), {
      for: 'the channel to be told',
    });
    await workspace.stopBot();
    await workspace.startBot();
    const { answer } = await ask(workspace, federation, { user: 'carla' });
    expect(articlesIn(answer)).toEqual(['federation-artifact-not-found']);
  });

  it('says in a channel where it is no member that it needs an invitation to watch', async () => {
    expect(shown(await command('/wo-okta watch', 'general'))).toContain('/invite');
  });
});
