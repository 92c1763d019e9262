import { describe, expect, it } from 'vitest';
import { acknowledged, snoozed } from '../../src/alerts/acts.js';
import { nextBook, nextWaitEnds, timePassed } from '../../src/alerts/book.js';
import type { Finding } from '../../src/alerts/finding.js';
import { missingToken, tokenGroup, unreachableGroup } from '../../src/alerts/inhibitions.js';
import { type Alert, alertSchema } from '../../src/model/alert.js';
import { found, hour, minute, person, settings, start, token } from './support/findings.js';

const expiring = 'api-token-expiring';
const scim = 'scim-provisioning-failures';

/** The alert as it is once Slack has its message and knows everything. */
function told(alert: Alert | undefined): Alert {
  if (alert === undefined) throw new Error('There is no alert.');
  return { ...alert, message: { channel: 'C0ALERTS', ts: '1.0' }, delivered: alert.revision, notes: [] };
}

function only(book: readonly Alert[]): Alert {
  expect(book).toHaveLength(1);
  const [alert] = book;
  if (alert === undefined) throw new Error('There is no alert.');
  return alertSchema.parse(alert);
}

const notes = ({ notes: waiting }: Alert) => waiting.map(({ kind, broadcast }) => (broadcast ? `${kind}!` : kind));

describe('an alert’s life', () => {
  it('begins with the first finding', () => {
    const alert = only(nextBook([], [found(expiring, token())], settings, start));
    expect(alert).toMatchObject({ state: 'firing', rule: expiring, severity: 'warning', memberCount: 1 });
    expect(alert.members).toMatchObject([{ key: '00T1', text: 'Workspace ONE: 7 days left', since: start }]);
  });

  it('is the same alert in the next round, and says nothing again as long as nothing changed', () => {
    const first = told(only(nextBook([], [found(expiring, token())], settings, start)));
    const next = only(nextBook([first], [found(expiring, token())], settings, start + minute));
    expect(next).toEqual({ ...first, lastSeenAt: start + minute });
  });

  it('waits for more of its group, from the moment the first of them happened', () => {
    const pending = only(nextBook([], [found(scim, person('ann', { at: start - 10_000 }))], settings, start));
    expect(pending).toMatchObject({ state: 'pending', waitUntil: start - 10_000 + settings.groupWaitMs });
    expect(only(timePassed([pending], settings, start + 19_999)).state).toBe('pending');
    expect(only(timePassed([pending], settings, start + 20_000))).toMatchObject({ state: 'firing' });
  });

  it('does not wait when the first of its group is old enough', () => {
    const alert = only(nextBook([], [found(scim, person('ann', { at: start - minute }))], settings, start));
    expect(alert.state).toBe('firing');
  });

  it('gathers everybody with the same problem in one alert', () => {
    const alert = only(nextBook([], [found(scim, person('ann'), person('bob'), person('cy'))], settings, start));
    expect(alert.memberCount).toBe(3);
  });

  it('keeps twenty members and counts the others', () => {
    const many = Array.from({ length: 300 }, (_, index) => person(`user ${index}`));
    const alert = only(nextBook([], [found(scim, ...many)], settings, start));
    expect(alert.members).toHaveLength(20);
    expect(alert.memberCount).toBe(300);
    expect(alert.roughly).toBeUndefined();
  });

  it('counts also whom its rule does not keep, and says so only as long as the count is rough', () => {
    const some = (outOf?: Finding['outOf']) =>
      found(scim, ...Array.from({ length: 50 }, (_, index) => person(`user ${index}`, { outOf })));
    const rough = only(nextBook([], [some({ count: 5_012, roughly: 'about' })], settings, start));
    expect(rough).toMatchObject({ memberCount: 5_012, roughly: 'about' });
    const exact = only(nextBook([rough], [some()], settings, start + minute));
    expect(exact.memberCount).toBe(50);
    expect(exact.roughly).toBeUndefined();
  });

  it('tells in its thread what its message has no room for, and of new members at most once in a group interval', () => {
    const at = (ms: number) => start + ms;
    const people = (count: number) =>
      found(scim, ...Array.from({ length: count }, (_, index) => person(`user ${index}`, { at: start - hour })));
    const few = only(nextBook([], [people(5)], settings, start));
    expect(notes(few)).toEqual([]);
    const many = only(nextBook([few], [people(6)], settings, at(minute)));
    expect(many.revision).toBe(few.revision + 1);
    expect(many.notes).toMatchObject([{ kind: 'details', lines: { length: 6 } }]);
    const more = only(nextBook([told(many)], [people(7)], settings, at(2 * minute)));
    expect(notes(more)).toEqual([]);
    const later = only(nextBook([more], [people(7)], settings, at(minute + settings.groupIntervalMs)));
    expect(later.notes).toMatchObject([{ lines: ['user 6: the domain does not belong to the directory'] }]);
  });

  it('is resolved when its rule finds it no longer, and says so in its thread', () => {
    const first = told(only(nextBook([], [found(expiring, token())], settings, start)));
    const over = only(nextBook([first], [found(expiring)], settings, start + hour));
    expect(over).toMatchObject({ state: 'resolved', resolvedAt: start + hour, revision: first.revision + 1 });
    expect(notes(over)).toEqual(['resolved']);
  });

  it('stays as it is while its rule does not run, or could not read its system', () => {
    const first = told(only(nextBook([], [found(expiring, token())], settings, start)));
    expect(only(nextBook([first], [], settings, start + hour)).state).toBe('firing');
    const unread = { rule: expiring, findings: [], unread: ['okta'] } as const;
    expect(only(nextBook([first], [unread], settings, start + hour)).state).toBe('firing');
    const other = { rule: expiring, findings: [], unread: ['uem'] } as const;
    expect(only(nextBook([first], [other], settings, start + hour)).state).toBe('resolved');
  });

  it('waits for a second look where a single one can err, and no clock ends that wait', () => {
    const unsure = found('connector-failing', token({ toBeConfirmed: true }));
    const again = found('connector-failing', token({ toBeConfirmed: true, at: start + minute }));
    const pending = only(nextBook([], [unsure], settings, start));
    expect(pending.state).toBe('pending');
    expect(nextWaitEnds([pending])).toBeUndefined();
    expect(only(timePassed([pending], settings, start + hour)).state).toBe('pending');
    expect(only(nextBook([pending], [unsure], settings, start + minute)).state).toBe('pending');
    expect(only(nextBook([pending], [again], settings, start + minute)).state).toBe('firing');
    expect(nextBook([pending], [found('connector-failing')], settings, start + minute)).toEqual([]);
  });

  it('is dropped when it is over before anybody was told', () => {
    const pending = nextBook([], [found(scim, person('ann'))], settings, start);
    expect(nextBook(pending, [found(scim)], settings, start + 1_000)).toEqual([]);
  });

  it('goes on when it fires again soon, and is a new one later', () => {
    const first = told(only(nextBook([], [found(expiring, token())], settings, start)));
    const over = told(only(nextBook([first], [found(expiring)], settings, start + hour)));
    const soon = only(nextBook([over], [found(expiring, token())], settings, start + hour + minute));
    expect(soon).toMatchObject({ state: 'firing', episode: first.episode, message: first.message });
    expect(soon.resolvedAt).toBeUndefined();
    expect(notes(soon)).toContain('again');
    const later = only(nextBook([over], [found(expiring, token())], settings, start + 2 * hour));
    expect(later.episode).not.toBe(first.episode);
    expect(later.message).toBeUndefined();
  });

  it('is kept for a week after its end, and then forgotten', () => {
    const over = nextBook(
      nextBook([], [found(expiring, token())], settings, start),
      [found(expiring)],
      settings,
      start + hour,
    );
    expect(nextBook(over, [], settings, start + 7 * 24 * hour)).toHaveLength(1);
    expect(nextBook(over, [], settings, start + 8 * 24 * hour)).toEqual([]);
  });
});

