/** The living message of an alert, what is said in its thread, and the day's summary. */
import { describe, expect, it } from 'vitest';
import { type Alert, type AlertNote, noteKinds } from '../../../src/model/alert.js';
import { readButtonValue } from '../../../src/slack/button-value.js';
import type { Message } from '../../../src/slack/limits.js';
import { alertView } from '../../../src/slack/views/alert.js';
import { alertNoteView } from '../../../src/slack/views/alert-note.js';
import { digestView } from '../../../src/slack/views/digest.js';
import { renderReply } from '../../../src/slack/views/index.js';
import { alert, alertStart } from '../helpers/samples.js';
import { buttonsOf, expectNothingInjected, expectSlackAccepts, menusOf, mrkdwnOf } from '../helpers/slack-rules.js';

const minute = 60_000;
const hour = 60 * minute;
const kim = { by: 'U0KIM', at: alertStart + minute };
const acknowledged = { acknowledged: kim, acts: [{ ...kim, did: 'acknowledged' }] };
const snoozed = {
  snoozed: { ...kim, until: alertStart + hour, was: 'x' },
  acts: [{ ...kim, did: 'snoozed it for 1 hour' }],
};
const resolved = { state: 'resolved', resolvedAt: alertStart + 2 * hour + 5 * minute } as const;
const tenOClock = `<!date^${alertStart / 1_000}^{date_short_pretty} at {time}|2026-09-03 10:00 UTC>`;

const partsOf = (message: Message) => mrkdwnOf({ ...message, text: '' }).slice(1);
const linesOf = (changes: Partial<Alert>) =>
  partsOf(alertView(alert(changes)))
    .join('\n')
    .split('\n');
const controlsOf = (message: Message) => [
  ...buttonsOf(message).map(({ text }) => text.text),
  ...menusOf(message).map(({ placeholder }) => placeholder?.text),
];
const controls = (changes: Partial<Alert>) => controlsOf(alertView(alert({ person: 'ann@acme.example', ...changes })));

describe('an alert that is open', () => {
  it('says what is wrong, for whom, how bad it is and since when', () => {
    expect(linesOf({})).toEqual([
      ':large_orange_circle: *Provisioning to Workspace ONE fails for 2 people.*',
      '• ann@acme.example: domain mismatch',
      '• ben@acme.example: domain mismatch',
      `Warning · since ${tenOClock}`,
    ]);
  });

  it.each([
    ['critical', ':red_circle:', 'Critical'],
    ['warning', ':large_orange_circle:', 'Warning'],
    ['info', ':large_blue_circle:', 'For information'],
  ] as const)('of severity %s shows it by a sign and a word', (severity, sign, word) => {
    const lines = linesOf({ severity });
    expect(lines[0]).toContain(sign);
    expect(lines.at(-1)).toMatch(new RegExp(`^${word} ·`));
  });

  it('shows five members and counts the others, which its thread has', () => {
    const members = Array.from({ length: 20 }, (_, n) => ({ key: `${n}`, text: `user ${n}`, since: 0, noted: true }));
    expect(linesOf({ members: members.slice(0, 12), memberCount: 12 })).toEqual(
      expect.arrayContaining(['• user 4', '… and 7 more in the thread']),
    );
    expect(linesOf({ members, memberCount: 300 })).toContain('… and 295 more (20 in the thread)');
    expect(linesOf({ members, memberCount: 300, roughly: 'about' })).toContain(
      '… and about 295 more (20 in the thread)',
    );
    expect(linesOf({ members: members.slice(0, 5), memberCount: 5 }).join()).not.toContain('more');
  });

  it('does not say its title twice', () => {
    const title = 'The token expires in 3 days.';
    const lines = linesOf({ title, members: [{ key: 't', text: title, since: 0, noted: true }], memberCount: 1 });
    expect(lines.filter((line) => line.includes(title))).toHaveLength(1);
  });

  it('offers to take it in hand, the fix, and to check the person it is about', () => {
    expect(controls({})).toEqual(['Acknowledge', 'Show fix', 'Run check', 'Snooze …']);
    const { articleId: _none, ...withoutArticle } = alert();
    expect(controlsOf(alertView(withoutArticle))).toEqual(['Acknowledge', 'Snooze …']);
  });

  it('has controls that mean what they say', () => {
    const message = alertView(alert({ person: 'ann@acme.example' }));
    const values = [
      ...buttonsOf(message).map(({ value }) => value),
      ...menusOf(message).flatMap(({ options = [] }) => options.map(({ value }) => value)),
    ];
    const which = '3f2a00112233aabb';
    expect(values.map(readButtonValue)).toMatchObject([
      { does: 'alert', alert: which, deed: { does: 'acknowledge' } },
      { does: 'alert-fix', article: 'scim-domain-mismatch' },
      { does: 'alert-check', who: 'ann@acme.example' },
      { does: 'alert', alert: which, deed: { does: 'snooze', for: '1h' } },
      { does: 'alert', alert: which, deed: { does: 'snooze', for: '1d' } },
      { does: 'alert', alert: which, deed: { does: 'snooze', for: 'until-changed' } },
    ]);
  });

  it('has a row of its own with every drawing, as Slack remembers what was chosen in one', () => {
    const rowOf = (revision: number) => alertView(alert({ revision })).blocks.at(-1)?.block_id;
    expect(rowOf(2)).not.toBe(rowOf(1));
  });
});

