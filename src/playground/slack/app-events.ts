import type { Core } from './core.js';
import { homeOf } from './core.js';
import { RETRY_AFTER } from './delivery.js';
import type { Channel, Json, Message } from './objects.js';
import { messageShape } from './shapes.js';
import { threadedShape } from './threads.js';
import type { Change } from './workspace.js';

/** Scopes without which Slack withholds an event, by the subscription's name. */
const SCOPE_FOR: Readonly<Record<string, string | undefined>> = {
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.im': 'im:history',
  member_joined_channel: 'channels:read',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
};

/** Sends an event to the app if it subscribed to it and may see it; redelivers when it is not acknowledged. */
const send = async (core: Core, subscription: string, event: Json): Promise<void> => {
  const scope = SCOPE_FOR[subscription];
  if (!core.seed.app.events.includes(subscription)) return;
  if (scope !== undefined && !core.seed.app.scopes.includes(scope)) return;
  const payload: Json = {
    ...core.common(),
    event,
    type: 'event_callback',
    event_id: core.id('Ev'),
    event_time: Math.floor(core.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: core.seed.team.id,
        user_id: core.bot.id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: core.id('EC'),
  };
  let outcome = await core.deliver({ kind: 'events_api', payload, acceptsResponse: false });
  for (const [index, wait] of RETRY_AFTER.entries()) {
    if (outcome.acknowledged || outcome.noRetry === true) return;
    const { reason } = outcome;
    if (wait > 0) await new Promise<void>((resolve) => core.clock.after(wait, resolve));
    outcome = await core.deliver({
      kind: 'events_api',
      payload,
      acceptsResponse: false,
      retry: { attempt: index + 1, reason },
    });
  }
};

const channelType = (channel: Channel): string => (channel.kind === 'direct' ? 'im' : 'channel');
const messageSubscription = (channel: Channel): string =>
  channel.kind === 'direct' ? 'message.im' : 'message.channels';

// Events never carry the payload of metadata that the app's manifest does not declare (python-slack-sdk issue 1501).
const posted = (core: Core, channel: Channel, message: Message): void => {
  const shape = threadedShape(core, message, 'type');
  const parent = message.threadTs === undefined ? undefined : core.workspace.message(channel.id, message.threadTs);
  const event: Json = {
    ...shape,
    channel: channel.id,
    channel_type: channelType(channel),
    event_ts: message.ts,
    ...(message.botId === undefined ? { client_msg_id: core.id('cm') } : {}),
    ...(parent === undefined || parent.ts === message.ts ? {} : { parent_user_id: parent.user }),
  };
  void send(core, messageSubscription(channel), event);
  const mentioned = message.text.includes(`<@${core.bot.id}>`) && message.user !== core.bot.id;
  // A direct message is addressed to the app anyway: Slack sends no app_mention there.
  if (!mentioned || channel.kind === 'direct' || message.subtype === 'channel_join') return;
  // With files it is the same without the subtype (seratch/seratch-slack-types issue 8; a broadcast keeps its own).
  const { channel_type: _type, subtype, ...mention } = event;
  const kept = subtype === undefined || subtype === 'file_share' ? {} : { subtype };
  void send(core, 'app_mention', { ...mention, ...kept, type: 'app_mention' });
};

/** Tells the app what changed in the channels it is a member of. */
export const tellApp = (core: Core, change: Change): void => {
  if (change.type === 'channel') return;
  if (change.type === 'joined') {
    if (!change.channel.members.has(core.bot.id)) return;
    void send(core, 'member_joined_channel', {
      type: 'member_joined_channel',
      user: change.user,
      channel: change.channel.id,
      channel_type: 'C',
      team: core.seed.team.id,
      ...(change.inviter === undefined ? {} : { inviter: change.inviter }),
      event_ts: `${Math.floor(core.clock.now() / 1000)}.000000`,
    });
    return;
  }
  const { message } = change;
  const channel = core.workspace.channel(message.channel);
  // Nobody but its reader learns of an ephemeral message.
  if (channel === undefined || message.ephemeralTo !== undefined || !channel.members.has(core.bot.id)) return;
  const shape = (one: Message): Json => messageShape(one, homeOf(core), { metadata: 'type' });
  const base = { channel: channel.id, channel_type: channelType(channel), hidden: true };
  switch (change.type) {
    case 'posted':
      posted(core, channel, message);
      return;
    case 'edited':
      void send(core, messageSubscription(channel), {
        ...base,
        type: 'message',
        subtype: 'message_changed',
        message: shape(message),
        previous_message: shape(change.previous),
        ts: message.edited?.ts ?? message.ts,
        event_ts: message.edited?.ts ?? message.ts,
      });
      return;
    case 'removed':
      void send(core, messageSubscription(channel), {
        ...base,
        type: 'message',
        subtype: 'message_deleted',
        deleted_ts: message.ts,
        previous_message: shape(message),
        ts: message.ts,
        event_ts: message.ts,
      });
      return;
    case 'reacted':
    case 'unreacted': {
      const type = change.type === 'reacted' ? 'reaction_added' : 'reaction_removed';
      void send(core, type, {
        type,
        user: change.user,
        reaction: change.name,
        item_user: message.user,
        item: { type: 'message', channel: message.channel, ts: message.ts },
        event_ts: `${Math.floor(core.clock.now() / 1000)}.000000`,
      });
      return;
    }
  }
};

/** The person opened the app's Home or Messages tab. */
export const tellHomeOpened = (core: Core, user: string, tab: 'home' | 'messages'): void => {
  const channel = core.workspace.direct(user, core.bot.id);
  void send(core, 'app_home_opened', {
    type: 'app_home_opened',
    user,
    channel: channel.id,
    tab,
    event_ts: `${Math.floor(core.clock.now() / 1000)}.000000`,
  });
};
