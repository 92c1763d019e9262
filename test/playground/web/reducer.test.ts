import { describe, expect, it } from 'vitest';
import type { PageMessage, PageState } from '../../../src/playground/page-protocol.js';
import { channelMessages, compareTs, summariseThreads } from '../../../src/playground/web/state/messages.js';
import { modelOf, receive, reduce } from '../../../src/playground/web/state/reducer.js';

const me = { id: 'UME', name: 'ann', realName: 'Ann', isBot: false };
const bot = { id: 'UBOT', name: 'wo-okta', realName: 'wo-okta', isBot: true };

function message(ts: string, fields: Partial<PageMessage> = {}): PageMessage {
  return { channel: 'C1', ts, user: bot.id, text: `text ${ts}`, reactions: [], ...fields };
}

function workspace(fields: Partial<PageState> = {}): PageState {
  return {
    team: 'Acme',
    me,
    users: [me, bot],
    channels: [
      { id: 'C1', name: 'helpdesk', kind: 'channel' },
      { id: 'C2', name: 'general', kind: 'channel' },
      { id: 'D1', name: 'wo-okta', kind: 'direct' },
    ],
    messages: [],
    slashCommands: [],
    shortcuts: [],
    botConnected: true,
    suggestions: [],
    scenarios: [],
    scenario: '',
    realSystems: [],
    clockAhead: null,
    ...fields,
  };
}

const opened = modelOf(workspace(), '');

describe('messages that arrive', () => {
  it('keeps them in order of ts, and one of each ts', () => {
    const messages = ['2.000000', '1.000000', '2.000000'].map((ts) => message(ts));
    const model = messages.reduce((before, one) => receive(before, { type: 'message', message: one }), opened);
    expect(model.messages.get('C1')?.map(({ ts }) => ts)).toEqual(['1.000000', '2.000000']);
  });

  it('tells ts apart that a float would confuse', () => {
    expect(compareTs('1712345678901234.000001', '1712345678901234.000002')).toBeLessThan(0);
    expect(compareTs('9.000000', '10.000000')).toBeLessThan(0);
  });

  it('keeps a note of the person’s own unannounced, and announces the scenario with its story', () => {
    const well = { id: 'well', title: 'All is well', story: 'Ann signed in.', tryThis: '/wo-okta check ann' };
    const before = modelOf(workspace({ scenarios: [well, { ...well, id: 'other' }], scenario: 'other' }), '');
    const noted = receive(before, { type: 'message', message: message('1.0', { user: me.id, note: true }) });
    expect(noted).toMatchObject({ announcement: '', scenario: 'other' });
    expect(noted.messages.get('C1')).toHaveLength(1);
    const switched = receive(noted, { type: 'scenario', scenario: 'well' });
    expect(switched).toMatchObject({ scenario: 'well', announcement: 'Scenario All is well. Ann signed in.' });
  });

  it('shows a reply in its channel only when it was broadcast, and counts it in its thread either way', () => {
    const messages = [
      message('1.0'),
      message('2.0', { threadTs: '1.0' }),
      message('3.0', { threadTs: '1.0', broadcast: true }),
    ];
    expect(channelMessages(messages).map(({ ts }) => ts)).toEqual(['1.0', '3.0']);
    expect(summariseThreads(messages).get('1.0')?.replies).toBe(2);
  });

  it('follows the playground’s clock', () => {
    const model = modelOf(workspace({ clockAhead: 0 }), '');
    expect(receive(model, { type: 'clock', ahead: 3_600_000 }).clockAhead).toBe(3_600_000);
    expect(opened.clockAhead).toBeNull();
  });

  it('announces what others write, with names for mentions, and not what the person writes', () => {
    const other = receive(opened, { type: 'message', message: message('1.0', { text: '*Hi* <@UME>' }) });
    const own = receive(opened, { type: 'message', message: message('1.0', { user: me.id }) });
    expect(other.announcement).toBe('wo-okta in helpdesk: Hi @ann');
    expect(own.announcement).toBe('');
  });

  it.each([
    ['a channel', { channel: 'C2' }, { messages: 1, mentions: 0 }],
    ['a mention', { channel: 'C2', text: 'see <@UME>' }, { messages: 1, mentions: 1 }],
    ['a direct message', { channel: 'D1' }, { messages: 1, mentions: 1 }],
  ])('counts %s elsewhere as unread until it is opened', (_, fields, expected) => {
    const arrived = receive(opened, { type: 'message', message: message('1.0', fields) });
    const read = reduce(arrived, { type: 'open-channel', channel: fields.channel });
    expect(arrived.unread.get(fields.channel)).toEqual(expected);
    expect(read.unread.has(fields.channel)).toBe(false);
    expect(read.newFrom.get(fields.channel)).toBe('1.0');
  });

  it('does not count what arrives in the open channel', () => {
    expect(receive(opened, { type: 'message', message: message('1.0') }).unread.size).toBe(0);
  });

  it('replaces a changed message and drops a deleted one with its thread', () => {
    const arrived = receive(opened, { type: 'message', message: message('1.0') });
    const changed = receive(arrived, {
      type: 'message-changed',
      message: message('1.0', { text: 'new', edited: true }),
    });
    const inThread = reduce(changed, { type: 'open-thread', ts: '1.0' });
    const deleted = receive(inThread, { type: 'message-deleted', channel: 'C1', ts: '1.0' });
    expect(changed.messages.get('C1')?.map(({ text }) => text)).toEqual(['new']);
    expect(deleted.messages.get('C1')).toEqual([]);
    expect(deleted.thread).toBeUndefined();
  });
});