describe('an alert that somebody has in hand', () => {
  it('says who, once, and is not offered to be acknowledged again', () => {
    const lines = linesOf(acknowledged);
    expect(lines.slice(0, 2)).toEqual([
      ':eyes: *Provisioning to Workspace ONE fails for 2 people.*',
      'Acknowledged by <@U0KIM>.',
    ]);
    expect(lines.filter((line) => line.includes('<@U0KIM>'))).toHaveLength(1);
    expect(controls(acknowledged)).toEqual(['Show fix', 'Run check', 'Snooze …']);
  });

  it('snoozed says by whom and until when, and offers to end it', () => {
    expect(linesOf(snoozed).slice(0, 2)).toEqual([
      ':zzz: *Provisioning to Workspace ONE fails for 2 people.*',
      `Snoozed by <@U0KIM> until <!date^${(alertStart + hour) / 1_000}^{date_short_pretty} at {time}|2026-09-03 11:00 UTC>.`,
    ]);
    expect(linesOf({ snoozed: { ...kim, was: 'x' } })[1]).toBe('Snoozed by <@U0KIM> until it changes.');
    expect(controls(snoozed)).toEqual(['End snooze', 'Show fix', 'Run check']);
  });

  it('says who did what before, newest last, and the same twice in a row only once', () => {
    const acts = [
      { by: 'U0LEE', at: alertStart, did: 'acknowledged' },
      { by: 'U0LEE', at: alertStart + 1, did: 'acknowledged' },
      { ...kim, did: 'snoozed it for 1 hour' },
    ];
    expect(linesOf({ acts }).at(-1)).toMatch(
      /^<@U0LEE> acknowledged <!date[^>]*> · <@U0KIM> snoozed it for 1 hour <!date[^>]*>$/,
    );
  });

  it('names somebody who acted from a shell without calling anybody', () => {
    const lines = linesOf({ acknowledged: { by: 'kim', at: 0 }, acts: [] });
    expect(lines[1]).toBe('Acknowledged by `kim`.');
  });
});