describe('a flood', () => {
  it('leaves five hundred open alerts; what comes on top waits, and nothing that is open is dropped', () => {
    const many = (count: number) =>
      found(expiring, ...Array.from({ length: count }, (_, index) => token({ group: `token ${index}` })));
    const book = nextBook([], [many(700)], settings, start);
    expect(book).toHaveLength(500);
    const next = nextBook(book, [many(700)], settings, start + minute);
    expect(next.map(({ episode }) => episode)).toEqual(book.map(({ episode }) => episode));
  });
});

describe('who is told, and when', () => {
  const firing = () => told(only(nextBook([], [found(expiring, token())], settings, start)));
  const worse = found(expiring, token({ rank: 3, title: 'The token expires in 3 days.' }));

  it('tells the channel anew when it got worse, though it was acknowledged', () => {
    const taken = told(acknowledged(firing(), 'U1', start + minute));
    const next = only(nextBook([taken], [worse], settings, start + hour));
    expect(notes(next)).toEqual(['worse!']);
    expect(next).toMatchObject({ title: 'The token expires in 3 days.', rank: 3 });
    expect(next.acknowledged).toBeUndefined();
  });

  it('reminds of what nobody took in hand, once in each repeat interval', () => {
    const due = only(nextBook([firing()], [found(expiring, token())], settings, start + settings.repeatMs));
    expect(notes(due)).toEqual(['reminder!']);
    const then = only(nextBook([told(due)], [found(expiring, token())], settings, start + settings.repeatMs + minute));
    expect(notes(then)).toEqual([]);
  });

  it('reminds nobody of what is acknowledged or snoozed', () => {
    const later = start + settings.repeatMs + minute;
    for (const quiet of [acknowledged(firing(), 'U1', start), snoozed(firing(), 'U1', undefined, start)]) {
      expect(notes(only(nextBook([told(quiet)], [found(expiring, token())], settings, later)))).toEqual([]);
    }
  });

  it('reminds in quiet hours only of what is critical', () => {
    const night = { ...settings, quietHours: { '*': { from: 9 * 60, to: 11 * 60, zone: 'UTC' } } };
    const at = start + settings.repeatMs;
    expect(notes(only(timePassed([firing()], night, at)))).toEqual([]);
    expect(notes(only(timePassed([{ ...firing(), severity: 'critical' }], night, at)))).toEqual(['reminder!']);
  });

  it('speaks again when a snooze is over, and at once when it was snoozed until it changes', () => {
    const hourLong = told(snoozed(firing(), 'U1', hour, start));
    expect(notes(only(timePassed([hourLong], settings, start + hour - 1)))).toEqual([]);
    expect(notes(only(timePassed([hourLong], settings, start + hour)))).toEqual(['snooze-over!']);
    const untilChanged = told(snoozed(firing(), 'U1', undefined, start));
    expect(only(nextBook([untilChanged], [found(expiring, token())], settings, start + hour)).snoozed).toBeDefined();
    const changed = only(nextBook([untilChanged], [worse], settings, start + hour));
    expect(changed.snoozed).toBeUndefined();
    expect(notes(changed)).toContain('snooze-over!');
  });

  it('takes two presses of the same person for one, and lets somebody else take it over', () => {
    const once = acknowledged(firing(), 'U1', start);
    expect(acknowledged(once, 'U1', start + 200)).toBe(once);
    const over = acknowledged(once, 'U2', start + minute);
    expect(over).toMatchObject({ acknowledged: { by: 'U2' }, acts: [{ by: 'U1' }, { by: 'U2' }] });
  });

  it('remembers who did what', () => {
    const twice = snoozed(acknowledged(firing(), 'U1', start), 'U2', hour, start + minute);
    expect(twice.acts).toEqual([
      { by: 'U1', at: start, did: 'acknowledged' },
      { by: 'U2', at: start + minute, did: 'snoozed it for 1 hour' },
    ]);
  });
});

