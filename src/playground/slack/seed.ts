import type { Seed } from './objects.js';

/** Where the bot hands questions over that it can't answer. */
export const handOverChannel = 'C0SECONDLN';

/** Where the bot tells alerts; it is a member. */
export const alertsChannel = 'C0OKTALERT';

/** Who may look people up, by Slack's ids: the second line. The person at the page is of it, Benito is not. */
export const lookupRights = {
  userGroups: ['S0SECONDLN'],
  users: [],
  channels: [],
  admins: ['U0ANNACE01'],
  contact: 'Ann Ace of @second-line',
} as const;

/**
 * The workspace a newcomer finds: a helpdesk, its channels, and the bot already invited to most of them. E-mail
 * addresses are those of the simulated tenants, so that people can be looked up by mention.
 */
export const helpdeskWorkspace: Seed = {
  team: { id: 'T0PLAYGRND', name: 'Acme Helpdesk', domain: 'acme-playground' },
  app: {
    id: 'A0WOOKTA01',
    name: 'wo-okta',
    slashCommands: [
      {
        command: '/wo-okta',
        usageHint: 'fix <text> | check <user> | last-failure <user> | devices <user> | token | idp | alerts | help',
        description: 'Find the fix for an error, or look somebody up in Okta and Workspace ONE',
        shouldEscape: true,
      },
    ],
    shortcuts: [{ name: 'Find the fix', callbackId: 'find_the_fix' }],
    scopes: [
      'app_mentions:read',
      'assistant:write',
      'channels:history',
      'channels:join',
      'channels:read',
      'chat:write',
      'commands',
      'files:read',
      'files:write',
      'im:history',
      'im:read',
      'im:write',
      'reactions:read',
      'reactions:write',
      'team:read',
      'usergroups:read',
      'users:read',
      'users:read.email',
    ],
    events: [
      'app_home_opened',
      'app_mention',
      'member_joined_channel',
      'message.channels',
      'message.im',
      'reaction_added',
      'reaction_removed',
    ],
  },
  bot: 'U0WOOKTA01',
  me: 'U0ANNACE01',
  users: [
    { id: 'U0ANNACE01', name: 'ann', realName: 'Ann Ace', email: 'ann@acme.example', admin: true },
    { id: 'U0BENITO02', name: 'benito', realName: 'Benito Cruz', email: 'ben@acme.example' },
    { id: 'U0CARLAR03', name: 'carla', realName: 'Carla Russo', email: 'carla@acme.example' },
    { id: 'U0DEVESH04', name: 'devesh', realName: 'Devesh Rao', email: 'devesh@acme.example' },
    { id: 'U0JANEDO05', name: 'jdoe', realName: 'Jane Doe', email: 'jdoe@acme.example' },
    { id: 'U0WOOKTA01', name: 'wo-okta', realName: 'wo-okta', botId: 'B0WOOKTA01' },
    { id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot', botId: 'B0SLACKBOT' },
  ],
  channels: [
    {
      id: 'C0HELPDESK',
      name: 'helpdesk',
      topic: 'Sign-in trouble? Paste the error text here.',
      members: ['U0ANNACE01', 'U0BENITO02', 'U0CARLAR03', 'U0DEVESH04', 'U0JANEDO05', 'U0WOOKTA01'],
    },
    {
      id: 'C0GENERAL1',
      name: 'general',
      topic: 'Everything else',
      members: ['U0ANNACE01', 'U0BENITO02', 'U0CARLAR03', 'U0DEVESH04', 'U0JANEDO05'],
    },
    {
      id: alertsChannel,
      name: 'okta-alerts',
      topic: 'What the tenants report',
      members: ['U0ANNACE01', 'U0CARLAR03', 'U0WOOKTA01'],
    },
    {
      id: handOverChannel,
      name: 'second-line',
      topic: 'Questions that need a person',
      members: ['U0ANNACE01', 'U0CARLAR03', 'U0DEVESH04', 'U0WOOKTA01'],
    },
  ],
  usergroups: [
    { id: 'S0HELPDESK', handle: 'helpdesk', name: 'Helpdesk', users: ['U0ANNACE01', 'U0BENITO02', 'U0CARLAR03'] },
    {
      id: lookupRights.userGroups[0],
      handle: 'second-line',
      name: 'Second line',
      users: ['U0ANNACE01', 'U0CARLAR03', 'U0DEVESH04'],
    },
  ],
  messages: [
    {
      channel: 'C0HELPDESK',
      user: 'U0BENITO02',
      text: 'Morning. Two iPads on my desk that will not sign in, details to follow.',
    },
    { channel: 'C0GENERAL1', user: 'U0CARLAR03', text: 'The new badge readers are live on floor 3.' },
  ],
};