describe('an alert that needs nobody', () => {
  it('because it follows from another says from what, whoever has it in hand', () => {
    const lines = linesOf({ ...acknowledged, inhibitedBy: 'connector-failing', systems: ['okta', 'access'] });
    expect(lines.slice(0, 2)).toEqual([
      ':link: *Provisioning to Workspace ONE fails for 2 people.*',
      'Follows from Okta or Workspace ONE Access not being reachable, which has an alert of its own.',
    ]);
    expect(controls({ inhibitedBy: 'connector-failing' })).toEqual(['Show fix']);
    expect(linesOf({ inhibitedBy: 'configuration-changed' })[1]).toBe(
      'Follows from the token having been revoked, which has an alert of its own.',
    );
  });

  it('because it is over says how long it lasted, from when to when, and who did what', () => {
    const lines = linesOf({ ...acknowledged, ...resolved });
    expect(lines.slice(0, 2)).toEqual([
      ':white_check_mark: *Provisioning to Workspace ONE fails for 2 people.*',
      'Resolved after 2 h 5 min.',
    ]);
    expect(lines.at(-2)).toMatch(/^Warning · from <!date.*> to <!date/);
    expect(lines.at(-1)).toContain('<@U0KIM> acknowledged');
    expect(controls(resolved)).toEqual(['Show fix']);
  });
});

describe('what is said in its thread', () => {
  const note = (changes: Partial<AlertNote>): AlertNote => ({
    id: 1,
    kind: 'details',
    lines: [],
    broadcast: false,
    posting: false,
    ...changes,
  });
  const said = (changes: Partial<AlertNote>, of: Partial<Alert> = {}) =>
    partsOf(alertNoteView(alert(of), note(changes))).join('\n');

  it('lists details one to a line', () => {
    expect(said({ lines: ['ann: mismatch', 'ben: mismatch'] })).toBe('• ann: mismatch\n• ben: mismatch');
  });

  it.each([
    ['worse', /^:large_orange_circle: Worse: \*3 days left\.\*$/, { lines: ['3 days left.'] }, {}],
    ['reminder', /^:large_orange_circle: Open since <!date.*>, and nobody has acknowledged it: \*Prov/, {}, {}],
    ['snooze-over', /^:alarm_clock: The snooze has ended: \*Provisioning/, {}, {}],
    ['again', /^:large_orange_circle: It is back: \*Provisioning/, {}, {}],
    ['resolved', /^:white_check_mark: Resolved after 2 h 5 min: \*Provisioning/, {}, resolved],
    // It is back by the time that Slack is told.
    ['resolved', /^:white_check_mark: Resolved: \*Provisioning/, {}, {}],
  ] as const)('%s stands alone where the channel sees it too', (kind, text, changes, of) => {
    expect(said({ kind, ...changes }, of)).toMatch(text);
  });
});

describe('the day’s summary', () => {
  const links = new Map([['3f2a00112233aabb', 'https://example.com/p1']]);

  it('lists what is open, the worst first and with a way to it, and what was resolved; it calls nobody', () => {
    const dead = alert({ fingerprint: 'ffff00112233aabb', severity: 'critical', title: 'The token is dead.' });
    const over = alert({ ...resolved, title: 'Certificate.' });
    const [heading, open, done] = partsOf(
      digestView({ day: '2026-09-03', open: [alert(acknowledged), dead], resolved: [over] }, links),
    );
    expect(heading).toBe(':clipboard: *2026-09-03: 2 alerts are open.*');
    expect(open?.split('\n')).toEqual([
      `:red_circle: The token is dead. · since ${tenOClock}`,
      `:eyes: <https://example.com/p1|Provisioning to Workspace ONE fails for 2 people.> · since ${tenOClock} · acknowledged`,
    ]);
    expect(done?.split('\n')).toEqual([
      '*Resolved since the last summary*',
      ':white_check_mark: <https://example.com/p1|Certificate.> · resolved after 2 h 5 min',
    ]);
  });

  it('counts what it does not list', () => {
    const many = Array.from({ length: 40 }, () => alert());
    const message = digestView({ day: '2026-09-03', open: many, resolved: [] }, new Map());
    expectSlackAccepts(message);
    expect(message.text).toContain('… and 25 more: `/wo-okta alerts`');
  });
});

