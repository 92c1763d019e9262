import type { Tenants } from '../../connectors/index.js';
import { type Product, productNames, products } from '../../model/system.js';
import { TenantError } from '../../model/tenant-error.js';
import type { DoctorParts, Finding, Proof } from './finding.js';
import type { Need } from './needs.js';

/** One small read, and what it proves. */
interface Probe {
  /** A scope, or what is read, for people. */
  readonly what: string;
  readonly error: TenantError | undefined;
}

const notConfigured: Readonly<Record<Product, string>> = {
  okta: 'OKTA_ORG_URL and OKTA_API_TOKEN (or OKTA_CLIENT_ID, OKTA_KEY_ID and a private key)',
  access: 'ACCESS_URL, ACCESS_CLIENT_ID and ACCESS_CLIENT_SECRET',
  uem: 'UEM_URL, UEM_TOKEN_URL, UEM_CLIENT_ID and UEM_CLIENT_SECRET (or UEM_USERNAME, UEM_PASSWORD and UEM_TENANT_CODE)',
};

/** Nobody is called so; that the search finds nobody proves that it may search. */
const nobody = 'wo-okta-doctor';

/** Whether each configured live system takes its credential and allows each read that lookups make. Asks all at once. */
export async function checkTenants({
  configuration,
  tenants,
  needs,
  now,
}: Pick<DoctorParts, 'configuration' | 'tenants' | 'needs' | 'now'>): Promise<Finding[]> {
  if (!configuration.ok) {
    return [
      { check: 'tenants', status: 'skipped', summary: 'The live systems are asked once the configuration is right.' },
    ];
  }
  const [clients, rights] = await Promise.all([tenants(configuration.config), needs()]);
  const isToken = configuration.config.tenants.okta?.credential.kind === 'token';
  return Promise.all(
    products.map(async (system): Promise<Finding> => {
      const probes = await probesOf(clients, system, now);
      if (probes !== undefined) return judged(system, probes, { rights, isToken });
      return {
        check: system,
        status: 'skipped',
        summary: `${productNames[system]} is not configured, so lookups do not ask it.`,
        next: `To connect it, set ${notConfigured[system]}.`,
      };
    }),
  );
}

/** Undefined when the system is not configured. */
async function probesOf(
  { okta, access, uem }: Tenants,
  system: Product,
  now: () => number,
): Promise<readonly Probe[] | undefined> {
  switch (system) {
    case 'okta':
      return (await okta?.proveScopes())?.map(({ scope, error }) => ({ what: scope, error }));
    case 'access':
      return access === undefined
        ? undefined
        : Promise.all([
            probe('users', () => access.findUsers('userName', nobody)),
            probe('audit events', () => access.auditEvents({ ...lastMinute(now), pageSize: 1, pages: 1 })),
            probe('applications', () => access.findCatalogItems(nobody)),
            probe('SAML metadata', () => access.samlMetadata()),
          ]);
    case 'uem':
      return uem === undefined
        ? undefined
        : Promise.all([
            probe('users', () => uem.findUsers('username', nobody)),
            probe('devices', () => uem.devicesOfUser(nobody)),
            probe('profiles', () => uem.iosSsoProfiles()),
          ]);
  }
}

async function probe(what: string, read: () => Promise<unknown>): Promise<Probe> {
  try {
    await read();
    return { what, error: undefined };
  } catch (error) {
    if (error instanceof TenantError) return { what, error };
    throw error;
  }
}

function lastMinute(now: () => number): { from: Date; to: Date } {
  return { from: new Date(now() - 60_000), to: new Date(now()) };
}

interface Circumstances {
  readonly rights: readonly Need[];
  /** How the bot proves itself to Okta: by an API token, or else as a service app. */
  readonly isToken: boolean;
}

function judged(system: Product, probes: readonly Probe[], { rights, isToken }: Circumstances): Finding {
  const name = productNames[system];
  const proofs = probes.map((one) => proofOf(one, rights));
  // What an org's edition does not have is no fault.
  const errors = probes.flatMap(({ error }) => (error === undefined || error.code === 'not-found' ? [] : error));
  const [first] = errors;
  if (first === undefined) {
    return {
      check: system,
      status: 'ok',
      summary: `${name} takes the credential and lets it read all that lookups need.`,
      details: proofs.map(lineOf),
      proofs,
    };
  }
  const refusal = errors.find(({ code }) => code === 'unauthorised');
  if (refusal !== undefined) return { check: system, status: 'wrong', summary: refusal.message, proofs };
  // One reason for all is told once.
  if (errors.length === probes.length && errors.every(({ code }) => code === first.code && code !== 'forbidden')) {
    return { check: system, status: 'unread', summary: first.message, proofs };
  }
  const missing = proofs.filter((proof) => !proof.isProven && proof.code === 'forbidden');
  const readable = probes.length - errors.length;
  return {
    check: system,
    status: missing.length > 0 ? 'wrong' : 'unread',
    summary: `${name} could be read in ${readable} of the ${probes.length} places that lookups need.`,
    details: proofs.map(lineOf),
    ...(missing.length === 0
      ? {}
      : {
          next: grant(
            system,
            missing.map(({ what }) => what),
            isToken,
          ),
        }),
    proofs,
  };
}

function proofOf({ what, error }: Probe, rights: readonly Need[]): Proof {
  if (error === undefined) return { what, isProven: true };
  const neededBy = rights.find(({ right }) => right === what)?.neededBy;
  return {
    what,
    isProven: false,
    code: error.code,
    message: error.message,
    ...(neededBy === undefined ? {} : { neededBy }),
  };
}

function lineOf(proof: Proof): string {
  if (proof.isProven) return `✓ ${proof.what}`;
  const without = proof.neededBy === undefined ? '' : `, without which ${listed(proof.neededBy)} cannot tell all`;
  if (proof.code === 'forbidden') return `✗ ${proof.what}: not granted${without}`;
  return `${proof.code === 'not-found' ? '–' : '✗'} ${proof.what}: ${proof.message}`;
}

function grant(system: Product, missing: readonly string[], isToken: boolean): string {
  switch (system) {
    case 'okta':
      return isToken
        ? 'Give the owner of OKTA_API_TOKEN a role that may read this, such as Read-only Administrator (Security → Administrators).'
        : `Grant ${listed(missing)} on the “Okta API Scopes” tab of the service app, and give the app a role that may read this, such as Read-only Administrator.`;
    case 'access':
      return 'Assign the role ReadOnly Admin (or Super Admin) to the OAuth client of ACCESS_CLIENT_ID.';
    case 'uem':
      return 'Give the bot’s account a role with REST API read rights, such as Read Only, and compare UEM_TENANT_CODE with the REST API key.';
  }
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}