describe('threads', () => {
  const messages = [
    message('1.0'),
    message('2.0', { threadTs: '1.0' }),
    message('3.0', { threadTs: '1.0', user: me.id }),
    message('4.0', { threadTs: '1.0', ephemeral: true }),
  ];

  it('shows only the parent in the channel', () => {
    expect(channelMessages(messages).map(({ ts }) => ts)).toEqual(['1.0']);
  });

  it('sums the replies up, without what only one person sees', () => {
    expect(summariseThreads(messages).get('1.0')).toEqual({ replies: 2, users: ['UBOT', 'UME'], lastTs: '3.0' });
  });
});

describe('a lost connection', () => {
  it('takes the server state, and keeps ephemeral messages, unread marks and the place', () => {
    const before = [receive(opened, { type: 'message', message: message('1.0', { ephemeral: true }) })].map((model) =>
      receive(model, { type: 'message', message: message('1.5', { channel: 'C2' }) }),
    )[0];
    const lost = reduce(before ?? opened, { type: 'live', live: false });
    const back = reduce(lost, {
      type: 'loaded',
      state: workspace({ messages: [message('2.0')], botConnected: false }),
    });
    expect(back.live).toBe(true);
    expect(back.botConnected).toBe(false);
    expect(back.messages.get('C1')?.map(({ ts }) => ts)).toEqual(['1.0', '2.0']);
    expect(back.unread.get('C2')?.messages).toBe(1);
  });
});

describe('views', () => {
  const view = (title: string): Record<string, unknown> => ({ type: 'modal', title });
  const first = receive(opened, { type: 'view-opened', viewId: 'V1', view: view('one') });

  it('stacks a pushed view and goes back to the one below', () => {
    const pushed = receive(first, { type: 'view-opened', viewId: 'V2', view: view('two') });
    const closed = receive(pushed, { type: 'view-closed', viewId: 'V2' });
    expect(pushed.views.map(({ viewId }) => viewId)).toEqual(['V1', 'V2']);
    expect(closed.views.map(({ viewId }) => viewId)).toEqual(['V1']);
  });

  it('drops the errors of a submission when the app updates the view', () => {
    const refused = reduce(first, { type: 'view-errors', viewId: 'V1', errors: { what: 'Write more.' } });
    const updated = receive(refused, { type: 'view-updated', viewId: 'V1', view: view('new') });
    expect(refused.views[0]?.errors).toEqual({ what: 'Write more.' });
    expect(updated.views).toEqual([{ viewId: 'V1', view: view('new'), errors: {} }]);
  });
});
