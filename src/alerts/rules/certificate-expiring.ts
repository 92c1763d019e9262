import type { SamlMetadata } from '../../connectors/access/index.js';
import type { OktaIdentityProvider, OktaKey } from '../../connectors/okta/index.js';
import { certificateOf } from '../../lookups/halves/certificates.js';
import { workspaceOneProviders } from '../../lookups/halves/identity-provider.js';
import { clipped } from '../../lookups/wording/time.js';
import type { Product } from '../../model/system.js';
import type { Finding } from '../finding.js';
import { rungOf } from '../parts/ladder.js';
import { asLine } from '../parts/lines.js';
import { isNamed } from '../parts/named.js';
import type { Ask, RuleContext, StateRule } from '../rule.js';

const hourMs = 60 * 60_000;
/** How a certificate is renewed, on both sides. */
const article = 'certificate-expired';
/** Each costs a call. */
const mostApps = 3;

/** A certificate on which the trust between Okta and Workspace ONE rests. */
interface Known {
  readonly system: Product;
  /** Which it is: the same in both systems, until it is replaced. */
  readonly group: string;
  /** Where it is. */
  readonly key: string;
  /** Said in the middle of a sentence: “the certificate that …”. */
  readonly what: string;
  /** ISO 8601. */
  readonly endsAt: string | undefined;
  readonly without: string;
  readonly remedy: string;
}

/**
 * A certificate between Okta and Workspace ONE nears its end: that with which Access signs, those that Okta trusts for
 * it, and that with which Okta signs for Workspace ONE's app. The same one in two places is one alert. Told at each rung
 * of the ladder. A trusted certificate that Access no longer signs with is left over from a change, and may run out as
 * long as the current one is trusted.
 */
export const certificateExpiring: StateRule = {
  kind: 'state',
  id: 'certificate-expiring',
  title: 'A certificate between Okta and Workspace ONE expires',
  articles: [article],
  systems: ['okta', 'access'],
  everyMs: hourMs,
  read: async (ask, { now, names, thresholds }) => {
    const metadata = await ask('access', (access) => access.samlMetadata());
    const signing = metadata.isRead ? metadata.value.certificates.filter(({ use }) => use !== 'encryption') : [];
    const known = [
      ...signing.map(ofAccess),
      ...(await trustedByOkta(ask, names, new Set(signing.map(({ fingerprint }) => fingerprint)))),
      ...(await ofApps(ask, names)),
    ];
    return known.flatMap((one) => findingOf(one, thresholds, now) ?? []);
  },
};

function ofAccess({ fingerprint, notAfter }: SamlMetadata['certificates'][number]): Known {
  return {
    system: 'access',
    group: fingerprint,
    key: 'access',
    what: `The certificate with which Workspace ONE Access signs (SHA-256 ${fingerprint.slice(0, 23)}…)`,
    endsAt: notAfter,
    without: 'sign in to Okta through Workspace ONE',
    remedy: 'Make a new one in Access and import it into the identity provider in Okta at the same time.',
  };
}

async function trustedByOkta(ask: Ask, names: RuleContext['names'], current: ReadonlySet<string>): Promise<Known[]> {
  const providers = await ask('okta', (okta) => okta.identityProviders());
  if (!providers.isRead) return [];
  const keys = await ask('okta', (okta) => okta.idpKeys());
  if (!keys.isRead) return [];
  const ours = workspaceOneProviders(providers.value.items, names.identityProvider);
  return ours
    .filter(({ status }) => status === 'ACTIVE')
    .flatMap((provider) => trustedFor(provider, keys.value.items, current));
}

function trustedFor(provider: OktaIdentityProvider, keys: readonly OktaKey[], current: ReadonlySet<string>): Known[] {
  const { kid, additionalKids } = provider.protocol?.credentials?.trust ?? {};
  const kids = new Set([kid, ...(additionalKids ?? [])]);
  const trusted = keys.filter((key) => kids.has(key.kid)).map((key) => ({ key, certificate: certificateOf(key) }));
  const inUse = trusted.filter(({ certificate: { fingerprint } }) => fingerprint && current.has(fingerprint));
  return (inUse.length > 0 ? inUse : trusted).map(({ key, certificate }) => ({
    system: 'okta',
    group: certificate.fingerprint ?? key.kid,
    key: `identity provider ${provider.id}`,
    what: `The certificate that Okta trusts for the identity provider “${clipped(provider.name, 80)}”`,
    endsAt: certificate.expiresAt,
    without: 'sign in to Okta through Workspace ONE',
    remedy: 'Import the current one of Workspace ONE Access into the identity provider.',
  }));
}

async function ofApps(ask: Ask, { app: name }: RuleContext['names']): Promise<Known[]> {
  const found = await ask('okta', (okta) => okta.findApps(name));
  const apps = found.isRead
    ? found.value.items.filter(({ label, status }) => isNamed(label, name) && status === 'ACTIVE')
    : [];
  const known: Known[] = [];
  for (const { id, label, credentials } of apps.slice(0, mostApps)) {
    const keys = await ask('okta', (okta) => okta.appKeys(id));
    const key = keys.isRead ? keys.value.items.find(({ kid }) => kid === credentials?.signing?.kid) : undefined;
    if (key === undefined) continue;
    const { fingerprint, expiresAt } = certificateOf(key);
    known.push({
      system: 'okta',
      group: fingerprint ?? key.kid,
      key: `app ${id}`,
      what: `The certificate with which Okta signs for the app “${clipped(label, 80)}”`,
      endsAt: expiresAt,
      without: 'sign in to Workspace ONE through Okta',
      remedy: 'Make a new one in the app and give its metadata to Workspace ONE Access at the same time.',
    });
  }
  return known;
}

function findingOf(known: Known, thresholds: RuleContext['thresholds'], now: number): Finding | undefined {
  const { system, group, key, what, endsAt, without, remedy } = known;
  const ends = endsAt === undefined ? Number.NaN : Date.parse(endsAt);
  const rung = Number.isNaN(ends) ? undefined : rungOf(ends, thresholds.certificateDays, now);
  if (rung === undefined) return undefined;
  const line = asLine(
    `${what} ${rung.says}: ${ends <= now ? 'since then' : 'from then on'} nobody can ${without}. ${remedy}`,
  );
  return {
    group,
    key,
    severity: rung.severity,
    title: line,
    text: what,
    at: now,
    rank: rung.rank,
    gathers: false,
    systems: [system],
    articleId: article,
  };
}
