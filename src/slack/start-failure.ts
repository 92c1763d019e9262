import { UserError } from '../model/errors.js';
import { slackErrorCode } from './slack-error.js';

/** What Slack answers when a token will never work. */
const refusals = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
];

/** Why the bot could not start, as a sentence with the next action where we know one. */
export function startFailure(
  error: unknown,
  during: 'bot' | 'connection',
  { port = 3_000, appToken }: { readonly port?: number | undefined; readonly appToken?: string | undefined },
): unknown {
  const code = slackErrorCode(error);
  if (code !== undefined && (refusals.includes(code) || code === 'missing_scope')) {
    return new UserError('bad-config', during === 'bot' ? botToken(code) : appLevelToken(code), { cause: error });
  }
  if (appToken === undefined && error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return new UserError(
      'address-in-use',
      `Port ${port} is taken by another program. Stop it, or set PORT to a free one.`,
      { cause: error },
    );
  }
  return error;
}

function botToken(code: string): string {
  return `Slack refused the bot token (${code}). Copy “Bot User OAuth Token” from the app’s page, OAuth & Permissions, into SLACK_BOT_TOKEN.`;
}

function appLevelToken(code: string): string {
  return `Slack refused the app-level token (${code}). Make one with the scope connections:write on the app’s page, Basic Information, and set it as SLACK_APP_TOKEN.`;
}
