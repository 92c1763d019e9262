import { describe, expect, it } from 'vitest';
import { redactionWarning as shellWarning } from '../../../src/cli/cards.js';
import { createPaint } from '../../../src/cli/output.js';
import { secretRemedies } from '../../../src/model/secret-remedies.js';
import type { SecretKind } from '../../../src/model/understanding.js';
import { redactionWarning } from '../../../src/slack/views/redaction-warning.js';

const kinds = Object.keys(secretRemedies) as SecretKind[];
const all = kinds.map((kind) => ({ kind, count: 2 }));

describe('the warning about secrets', () => {
  it.each(kinds)('says of the kind %s how many, and what to do', (kind) => {
    const { name, remedy } = secretRemedies[kind];
    const slack = JSON.stringify(redactionWarning([{ kind, count: 2 }], { ephemeral: false }));
    const shell = shellWarning([{ kind, count: 2 }], {
      paint: createPaint(false),
      width: Number.POSITIVE_INFINITY,
    }).join();
    for (const text of [slack, shell]) {
      expect(text).toContain(`${name} × 2`);
      expect(text).toContain(remedy);
    }
  });

  it('says who can still read it: everybody in a channel, Slack’s history in a direct message, nobody after a command', () => {
    const said = (shown: { ephemeral: boolean; isDirect?: boolean }) =>
      JSON.stringify(redactionWarning([{ kind: 'password', count: 1 }], shown));

    expect(said({ ephemeral: false })).toContain('everybody here can read it');
    const direct = said({ ephemeral: false, isDirect: true });
    expect(direct).toContain('it stays in Slack’s history');
    expect(direct).toContain('Delete the message, then make what was in it worthless');
    expect(direct).not.toContain('everybody');
    expect(said({ ephemeral: true, isDirect: true })).toContain('nobody here has seen it');
  });

  it('fits one section of Slack with every kind at once', () => {
    const blocks = redactionWarning(all, { ephemeral: false });
    expect(blocks).toHaveLength(1);
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(3_000);
  });
});
