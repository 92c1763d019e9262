import { createPrivateKey } from 'node:crypto';
import * as z from 'zod';
import { alertVariables } from './alert-variables.js';

/** Levels of the log, the most talkative first; each shows itself and all that follow. */
const logLevels = ['debug', 'info', 'warn', 'error'] as const;

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535 (0: any free one)')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a port number from 0 to 65535 (0: any free one)');

// The shell expands ~, a .env file does not: it would make a folder of that name.
const folder = z.string().regex(/^(?!~)/, 'must be a path written out in full, without ~');

const apiUrl = z
  .string()
  .refine(
    isSafeApiUrl,
    'must be an https address such as https://slack.com/api/ (plain http only on 127.0.0.1, [::1] or localhost), with no user, query or fragment',
  );

const origin = z
  .string()
  .refine(
    isOrigin,
    'must be an https address without a path, such as https://acme.okta.com (plain http only on 127.0.0.1, [::1] or localhost)',
  )
  .transform((text) => new URL(text).origin);

/** What goes into a header or a form as it is. */
const credential = z.string().regex(/^[\x20-\x7e]{1,4096}$/, 'must be one line of plain characters, copied whole');

const privateKey = z
  .string()
  .transform((text) => text.replaceAll('\\n', '\n').trim())
  .refine(isRsaKey, 'must be an RSA private key in PEM, without a passphrase');

const name = z.string().max(200, 'must be at most 200 characters');

/** Slack ids that start with one of `letters`, with commas or spaces between them. */
const ids = (letters: string, message: string) =>
  z
    .string()
    .max(10_000, 'must be at most 10,000 characters')
    .transform((text) => text.split(/[\s,]+/).filter((id) => id !== ''))
    .refine((list) => list.every((id) => new RegExp(`^[${letters}][A-Z0-9]{2,30}$`).test(id)), message);

/**
 * Every environment variable the bot reads: what it means to the person who sets it, an example, the default as one
 * would write it, whether it is a secret, and what it must look like. `.env.example` is generated from this table.
 */