describe('what follows from a system that cannot be reached', () => {
  const down = found(
    'connector-failing',
    token({ group: `${unreachableGroup}okta`, key: 'okta', severity: 'critical', systems: ['okta'] }),
  );

  it('is silent as long as that alert fires', () => {
    const book = nextBook([], [found(scim, person('ann', { at: start - hour })), down], settings, start);
    expect(book.map(({ rule, inhibitedBy }) => [rule, inhibitedBy])).toEqual([
      [scim, 'connector-failing'],
      ['connector-failing', undefined],
    ]);
    const after = nextBook(
      book,
      [found(scim, person('ann', { at: start - hour })), found('connector-failing')],
      settings,
      start + hour,
    );
    expect(after.find(({ rule }) => rule === scim)?.inhibitedBy).toBeUndefined();
  });

  it('does not silence what was read elsewhere', () => {
    const access = found('device-trust-failures', person('ann', { at: start - hour, systems: ['access'] }));
    const book = nextBook([], [access, down], settings, start);
    expect(book.find(({ rule }) => rule === 'device-trust-failures')?.inhibitedBy).toBeUndefined();
  });
});

describe('a token that was revoked', () => {
  const revoked = (severity: 'critical' | 'info') =>
    found('configuration-changed', token({ group: `${tokenGroup}00T1`, key: 'revoke', severity }));
  const standing = (book: readonly Alert[]) =>
    book.filter(({ rule }) => rule === expiring).map(({ group, inhibitedBy }) => `${group} ${inhibitedBy ?? 'told'}`);

  it('is told once: that it is missing, or was near its end, follows', () => {
    const others = found(expiring, token(), token({ group: missingToken }), token({ group: '00T2' }));
    const book = nextBook([], [others, revoked('critical')], settings, start);
    expect(standing(book).sort()).toEqual(['00T1 configuration-changed', '00T2 told', 'missing configuration-changed']);
  });

  it('says nothing in the thread of what the channel was warned of before', () => {
    const before = told(only(nextBook([], [found(expiring, token())], settings, start)));
    const gone = found(expiring, token({ rank: 5, severity: 'critical' }));
    const book = nextBook([before], [gone, revoked('critical')], settings, start + hour);
    const follower = book.find(({ rule }) => rule === expiring);
    expect(follower).toMatchObject({ severity: 'critical', inhibitedBy: 'configuration-changed', notes: [] });
  });

  it('is told as missing once the alert about the change is over, and at once when that is not urgent', () => {
    const missing = found(expiring, token({ group: missingToken }));
    expect(standing(nextBook([], [missing, revoked('info')], settings, start))).toEqual(['missing told']);
    const book = nextBook([], [missing, revoked('critical')], settings, start);
    const after = nextBook(book, [missing, found('configuration-changed')], settings, start + 24 * hour);
    expect(standing(after)).toEqual(['missing told']);
  });
});
