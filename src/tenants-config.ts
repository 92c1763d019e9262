import { readFileSync } from 'node:fs';
import type {
  AccessConfig,
  OktaConfig,
  OktaCredential,
  TenantsConfig,
  UemConfig,
  UemCredential,
} from './connectors/config.js';
import { type VariableValues, variables } from './variables.js';

/** The configured systems as far as they could be read, and what is wrong with the rest, by the variable's name. */
export interface TenantsReading {
  readonly tenants: TenantsConfig;
  readonly mistakes: readonly string[];
}

/** The values that were set and are right. */
type Values = Partial<VariableValues>;
type Name = keyof VariableValues;

/**
 * Puts the variables of the live systems together. A system with none of its variables is absent; with some but not
 * all, a mistake: to leave it out would hide it. `isSet` tells what was written, right or wrong.
 */
export function readTenants(values: Values, isSet: (name: Name) => boolean): TenantsReading {
  const mistakes: string[] = [];
  const okta = readOkta(values, isSet, mistakes);
  const access = readAccess(values, isSet, mistakes);
  const uem = readUem(values, isSet, mistakes);
  const tenants = {
    ...(okta === undefined ? {} : { okta }),
    ...(access === undefined ? {} : { access }),
    ...(uem === undefined ? {} : { uem }),
  };
  return { tenants, mistakes };
}

type Reader<T> = (values: Values, isSet: (name: Name) => boolean, mistakes: string[]) => T | undefined;

const oktaNames = [
  'OKTA_ORG_URL',
  'OKTA_API_TOKEN',
  'OKTA_CLIENT_ID',
  'OKTA_KEY_ID',
  'OKTA_PRIVATE_KEY',
  'OKTA_PRIVATE_KEY_FILE',
] as const satisfies readonly Name[];

const readOkta: Reader<OktaConfig> = (values, isSet, mistakes) => {
  const set = oktaNames.filter(isSet);
  if (set.length === 0) return undefined;
  const byApp = set.filter((name) => name !== 'OKTA_ORG_URL' && name !== 'OKTA_API_TOKEN');
  if (isSet('OKTA_API_TOKEN') && byApp.length > 0) {
    mistakes.push(`OKTA_API_TOKEN and ${byApp.join(', ')} are two ways in. Keep one of them.`);
    return undefined;
  }
  if (isSet('OKTA_PRIVATE_KEY') && isSet('OKTA_PRIVATE_KEY_FILE')) {
    mistakes.push('OKTA_PRIVATE_KEY and OKTA_PRIVATE_KEY_FILE are both set. Keep one of them.');
    return undefined;
  }
  if (!isSet('OKTA_API_TOKEN') && byApp.length === 0) {
    mistakes.push(
      `OKTA_API_TOKEN is missing, but ${listed(set)} set. Set it, or OKTA_CLIENT_ID, OKTA_KEY_ID and a private key.`,
    );
    return undefined;
  }
  const isApp = byApp.length > 0;
  const complete = requireAll(
    isApp ? ['OKTA_ORG_URL', 'OKTA_CLIENT_ID', 'OKTA_KEY_ID'] : ['OKTA_ORG_URL'],
    set,
    isSet,
    mistakes,
  );
  if (isApp && !isSet('OKTA_PRIVATE_KEY') && !isSet('OKTA_PRIVATE_KEY_FILE')) {
    mistakes.push(`OKTA_PRIVATE_KEY (or OKTA_PRIVATE_KEY_FILE) is missing, but ${listed(set)} set. Set it too.`);
    return undefined;
  }
  const credential = isApp ? serviceApp(values, mistakes) : apiToken(values);
  const { OKTA_ORG_URL: url } = values;
  return complete && url !== undefined && credential !== undefined ? { url, credential } : undefined;
};

function apiToken({ OKTA_API_TOKEN: token }: Values): OktaCredential | undefined {
  return token === undefined ? undefined : { kind: 'token', token };
}