describe('the list of alerts', () => {
  const listOf = (alerts: readonly Alert[]) => {
    const overview = {
      alerts,
      polled: [
        { system: 'okta' as const, at: alertStart },
        { system: 'access' as const, problem: 'Access did not answer.' },
        { system: 'uem' as const },
      ],
      channel: 'C0ALERTS',
    };
    const message = renderReply({ kind: 'alerts', overview }, { thread: 't', ephemeral: true });
    if (message === undefined) throw new Error('Nothing was drawn.');
    return message;
  };

  it('has the ids to type, as short as they can be, and how each system was read', () => {
    const alike = alert({ fingerprint: '3f2a0fff2233aabb', title: 'Another.' });
    const lines = partsOf(listOf([alert(), alike, alert({ ...resolved, title: 'Over.' })]))
      .join('\n')
      .split('\n');
    expect(lines).toEqual([
      '*2 alerts are open.* Told in <#C0ALERTS>.',
      `:large_orange_circle: \`3f2a00\` Provisioning to Workspace ONE fails for 2 people. · since ${tenOClock}`,
      `:large_orange_circle: \`3f2a0f\` Another. · since ${tenOClock}`,
      '*Resolved lately*',
      ':white_check_mark: Over. · resolved after 2 h 5 min',
      `:white_check_mark: Okta: read ${tenOClock}`,
      ':grey_question: Workspace ONE Access, not read: Access did not answer.',
      ':grey_question: Workspace ONE UEM: not read yet',
      '`/wo-okta alerts ack 3f2a00` takes one in hand, as the buttons under its message do.',
    ]);
  });

  it('says that nothing is open', () => {
    expect(listOf([]).text).toMatch(/^\*No alert is open\.\* Told in <#C0ALERTS>\./);
  });

  it('counts what it does not list', () => {
    const many = Array.from({ length: 120 }, (_, n) =>
      alert({ fingerprint: n.toString(16).padStart(16, '0'), title: 'A title of ordinary length, I would say.' }),
    );
    const message = listOf(many);
    expectSlackAccepts(message);
    expect(message.text).toContain('*120 alerts are open.*');
    expect(message.text).toMatch(/… and \d+ more|Cut to fit/);
  });
});

describe.each([
  ['mentions', '<!channel> <@U0123456> <#C012345|x> <!date^1^{time}|x>'],
  ['formatting', '*bold* _it_ ~no~ `code` > quote'],
  ['brackets', '<'.repeat(500)],
  ['entities', '&'.repeat(500)],
  ['emoji of two units', '😀'.repeat(250)],
  ['line breaks', '\n'.repeat(500)],
  ['control characters', '\u0000\u001B[31m\u202E'.repeat(80)],
  ['nothing', ''],
])('an alert full of %s', (_, text) => {
  const members = Array.from({ length: 20 }, (_each, n) => ({ key: `${n}`, text, since: 0, noted: true }));
  const by = text === '' ? 'x' : text.slice(0, 200);
  const act = { by, at: alertStart };
  const hostile = {
    title: text,
    members,
    memberCount: 300,
    person: text === '' ? 'x' : text.slice(0, 300),
    acts: Array.from({ length: 10 }, (_each, n) => ({ by, at: alertStart + n, did: text.slice(0, 200) })),
  };
  const states: readonly Partial<Alert>[] = [
    {},
    { acknowledged: act },
    { snoozed: { ...act, was: 'x' } },
    { inhibitedBy: 'connector-failing' },
    resolved,
  ];

  it('keeps Slack’s rules in every state, in its thread and in the summary', () => {
    for (const state of states) {
      const one = alert({ ...hostile, ...state });
      const notes = noteKinds.map((kind) =>
        alertNoteView(one, { id: 1, kind, lines: Array(20).fill(text), broadcast: true, posting: false }),
      );
      const digest = digestView({ day: '2026-09-03', open: Array(50).fill(one), resolved: [one] }, new Map());
      for (const message of [alertView(one), ...notes, digest]) {
        expectSlackAccepts(message);
        expectNothingInjected(message);
      }
    }
  });

  it('keeps its buttons, however long it is', () => {
    expect(buttonsOf(alertView(alert(hostile))).map((each) => each.text.text)).toContain('Acknowledge');
  });
});
