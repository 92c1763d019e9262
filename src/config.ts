import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AlertConfig, readAlertConfig } from './alerts-config.js';
import type { JoiningNames, TenantsConfig } from './connectors/config.js';
import type { LookupRights } from './desk/permission.js';
import { UserError } from './model/errors.js';
import { readTenants } from './tenants-config.js';
import { type Variable, type VariableName, type VariableValues, variables } from './variables.js';

/** What every way of running needs. All folders are absolute. */
interface CommonConfig {
  readonly logLevel: VariableValues['LOG_LEVEL'];
  readonly dataDir: string;
  readonly knowledgeDir: string;
  readonly intentsDir: string;
  /** Also when the bot is on a real workspace: the CLI can start the playground beside it. */
  readonly playgroundPort: number;
  /** The live systems to ask; those not configured are absent. On a workspace and in the playground alike. */
  readonly tenants: TenantsConfig;
  /** How the things are called that join Okta and Workspace ONE. */
  readonly names: JoiningNames;
  /** Who may look people up, and who may read the record of it. Slack ids. */
  readonly lookupRights: LookupRights;
  readonly alerts: AlertConfig;
}

interface WorkspaceConfig {
  readonly botToken: string;
  /** Base address of the Web API, when it is not Slack's own. */
  readonly apiUrl?: string;
  /** Channel id for questions that need a person. */
  readonly handOverChannel?: string;
}

/** Events come over a WebSocket that the bot opens. */
interface SocketModeConfig extends WorkspaceConfig {
  readonly appToken: string;
}

/** Slack posts events to the bot. */
interface HttpModeConfig extends WorkspaceConfig {
  readonly signingSecret: string;
  readonly port: number;
  /** All addresses of the machine if left out. */
  readonly host?: string;
}

/** How the bot is to run. `playground` when no Slack variable is set. */
export type Config = CommonConfig &
  (
    | { readonly mode: 'playground' }
    | { readonly mode: 'socket'; readonly slack: SocketModeConfig }
    | { readonly mode: 'http'; readonly slack: HttpModeConfig }
  );

/** Environment variables as Node has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Turns the environment into a configuration. A variable that is empty counts as not set. Throws one `UserError`
 * `bad-config` that lists every mistake by the variable's name, with what would be right and never with the value.
 */
export function readConfig(env: Environment): Config {
  const { values, mistakes } = readVariables(env);
  const isSet = (name: VariableName) => textOf(env, name) !== undefined;
  const { tenants, mistakes: inTenants } = readTenants(values, isSet);
  mistakes.push(...missingHalf(isSet), ...inTenants);
  if (mistakes.length > 0) throw badConfig(mistakes);

  const common: CommonConfig = {
    logLevel: values.LOG_LEVEL,
    dataDir: resolve(values.DATA_DIR),
    knowledgeDir: values.KNOWLEDGE_DIR === undefined ? ownFolder('knowledge') : resolve(values.KNOWLEDGE_DIR),
    intentsDir: values.INTENTS_DIR === undefined ? ownFolder('intents') : resolve(values.INTENTS_DIR),
    playgroundPort: values.PLAYGROUND_PORT,
    tenants,
    names: { app: values.OKTA_WS1_APP, identityProvider: values.OKTA_WS1_IDP, token: values.OKTA_WS1_TOKEN },
    lookupRights: {
      userGroups: values.LOOKUP_USER_GROUPS ?? [],
      users: values.LOOKUP_USERS ?? [],
      channels: values.LOOKUP_CHANNELS ?? [],
      admins: values.LOOKUP_ADMINS ?? [],
      ...(values.LOOKUP_CONTACT === undefined ? {} : { contact: values.LOOKUP_CONTACT }),
    },
    alerts: readAlertConfig(values),
  };
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  if (botToken === undefined) return { ...common, mode: 'playground' };
  const workspace: WorkspaceConfig = {
    botToken,
    ...(values.SLACK_API_URL === undefined ? {} : { apiUrl: values.SLACK_API_URL }),
    ...(values.HANDOVER_CHANNEL === undefined ? {} : { handOverChannel: values.HANDOVER_CHANNEL }),
  };
  if (appToken !== undefined) return { ...common, mode: 'socket', slack: { ...workspace, appToken } };
  if (signingSecret === undefined) throw badConfig([noWayIn]);
  const host = values.HOST === undefined ? {} : { host: values.HOST };
  return { ...common, mode: 'http', slack: { ...workspace, signingSecret, port: values.PORT, ...host } };
}

const noWayIn =
  'SLACK_APP_TOKEN is missing: SLACK_BOT_TOKEN alone cannot receive anything. Set it for Socket Mode, or set SLACK_SIGNING_SECRET (and PORT) for HTTP mode.';

/**
 * Adds the variables of a `.env` file to the process's environment. What is set already stays as it is, and a missing
 * file is fine. Throws `UserError` `bad-config` when there is such a file but it cannot be read.
 */
export function loadEnvironment(path = '.env'): void {
  try {
    process.loadEnvFile(path);
  } catch (error) {
    // Node reports every file it cannot read as missing (ENOENT), so that is not to be relied on.
    if (!existsSync(path)) return;
    throw new UserError('bad-config', `${path} cannot be read. It must be a file that the bot's user may read.`, {
      cause: error,
    });
  }
}

function readVariables(env: Environment): { values: VariableValues; mistakes: string[] } {
  const mistakes: string[] = [];
  const names = Object.keys(variables) as VariableName[];
  const entries = names.map((name) => {
    const variable: Variable = variables[name];
    const text = textOf(env, name) ?? variable.default;
    if (text === undefined) return [name, undefined];
    const read = variable.schema.safeParse(text);
    if (!read.success) mistakes.push(`${name} ${read.error.issues[0]?.message}.`);
    return [name, read.data];
  });
  return { values: Object.fromEntries(entries) as VariableValues, mistakes };
}

/** A workspace that is only half configured is a mistake: falling back to the playground would hide it. */
function missingHalf(isSet: (name: VariableName) => boolean): string[] {
  if (isSet('SLACK_BOT_TOKEN')) {
    return isSet('SLACK_APP_TOKEN') || isSet('SLACK_SIGNING_SECRET') ? [] : [noWayIn];
  }
  const half = (['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL'] as const).filter(isSet);
  if (half.length === 0) return [];
  return [
    `SLACK_BOT_TOKEN is missing, but ${half.join(' and ')} ${half.length === 1 ? 'is' : 'are'} set. Set it to join a workspace, or set no SLACK_ variable for the playground.`,
  ];
}

function badConfig(mistakes: readonly string[]): UserError {
  const heading = mistakes.length === 1 ? 'The configuration has a mistake:' : 'The configuration has mistakes:';
  const list = mistakes.map((mistake) => `- ${mistake}`).join('\n');
  return new UserError(
    'bad-config',
    `${heading}\n${list}\nCorrect it in .env or in the environment, then start again.`,
  );
}

function textOf(env: Environment, name: VariableName): string | undefined {
  return env[name]?.trim() || undefined;
}

/** A data folder that comes with the bot, wherever it is started from. */
function ownFolder(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}
