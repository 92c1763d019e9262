import { describe, expect, it } from 'vitest';
import type { LookupReport } from '../../../src/model/lookup.js';
import { renderReply } from '../../../src/slack/views/index.js';
import { reportReply } from '../helpers/samples.js';
import { mrkdwnOf } from '../helpers/slack-rules.js';

const drawn = (changes: Partial<LookupReport>) => {
  const message = renderReply(reportReply(changes), { thread: '1700000000.000100', ephemeral: true });
  if (message === undefined) throw new Error('Nothing was drawn.');
  return mrkdwnOf(message).join('\n');
};
const window = { from: '2026-11-21T09:00:00.000Z', to: '2026-11-24T09:00:00.000Z', more: false };

describe('a report', () => {
  it('begins with what is wrong, and has the event that shows it on the next line, as plain text', () => {
    const because = 'Okta, 2026-11-24 08:45 UTC: <!here> NOT_VERIFIED';

    const [first, second] = drawn({ status: 'finding', summary: 'Two methods in one rule.', because }).split('\n');

    expect(first).toBe(':x: *Two methods in one rule.*');
    expect(second).toBe('Okta, 2026-11-24 08:45 UTC: &lt;!here&gt; NOT_VERIFIED');
  });

  it('has no heading with nothing below it', () => {
    expect(drawn({ sections: [{ title: 'Last failures', lines: [] }] })).not.toContain('Last failures');
  });

  it.each([
    [window, 'Events from 2026-11-21 09:00 to 2026-11-24 09:00 UTC. These are all.'],
    [{ ...window, more: true }, 'UTC. More exist than were read. See the consoles.'],
    [{ ...window, only: ['access'] }, 'Events of Workspace ONE Access only, from 2026-11-21 09:00'],
    [{ ...window, left: 10 }, 'UTC. 10 in the middle are not shown.'],
  ] as const)('says which events it has: %j', (given, text) => {
    expect(drawn({ window: given })).toContain(text);
  });
});
