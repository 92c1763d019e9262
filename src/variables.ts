import { z } from 'zod';

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
