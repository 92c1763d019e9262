import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ask,
  buttons,
  current,
  marked,
  openWorkspace,
  press,
  reply,
  settled,
  shown,
  type Workspace,
} from './support/workspace.js';

describe('what people say about an answer', () => {
  let workspace: Workspace;
  beforeEach(async () => {
    workspace = await openWorkspace();
  });
  afterEach(() => workspace.close());

  it('Solved: the post gets ✅, the buttons go, and the bot remembers', async () => {
    const { post, answer } = await ask(workspace, '@wo-okta IDP not found');
    await press(workspace, answer, 'Solved', { user: 'benito' });
    await marked(workspace, post, 'white_check_mark');
    expect(shown(await settled(workspace, answer))).toContain('Solved, says <@U0BENITO02>');
    expect(await workspace.stored()).toMatch(/"articleId":\s*"idp-not-found"/);
  });

  it('Not solved: names the nearest; handed over, the colleagues get the question and the post gets ❗', async () => {
    const { driver } = workspace;
    const { post, answer } = await ask(workspace, '@wo-okta IDP not found for the people in Basel');
    await press(workspace, answer, 'Not solved');
    const next = await reply(workspace, post, 2);
    expect(shown(next)).toContain('did not help');
    expect(buttons(next)).toHaveLength(3);
    await press(workspace, next, 'Hand over to a colleague');
    await marked(workspace, post, 'exclamation');
    const handed = await driver.waitFor(() => driver.messages('second-line')[0], {
      for: 'the question in #second-line',
    });
    expect(shown(handed)).toContain('IDP not found for the people in Basel');
    expect(shown(handed)).toContain(`/archives/${post.channel}/p${post.ts.replace('.', '')}`);
  });

  it('an open question that nobody answers goes to a colleague as well', async () => {
    const { driver } = workspace;
    const { post, answer } = await ask(workspace, '@wo-okta the tunnel app shows a purple triangle');
    await press(workspace, answer, 'Hand over to a colleague');
    await marked(workspace, post, 'exclamation');
    await driver.waitFor(() => driver.messages('second-line')[0], { for: 'the question in #second-line' });
    expect(await workspace.stored()).toContain('purple triangle');
  });

  it('counts a press once, whoever else presses at the same time', async () => {
    const { post, answer } = await ask(workspace, '@wo-okta IDP not found');
    await Promise.all([
      press(workspace, answer, 'Not solved', { user: 'benito' }),
      press(workspace, answer, 'Not solved', { user: 'carla' }),
    ]);
    await settled(workspace, answer);
    await workspace.stopBot();
    const said = workspace.driver
      .messages('helpdesk', post.ts)
      .filter((message) => shown(message).includes('did not help'));
    expect(said).toHaveLength(1);
  });

  it('marks the post with 👀 only while it works', async () => {
    const { post } = await ask(workspace, '@wo-okta IDP not found');
    const isGone = () => (current(workspace, post)?.reactions.length === 0 ? true : undefined);
    await workspace.driver.waitFor(isGone, { for: '👀 to go' });
  });
});