export const variables = {
  SLACK_BOT_TOKEN: {
    meaning: 'The bot token of the Slack app: “Bot User OAuth Token” on its page, OAuth & Permissions.',
    example: 'xoxb-…',
    secret: true,
    schema: z.string().regex(/^xoxb-[A-Za-z0-9-]+$/, 'must be a bot token: it starts with xoxb-'),
  },
  SLACK_APP_TOKEN: {
    meaning:
      'For Socket Mode, which needs no public address: an app-level token with the scope connections:write (Basic Information). Wins over SLACK_SIGNING_SECRET.',
    example: 'xapp-…',
    secret: true,
    schema: z.string().regex(/^xapp-[A-Za-z0-9-]+$/, 'must be an app-level token: it starts with xapp-'),
  },
  SLACK_SIGNING_SECRET: {
    meaning: 'For HTTP mode instead, where Slack posts to this bot: “Signing Secret” under Basic Information.',
    example: '32 hexadecimal digits',
    secret: true,
    schema: z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'must be the signing secret as shown under Basic Information, without spaces'),
  },
  PORT: {
    meaning: 'The port HTTP mode listens on.',
    example: '8080',
    default: '3000',
    secret: false,
    schema: port,
  },
  HOST: {
    meaning: 'The address HTTP mode listens on; all addresses of this machine if left out.',
    example: '127.0.0.1',
    secret: false,
    schema: z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/, 'must be a host name or an IP address, without a port'),
  },
  SLACK_API_URL: {
    meaning: 'The address of the Web API when it is not Slack’s own. Every call to it carries the bot token.',
    example: 'http://127.0.0.1:4747/api/',
    secret: false,
    schema: apiUrl,
  },
  HANDOVER_CHANNEL: {
    meaning: 'The id of the channel for questions that need a person. The bot must be a member of it.',
    example: 'C0123456789',
    secret: false,
    schema: z
      .string()
      .regex(
        /^[CG][A-Z0-9]{2,30}$/,
        'must be a channel id such as C0123456789: it is at the end of “View channel details”',
      ),
  },
  DATA_DIR: {
    meaning: 'The folder where the bot remembers. One bot for each folder.',
    example: '/var/lib/wo-okta',
    default: './data',
    secret: false,
    schema: folder,
  },
  KNOWLEDGE_DIR: {
    meaning: 'A folder of articles to use instead of the bot’s own.',
    example: './knowledge',
    secret: false,
    schema: folder,
  },
  INTENTS_DIR: {
    meaning: 'A folder of intents to use instead of the bot’s own.',
    example: './intents',
    secret: false,
    schema: folder,
  },
  LOG_LEVEL: {
    meaning: `How much is written to the log: ${logLevels.join(', ')}.`,
    example: 'debug',
    default: 'info',
    secret: false,
    schema: z
      .string()
      .toLowerCase()
      .pipe(z.enum(logLevels, `must be one of ${logLevels.join(', ')}`)),
  },
  PLAYGROUND_PORT: {
    meaning: 'The port of the playground’s page, on this machine only.',
    example: '8747',
    default: '4747',
    secret: false,
    schema: port,
  },
  OKTA_ORG_URL: {
    meaning: 'The address of the Okta org, without -admin. Leave the OKTA_ variables out and Okta is not asked.',
    example: 'https://acme.okta.com',
    secret: false,
    schema: origin.refine(
      (text) => !/-admin\.(okta|oktapreview|okta-emea)\.com$/.test(text),
      'must be the org’s own address, without -admin before .okta.com',
    ),
  },
  OKTA_API_TOKEN: {
    meaning:
      'An API token (Security → API → Tokens), created by an administrator with the role Read-only Administrator. Every call renews it; unused for 30 days it expires.',
    example: '42 characters',
    secret: true,
    schema: z.string().regex(/^[\w-]{10,200}$/, 'must be an API token: letters, digits, - and _ only'),
  },
  OKTA_CLIENT_ID: {
    meaning:
      'Instead of OKTA_API_TOKEN, and better: the client id of an API Services app with “Public key / Private key”, the scopes okta.apiTokens.read, okta.apps.read, okta.idps.read, okta.logs.read, okta.policies.read, okta.profileMappings.read and okta.users.read granted, and the role Read-only Administrator. Needs OKTA_KEY_ID and a private key.',
    example: '0oa1a2b3c4d5e6f7g8h9',
    secret: false,
    schema: z.string().regex(/^[\w-]{4,100}$/, 'must be the client id of the app: letters, digits, - and _ only'),
  },
  OKTA_KEY_ID: {
    meaning: 'The KID of the key registered with that app.',
    example: 'my-key-1',
    secret: false,
    schema: z.string().regex(/^[\w.~+/=-]{1,200}$/, 'must be the KID as the app shows it'),
  },
  OKTA_PRIVATE_KEY: {
    meaning: 'The private key that belongs to it: RSA in PEM, in quotes; line breaks may be written as \\n.',
    example: '"-----BEGIN PRIVATE KEY-----\\n…"',
    secret: true,
    schema: privateKey,
  },
  OKTA_PRIVATE_KEY_FILE: {
    meaning: 'Instead of OKTA_PRIVATE_KEY: a file that holds it.',
    example: '/run/secrets/okta-key.pem',
    secret: false,
    schema: folder,
  },
  OKTA_WS1_APP: {
    meaning: 'How the label of Workspace ONE’s app in Okta begins.',
    example: 'Workspace ONE Access',
    default: 'Workspace ONE',
    secret: false,
    schema: name,
  },
  OKTA_WS1_IDP: {
    meaning: 'How the name of Workspace ONE’s identity provider in Okta begins.',
    example: 'Workspace ONE Access IdP',
    default: 'Workspace ONE',
    secret: false,
    schema: name,
  },
  OKTA_WS1_TOKEN: {
    meaning: 'How the name of the Okta API token begins that Workspace ONE Access uses for the Okta catalog.',
    example: 'ws1-catalog',
    default: 'Workspace ONE',
    secret: false,
    schema: name,
  },
  ACCESS_URL: {
    meaning:
      'The address of the Workspace ONE Access (Omnissa Access) tenant. Leave the ACCESS_ variables out and it is not asked.',
    example: 'https://acme.workspaceoneaccess.com',
    secret: false,
    schema: origin,
  },
  ACCESS_CLIENT_ID: {
    meaning:
      'The id of an OAuth client (Settings → OAuth 2.0 Management → Clients): a Service Client Token with the scope admin and the role ReadOnly Admin.',
    example: 'wo-okta',
    secret: false,
    schema: credential,
  },
  ACCESS_CLIENT_SECRET: {
    meaning: 'The shared secret of that client.',
    example: 'as shown once when the client was made',
    secret: true,
    schema: credential,
  },
  UEM_URL: {
    meaning:
      'The address of the Workspace ONE UEM API server: as in place of cn in the console’s. Leave the UEM_ variables out and it is not asked.',
    example: 'https://as123.awmdm.com',
    secret: false,
    schema: origin,
  },
  UEM_TOKEN_URL: {
    meaning:
      'For OAuth: the token address of the tenant’s region, such as https://na.uemauth.workspaceone.com/connect/token (emea, apac, uat).',
    example: 'https://emea.uemauth.workspaceone.com/connect/token',
    secret: false,
    schema: z
      .string()
      .refine(isSafeApiUrl, 'must be an https address such as https://na.uemauth.workspaceone.com/connect/token'),
  },
  UEM_CLIENT_ID: {
    meaning:
      'For OAuth: the id of a client (Groups & Settings → Configurations → OAuth Client Management) with a role that may read users, devices and profiles.',
    example: '32 hexadecimal digits',
    secret: false,
    schema: credential,
  },
  UEM_CLIENT_SECRET: {
    meaning: 'For OAuth: the secret of that client.',
    example: '32 hexadecimal digits',
    secret: true,
    schema: credential,
  },
  UEM_USERNAME: {
    meaning: 'Instead of OAuth: an administrator account with a read-only role that includes the REST API.',
    example: 'wo-okta',
    secret: false,
    // HTTP Basic ends the user name at the first colon.
    schema: credential.refine((text) => !text.includes(':'), 'must have no colon'),
  },
  UEM_PASSWORD: {
    meaning: 'The password of that account.',
    example: 'as set for the account',
    secret: true,
    schema: credential,
  },
  UEM_TENANT_CODE: {
    meaning:
      'The REST API key (Groups & Settings → All Settings → System → Advanced → API → REST API): needed with a user name and password, harmless with OAuth.',
    example: '44 characters ending in =',
    secret: true,
    schema: credential,
  },
  LOOKUP_USER_GROUPS: {
    meaning:
      'Ids of the Slack user groups whose members may look people up in the live systems. Nobody may, as long as this, LOOKUP_USERS and LOOKUP_CHANNELS are empty.',
    example: 'S0123456789,S9876543210',
    secret: false,
    schema: ids('S', 'must be ids of user groups such as S0123456789, with commas between them'),
  },
  LOOKUP_USERS: {
    meaning: 'Ids of people who may look people up: “Copy member ID” in a profile’s menu.',
    example: 'U0123456789',
    secret: false,
    schema: ids('UW', 'must be ids of people such as U0123456789, with commas between them'),
  },
  LOOKUP_CHANNELS: {
    meaning:
      'Ids of channels in which everybody may look people up. Take private ones: anybody can join a public channel.',
    example: 'C0123456789',
    secret: false,
    schema: ids('CG', 'must be ids of channels such as C0123456789, with commas between them'),
  },
  LOOKUP_ADMINS: {
    meaning:
      'Ids of people who may read who looked up whom (/wo-okta trail) and what was asked without an answer (/wo-okta gaps). It gives no right to look people up.',
    example: 'U0123456789',
    secret: false,
    schema: ids('UW', 'must be ids of people such as U0123456789, with commas between them'),
  },
  LOOKUP_CONTACT: {
    meaning: 'Whom to ask for that right, as the refusal names them.',
    example: 'the identity team in #identity',
    secret: false,
    schema: name,
  },
  ...alertVariables,
} as const satisfies Record<string, Variable>;

/** One environment variable, for people and for `readConfig`. */
export interface Variable {
  /** For the person who sets it; one or two sentences. */
  readonly meaning: string;
  readonly example: string;
  /** As one would write it in `.env`; without it, leaving the variable out means what `meaning` says. */
  readonly default?: string;
  readonly secret: boolean;
  /** Takes the text without the spaces around it. Its messages say what would be right, and never show the value. */
  readonly schema: z.ZodType<unknown, string>;
}

export type VariableName = keyof typeof variables;

/** The checked value of each variable; undefined only when it is not set and has no default. */
export type VariableValues = {
  readonly [Name in VariableName]:
    | z.output<(typeof variables)[Name]['schema']>
    | ((typeof variables)[Name] extends { readonly default: string } ? never : undefined);
};

function isSafeApiUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const local = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && local)) && `${username}${password}${search}${hash}` === '';
}

function isOrigin(text: string): boolean {
  return isSafeApiUrl(text) && ['', '/'].includes(new URL(text).pathname);
}

/** Okta's SDK signs with RS256 only. */
function isRsaKey(text: string): boolean {
  try {
    return createPrivateKey(text).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