function serviceApp(values: Values, mistakes: string[]): OktaCredential | undefined {
  const { OKTA_CLIENT_ID: clientId, OKTA_KEY_ID: keyId, OKTA_PRIVATE_KEY: given, OKTA_PRIVATE_KEY_FILE: file } = values;
  const privateKey = given ?? (file === undefined ? undefined : keyFrom(file, mistakes));
  if (clientId === undefined || keyId === undefined || privateKey === undefined) return undefined;
  return { kind: 'service-app', clientId, keyId, privateKey };
}

function keyFrom(file: string, mistakes: string[]): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch {
    mistakes.push('OKTA_PRIVATE_KEY_FILE cannot be read. It must be a file that the bot’s user may read.');
    return undefined;
  }
  const read = variables.OKTA_PRIVATE_KEY.schema.safeParse(text);
  if (!read.success) mistakes.push(`OKTA_PRIVATE_KEY_FILE ${read.error.issues[0]?.message}.`);
  return read.data;
}

const readAccess: Reader<AccessConfig> = (values, isSet, mistakes) => {
  const names = ['ACCESS_URL', 'ACCESS_CLIENT_ID', 'ACCESS_CLIENT_SECRET'] as const;
  const set = names.filter(isSet);
  if (set.length === 0 || !requireAll(names, set, isSet, mistakes)) return undefined;
  const { ACCESS_URL: url, ACCESS_CLIENT_ID: clientId, ACCESS_CLIENT_SECRET: clientSecret } = values;
  if (url === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { url, clientId, clientSecret };
};

const uemOAuth = ['UEM_TOKEN_URL', 'UEM_CLIENT_ID', 'UEM_CLIENT_SECRET'] as const;
const uemBasic = ['UEM_USERNAME', 'UEM_PASSWORD'] as const;

const readUem: Reader<UemConfig> = (values, isSet, mistakes) => {
  const set = (['UEM_URL', ...uemOAuth, ...uemBasic, 'UEM_TENANT_CODE'] as const).filter(isSet);
  if (set.length === 0) return undefined;
  const [oauth, basic] = [uemOAuth.filter(isSet), uemBasic.filter(isSet)];
  if (oauth.length > 0 && basic.length > 0) {
    mistakes.push(`${[...oauth, ...basic].join(', ')} are two ways in. Keep OAuth, or the user name and password.`);
    return undefined;
  }
  if (oauth.length + basic.length === 0) {
    mistakes.push(
      `UEM_CLIENT_ID is missing, but ${listed(set)} set. Set it with UEM_CLIENT_SECRET and UEM_TOKEN_URL, or set UEM_USERNAME, UEM_PASSWORD and UEM_TENANT_CODE.`,
    );
    return undefined;
  }
  const needed = oauth.length > 0 ? uemOAuth : ([...uemBasic, 'UEM_TENANT_CODE'] as const);
  if (!requireAll(['UEM_URL', ...needed], set, isSet, mistakes)) return undefined;
  const { UEM_URL: url, UEM_TENANT_CODE: tenantCode } = values;
  const credential = uemCredential(values);
  if (url === undefined || credential === undefined) return undefined;
  return { url, credential, ...(tenantCode === undefined ? {} : { tenantCode }) };
};

function uemCredential(values: Values): UemCredential | undefined {
  const { UEM_TOKEN_URL: tokenUrl, UEM_CLIENT_ID: clientId, UEM_CLIENT_SECRET: clientSecret } = values;
  if (tokenUrl !== undefined && clientId !== undefined && clientSecret !== undefined) {
    return { kind: 'oauth', tokenUrl, clientId, clientSecret };
  }
  const { UEM_USERNAME: username, UEM_PASSWORD: password } = values;
  return username === undefined || password === undefined ? undefined : { kind: 'basic', username, password };
}

/** Adds a mistake for each of `needed` that is not set; true when there is none. */
function requireAll(
  needed: readonly Name[],
  set: readonly Name[],
  isSet: (name: Name) => boolean,
  mistakes: string[],
): boolean {
  const missing = needed.filter((name) => !isSet(name));
  mistakes.push(...missing.map((name) => `${name} is missing, but ${listed(set)} set. Set it too.`));
  return missing.length === 0;
}

function listed(names: readonly Name[]): string {
  return `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'}`;
}
