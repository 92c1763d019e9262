import * as z from 'zod';
import { checkAlertChannels, historySchema } from './alert-channels.js';
import type { DoctorParts, Finding } from './finding.js';
import { callSlack, type SlackSays } from './slack-call.js';

const identitySchema = z.object({ ok: z.literal(true), team: z.string(), user: z.string() });
const connectionSchema = z.object({ ok: z.literal(true), url: z.string() });

/** Whether Slack takes the tokens, grants what the manifest asks for, and has the bot where alerts go. Asks Slack itself. */
export async function checkSlack({
  configuration,
  manifestScopes,
  fetch,
}: Pick<DoctorParts, 'configuration' | 'manifestScopes' | 'fetch'>): Promise<Finding[]> {
  if (!configuration.ok) {
    return [{ check: 'bot-token', status: 'skipped', summary: 'Slack is asked once the configuration is right.' }];
  }
  const { config } = configuration;
  if (config.mode === 'playground') {
    return [
      {
        check: 'bot-token',
        status: 'skipped',
        summary: 'No workspace is configured, so there are no tokens to check.',
        next: 'To join one, make the app from slack-manifest.yaml and set SLACK_BOT_TOKEN and SLACK_APP_TOKEN.',
      },
    ];
  }
  const at = config.slack.apiUrl === undefined ? {} : { apiUrl: config.slack.apiUrl };
  const identity = callSlack(fetch, {
    ...at,
    method: 'auth.test',
    token: config.slack.botToken,
    fields: identitySchema,
  });
  const history = (channel: string) =>
    callSlack(fetch, {
      ...at,
      method: 'conversations.history',
      token: config.slack.botToken,
      params: { channel, limit: '1' },
      fields: historySchema,
    });
  const wayIn =
    config.mode === 'socket'
      ? callSlack(fetch, {
          ...at,
          method: 'apps.connections.open',
          token: config.slack.appToken,
          fields: connectionSchema,
        }).then(appToken)
      : signingSecret;
  const is = await identity;
  return [
    botToken(is),
    ...scopes(is, await manifestScopes()),
    await wayIn,
    // Of a token that Slack refuses all else is refused, too.
    ...(is.kind === 'yes' ? [await checkAlertChannels(config.alerts, is.fields.user, history)] : []),
  ];
}

function botToken(says: SlackSays<z.infer<typeof identitySchema>>): Finding {
  const check = 'bot-token';
  switch (says.kind) {
    case 'yes':
      return { check, status: 'ok', summary: `Slack takes the bot token: ${says.fields.user} in ${says.fields.team}.` };
    case 'no':
      return {
        check,
        status: 'wrong',
        summary: `Slack refuses the bot token (${says.code}).`,
        next: 'Copy “Bot User OAuth Token” from the app’s page, OAuth & Permissions, into SLACK_BOT_TOKEN.',
      };
    case 'silent':
      return unread(check, 'the bot token', says.why);
  }
}

function scopes(says: SlackSays<unknown>, wanted: readonly string[] | undefined): Finding[] {
  const check = 'scopes';
  if (says.kind !== 'yes') return [];
  if (wanted === undefined) {
    return [
      {
        check,
        status: 'skipped',
        summary: 'slack-manifest.yaml is not here, so the scopes have nothing to be compared with.',
      },
    ];
  }
  const { scopes: granted } = says;
  if (granted === undefined) {
    return [
      {
        check,
        status: 'unread',
        summary: 'The answer of Slack names no scopes (header x-oauth-scopes).',
        next: 'Compare OAuth & Permissions on the app’s page with slack-manifest.yaml.',
      },
    ];
  }
  const missing = wanted.filter((scope) => !granted.includes(scope));
  const extra = granted.filter((scope) => !wanted.includes(scope));
  if (missing.length > 0) {
    return [
      {
        check,
        status: 'wrong',
        summary: `The app lacks ${missing.length === 1 ? 'a scope' : `${missing.length} scopes`}: ${missing.join(', ')}.`,
        next: 'Add this on the app’s page, OAuth & Permissions, then press Reinstall to Workspace there.',
      },
    ];
  }
  return [
    {
      check,
      status: 'ok',
      summary: `The app has all ${wanted.length} scopes of slack-manifest.yaml.`,
      ...(extra.length === 0 ? {} : { next: `It needs none beyond those; consider taking away: ${extra.join(', ')}.` }),
    },
  ];
}

function appToken(says: SlackSays<unknown>): Finding {
  const check = 'app-token';
  switch (says.kind) {
    case 'yes':
      return { check, status: 'ok', summary: 'Slack takes the app-level token and offers a Socket Mode connection.' };
    case 'no':
      return {
        check,
        status: 'wrong',
        summary: `Slack refuses the app-level token (${says.code}).`,
        next: 'Turn on Socket Mode, make an app-level token with the scope connections:write (Basic Information), and set it as SLACK_APP_TOKEN.',
      };
    case 'silent':
      return unread(check, 'the app-level token', says.why);
  }
}

const signingSecret: Finding = {
  check: 'signing-secret',
  status: 'skipped',
  summary: 'Only a request from Slack can prove the signing secret.',
  next: 'Start the bot, then press Retry beside the Request URL on the app’s page, Event Subscriptions.',
};

function unread(check: Finding['check'], what: string, why: string): Finding {
  return {
    check,
    status: 'unread',
    summary: `Slack could not be asked about ${what}: ${why}.`,
    next: 'Check the network, the proxy and SLACK_API_URL, then run this again.',
  };
}
