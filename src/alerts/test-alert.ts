import type { RoundFindings } from './book.js';

/** How long a test alert fires. */
const lastsMs = 60_000;

/** What the test rule finds: an alert for a minute after somebody asked for one. */
export function testRound(testedAt: number | undefined, now: number): RoundFindings {
  if (testedAt === undefined || now - testedAt >= lastsMs) return { rule: 'test', findings: [], unread: [] };
  return {
    rule: 'test',
    unread: [],
    findings: [
      {
        group: 'test',
        key: 'test',
        severity: 'info',
        title: 'This is a test: alerts reach this channel. Nothing is wrong; it resolves by itself after a minute.',
        text: 'A test alert was asked for.',
        at: testedAt,
        rank: 0,
        gathers: false,
        systems: [],
      },
    ],
  };
}
