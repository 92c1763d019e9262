/** Learning from use, through Slack: asked without an answer, listed, drafted, put aside; found, proposed, reviewed. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/playground/slack/index.js';
import { lookupRights } from '../../src/playground/slack/index.js';
import { playground } from './support/playground.js';
import { ask, buttons, current, openWorkspace, press, reply, shown, type Workspace } from './support/workspace.js';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace({
    LOOKUP_ADMINS: lookupRights.admins.join(','),
    LOOKUP_CONTACT: lookupRights.contact,
  });
});
afterEach(() => workspace.close());

/** Does something that somebody alone gets a reply to; the reply. */
async function privately(act: () => unknown, user?: string): Promise<Message> {
  const { driver } = workspace;
  const before = driver.ephemerals(user).length;
  await act();
  return driver.waitFor(() => driver.ephemerals(user)[before], { for: 'a reply for one person' });
}
const gaps = (user?: string) =>
  privately(
    () =>
      workspace.driver.command({ channel: 'helpdesk', line: '/wo-okta gaps', ...(user === undefined ? {} : { user }) }),
    user,
  );

describe('/wo-okta gaps', () => {
  it('lists what several people asked, for administrators alone, and drafts an article of it', async () => {
    await ask(workspace, '@wo-okta the tunnel app shows a purple triangle since the update', { user: 'benito' });
    await ask(workspace, '@wo-okta purple triangle in the tunnel app, what is that?', { user: 'carla' });

    expect(shown(await gaps('benito'))).toMatch(
      /is for administrators\. Ask .* LOOKUP_ADMINS\. Your Slack id is U0BENITO02/,
    );
    const list = await gaps();
    expect(shown(list)).toContain('*One gap is open.*');
    expect(shown(list)).toContain('asked 2 times by 2 people');

    const draft = await privately(() => press(workspace, list, 'Draft an article'));
    expect(shown(draft)).toContain('`knowledge/purple-triangle-tunnel.md`');
    expect(shown(draft)).toContain('cause: "TODO: the cause, in one sentence."');
    expect(shown(draft)).toContain('- "purple triangle in the tunnel app, what is that?"');
    expect(workspace.driver.messages('helpdesk').filter(({ text }) => text.includes('TODO'))).toEqual([]);
  });

  it('forgets what is no gap, until somebody else asks like that', async () => {
    await ask(workspace, '@wo-okta the tunnel app shows a purple triangle since the update', { user: 'benito' });
    const list = await gaps();
    await press(workspace, list, 'Not a gap');
    const { driver } = workspace;
    await driver.waitFor(() => driver.ephemerals().find((one) => shown(one).includes('No gap is open')), {
      for: 'the list without it',
    });

    await ask(workspace, '@wo-okta purple triangle in the tunnel app, what is that?', { user: 'carla' });
    expect(shown(await gaps())).toContain('asked 2 times by 2 people');
  });
});

describe('the right article, opened where a question had no answer', () => {
  it('becomes a proposed example with one press, and the answer to the question stays what it was', async () => {
    const { post, answer } = await ask(workspace, '@wo-okta the tunnel has a purple triangle: no valid method?');
    const near = buttons(answer)[0] ?? '';
    await press(workspace, answer, near);
    const article = await reply(workspace, post, 2);
    await press(workspace, article, 'That’s the right one');
    await workspace.driver.waitFor(
      () => shown(current(workspace, article) ?? article).includes('proposed as an example') || undefined,
      { for: 'the note below the article' },
    );
    expect(buttons(current(workspace, article) ?? article)).toContain('Not solved');

    const list = await gaps();
    expect(shown(list)).toContain('*Proposed example:* “the tunnel has a purple triangle: no valid method?”');
    expect(shown(list)).toContain('*No gap is open.*');
    const draft = await privately(() => press(workspace, list, 'Draft the example'));
    expect(shown(draft)).toContain('- "the tunnel has a purple triangle: no valid method?"');

    const again = await ask(workspace, '@wo-okta the tunnel has a purple triangle: no valid method?');
    expect(shown(again.answer)).toContain('I don’t know this one.');
  });
});

describe('the command under a draft in the playground', () => {
  it('writes the draft, run as it stands there', async () => {
    const { page, close } = await playground();
    const out = await mkdtemp(join(tmpdir(), 'wo-okta-drafts-'));
    try {
      await page.act('post', { channel: 'C0HELPDESK', text: '@wo-okta the tunnel app shows a purple triangle' });
      await page.message(({ text }) => text.includes('I don’t know this one'));
      const list = await page.command('/wo-okta gaps');
      await page.press(list, 'Draft an article');
      const draft = await page.message(({ text }) => text.includes('Draft of an article'));

      const [, command = ''] = /in a shell: `([^`]+) --out drafts`/.exec(draft.text) ?? [];
      // Of the environment only what finds the programs: the command says all else itself.
      const env = { PATH: process.env['PATH'] };
      const { stdout } = await promisify(execFile)('sh', ['-c', `${command} --out ${out}`], { env });
      const [, file = ''] = /`(knowledge\/[^`]+)`/.exec(draft.text) ?? [];
      expect(stdout.split('\n')).toContain(join(out, file));
    } finally {
      await close();
      await rm(out, { recursive: true, force: true });
    }
  });
});
