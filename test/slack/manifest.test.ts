/** What the app asks of Slack and what it listens to are two files that must name the same things. */
import { readFileSync } from 'node:fs';
import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bindListeners } from '../../src/slack/listeners/index.js';
import { actionIds } from '../../src/slack/views/view.js';
import { recordingLog } from './helpers/bot.js';
import { fakeDesk } from './helpers/fake-desk.js';

interface Manifest {
  readonly features: {
    readonly shortcuts: readonly { readonly callback_id: string; readonly type: string }[];
    readonly slash_commands: readonly { readonly command: string }[];
    readonly app_home: { readonly messages_tab_enabled: boolean; readonly messages_tab_read_only_enabled: boolean };
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean };
    readonly socket_mode_enabled: boolean;
  };
}

const manifest: Manifest = parse(readFileSync(new URL('../../slack-manifest.yaml', import.meta.url), 'utf8'));

/** The ids that the listeners bind, by kind. */
function boundIds() {
  const bound = {
    events: [] as string[],
    commands: [] as string[],
    shortcuts: [] as unknown[],
    actions: [] as (string | RegExp)[],
  };
  const app = {
    event: (id: string) => bound.events.push(id),
    view: () => {},
    command: (id: string) => bound.commands.push(id),
    shortcut: (constraint: unknown) => bound.shortcuts.push(constraint),
    action: (id: string | RegExp) => bound.actions.push(id),
  };
  bindListeners(app as unknown as App, {
    desk: fakeDesk(),
    log: recordingLog().log,
    fetchFile: async () => new Uint8Array(),
  });
  return bound;
}

describe('the manifest names', () => {
  it('every event that is listened to, and no other', () => {
    const families = new Set(manifest.settings.event_subscriptions.bot_events.map((name) => name.split('.')[0]));

    expect([...families].sort()).toEqual(boundIds().events.sort());
  });

  it('every command', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(boundIds().commands);
  });

  it('every shortcut', () => {
    const named = manifest.features.shortcuts.map(({ callback_id }) => ({ callback_id, type: 'message_action' }));

    expect(boundIds().shortcuts).toEqual(named);
    expect(manifest.features.shortcuts.every(({ type }) => type === 'message')).toBe(true);
  });

  it('the scopes that its events and our calls need, and no other', () => {
    const ofEvents: Readonly<Record<string, string>> = {
      app_mention: 'app_mentions:read',
      'message.channels': 'channels:history',
      'message.groups': 'groups:history',
      'message.im': 'im:history',
    };
    const ofCalls = [
      'chat:write',
      'commands',
      'files:read',
      'reactions:write',
      'usergroups:read',
      'users:read',
      'users:read.email',
    ];
    const needed = manifest.settings.event_subscriptions.bot_events.map((name) => ofEvents[name] ?? `unknown: ${name}`);

    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...needed, ...ofCalls].sort());
  });

  it('what buttons and direct messages need', () => {
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
    expect(manifest.features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });
});

describe('every button id', () => {
  it('has a listener', () => {
    const { actions } = boundIds();
    const heard = (id: string) => actions.some((one) => (typeof one === 'string' ? one === id : one.test(`${id}:0`)));

    expect(Object.values(actionIds).filter((id) => !heard(id))).toEqual([]);
    expect(actions).toHaveLength(Object.values(actionIds).length);
  });
});
