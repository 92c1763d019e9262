import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/desk/reply.js';
import { renderReply } from '../../../src/slack/views/index.js';
import { article, gap, ordinaryReplies, proposedExample } from '../helpers/samples.js';
import { buttonsOf, expectSlackAccepts } from '../helpers/slack-rules.js';

const shown = { thread: '1700000000.000100', ephemeral: true };
const gapsReply = (changes: Partial<Extract<Reply, { kind: 'gaps' }>> = {}): Reply => ({
  ...ordinaryReplies.gaps,
  ...changes,
});
const labelsOf = (reply: Reply) => {
  const message = renderReply(reply, shown);
  return message === undefined ? [] : buttonsOf(message).map(({ text }) => text.text);
};

describe('the list of gaps', () => {
  it('says of each how it was asked, how often, what did not help and what is near', () => {
    const text = renderReply(gapsReply(), shown)?.text ?? '';

    expect(text).toMatch(/^\*One gap is open\.\*/);
    expect(text).toContain('*1.* “the tunnel app shows a purple triangle”');
    expect(text).toMatch(/asked 3 times by 2 people, handed over once · first <!date.*, last <!date/);
    expect(text).toContain('also: “purple triangle in tunnel since the update”');
    expect(text).toContain('Did not help: “SCIM domain mismatch”');
    expect(text).toContain('Nearest: “IdP not found”');
    expect(text).toContain('2 questions since answered by the articles.');
  });

  it('shows proposed examples above, with why', () => {
    const text = renderReply(gapsReply(), shown)?.text ?? '';

    expect(text).toContain('*Proposed example:* “directory is not on the list of that provider” → “IdP not found”');
    expect(text.indexOf('Proposed example')).toBeLessThan(text.indexOf('*1.*'));
  });

  it('has buttons for what can be done with each, and none for what cannot', () => {
    expect(labelsOf(gapsReply({ proposals: [] }))).toEqual(['Draft an article', 'Add to the nearest', 'Not a gap']);
    const { nearest: _, ...far } = gap();
    expect(labelsOf(gapsReply({ gaps: [far], proposals: [] }))).toEqual(['Draft an article', 'Not a gap']);
    expect(labelsOf(gapsReply({ gaps: [] }))).toEqual(['Draft the example', 'Not an example']);
  });

  it('shows each whole or not at all, and says how many are left and where', () => {
    const long = 'A question with a good many words in it. '.repeat(40);
    const many = Array.from({ length: 60 }, () => gap({ texts: [long, long, long] }));
    const message = renderReply(gapsReply({ gaps: many, proposals: [proposedExample()] }), shown);

    if (message === undefined) throw new Error('There is a message.');
    expectSlackAccepts(message);
    const drawn = message.blocks.filter((block) => block.type === 'actions').length - 1;
    expect(drawn).toBeGreaterThanOrEqual(4);
    expect(message.text).toContain('60 gaps are open.');
    expect(JSON.stringify(message.blocks)).toContain(`${60 - drawn} more: \`wo-okta gaps\` in a shell.`);
    expect(JSON.stringify(message.blocks)).not.toContain('Cut to fit');
  });

  it('promises for names only what is done about them', () => {
    expect(renderReply(gapsReply(), shown)?.text).toContain(
      'What looks like an e-mail address, a login or a host is exchanged for an example; names in a sentence stay.',
    );
  });

  it('says when there is none', () => {
    expect(renderReply(gapsReply({ gaps: [], proposals: [], answered: 0 }), shown)?.text).toMatch(
      /^\*No gap is open\.\*/,
    );
  });
});

describe('a draft', () => {
  it('is text to copy, letter by letter, and names the command that writes it', () => {
    const text = '---\nid: x\ntitle: "a < b & *c* _d_"\n---\n';
    const files = [{ file: 'knowledge/x.md', text }];
    const blocks = renderReply({ ...ordinaryReplies.draft, files }, shown)?.blocks ?? [];

    expect(blocks).toContainEqual(
      expect.objectContaining({
        text: expect.objectContaining({ text: '```\n---\nid: x\ntitle: "a &lt; b &amp; *c* _d_"\n---\n```' }),
      }),
    );
    expect(JSON.stringify(blocks)).toContain('`wo-okta gaps draft 3f2a9c01 --out drafts`');
  });

  it('names the command as it is called on the data folder in use', () => {
    const shellCall = 'DATA_DIR=/srv/data/playground npm run -s wo-okta --';
    const text = renderReply({ ...ordinaryReplies.draft, shellCall }, shown)?.text ?? '';

    expect(text).toContain(`\`${shellCall} gaps draft 3f2a9c01 --out drafts\``);
  });

  it('that is too long for a message is not cut: it says where it is', () => {
    const files = [{ file: 'intents/x.yaml', text: '  - one more line\n'.repeat(400) }];
    const reply: Reply = { ...ordinaryReplies.draft, what: 'example', files };
    const message = renderReply(reply, shown);

    expect(message?.text).toContain('`intents/x.yaml`: too long for a message; the shell has it.');
    expect(message?.text).toContain('wo-okta gaps draft 3f2a9c01 --example --out drafts');
    expect(message?.text).not.toContain('one more line');
  });
});

describe('“That’s the right one”', () => {
  it('stands under an article only where a question went wrong before', () => {
    expect(labelsOf({ kind: 'article', article: article(), isSought: true })).toContain('That’s the right one');
    expect(labelsOf({ kind: 'article', article: article() })).not.toContain('That’s the right one');
  });
});
