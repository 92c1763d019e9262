import type { SamlMetadata } from '../connectors/access/index.js';
import type { Page } from '../connectors/http/page.js';
import type { OktaDiscoveryRule, OktaIdentityProvider, OktaKey } from '../connectors/okta/index.js';
import type { ReportLine } from '../model/lookup.js';
import { certificateOf, expiryLine, metadataLine, trustLine } from './halves/certificates.js';
import { type Finding, finding } from './halves/finding.js';
import { issuerFinding, issuerLine, workspaceOneProviders } from './halves/identity-provider.js';
import { ruleLines } from './halves/routing-rules.js';
import type { Answer, Inquiry } from './inquiry.js';
import { accessRole, type Lookup, type LookupFindings } from './lookup.js';
import { line, linesOf } from './wording/lines.js';
import { partSection, section } from './wording/sections.js';
import { clipped } from './wording/time.js';

const wrongIssuer = 'saml-request-missing';

/** Okta's identity provider for Workspace ONE, compared with what Workspace ONE Access says of itself. */
export const idp = {
  id: 'idp',
  title: 'How Okta’s identity provider for Workspace ONE is set up, and when its certificates end',
  about: 'tenant',
  needs: { okta: ['okta.idps.read', 'okta.policies.read'], access: [accessRole] },
  run: runIdp,
} satisfies Lookup;

/** What is compared with each identity provider. */
interface Surroundings {
  readonly keys: Answer<Page<OktaKey>>;
  readonly rules: Answer<Page<OktaDiscoveryRule>>;
  readonly metadata: Answer<SamlMetadata>;
}

async function runIdp(inquiry: Inquiry): Promise<LookupFindings> {
  const [providers, keys, rules, metadata] = await Promise.all([
    inquiry.ask('okta', (okta) => okta.identityProviders()),
    inquiry.ask('okta', (okta) => okta.idpKeys()),
    inquiry.ask('okta', (okta) => okta.idpDiscoveryRules()),
    inquiry.ask('access', (access) => access.samlMetadata()),
  ]);
  const findings: Finding[] = [];
  const accessPart = partSection(
    'Workspace ONE Access',
    'access',
    metadata.isRead ? undefined : metadata.problem.message,
    metadata.isRead ? accessLines(inquiry, metadata.value, findings) : [],
  );
  if (!providers.isRead) {
    const { message } = providers.problem;
    return {
      isFinding: findings.length > 0,
      summary: [findings[0]?.text, message].filter(Boolean).join(' '),
      sections: [partSection('Okta', 'okta', message, []), accessPart],
    };
  }
  const { identityProvider: name } = inquiry.settings;
  const found = workspaceOneProviders(providers.value.items, name);
  if (found.length === 0) {
    inquiry.found('okta', `SAML identity providers that begin with “${name}”`, 'none');
    findings.unshift(
      finding(
        'issuer',
        `Okta has no SAML identity provider whose name begins with “${clipped(name, 80)}”: set OKTA_WS1_IDP if it is called otherwise.`,
      ),
    );
  }
  const parts = found.map((provider) =>
    section(
      `Okta identity provider “${clipped(provider.name, 80)}”`,
      providerLines(inquiry, provider, { keys, rules, metadata }, findings),
      {
        system: 'okta',
        ...(providers.value.more ? { more: 'There are more identity providers than were read.' } : {}),
      },
    ),
  );
  const [top] = findings;
  return {
    isFinding: top !== undefined,
    summary: summaryOf(inquiry, found, top),
    ...(top?.articleId === undefined ? {} : { articleId: top.articleId }),
    sections: [
      ...(parts.length > 0
        ? parts
        : [partSection('Okta', 'okta', undefined, [line('bad', 'Identity provider', 'none')])]),
      accessPart,
    ],
  };
}

function summaryOf({ problems }: Inquiry, found: readonly OktaIdentityProvider[], top: Finding | undefined): string {
  const unread =
    problems.length === 0 ? '' : ` Not everything could be read: ${problems.map(({ message }) => message).join(' ')}`;
  if (top !== undefined) return `${top.text}${unread}`;
  const names = found.map(({ name }) => `“${clipped(name, 80)}”`).join(', ');
  return `Nothing is wrong with the identity provider ${names} as far as the API tells.${unread}`;
}

function accessLines(inquiry: Inquiry, metadata: SamlMetadata, findings: Finding[]): ReportLine[] {
  inquiry.found('access', 'Entity ID in the metadata', clipped(metadata.entityId, 300));
  const signing = metadata.certificates.filter(({ use }) => use !== 'encryption');
  return [
    line('note', 'Entity ID', clipped(metadata.entityId, 300)),
    ...signing.map(({ notAfter, fingerprint }) =>
      expiryLine(
        inquiry,
        'access',
        'Certificate that Access signs with',
        { expiresAt: notAfter, fingerprint },
        findings,
      ),
    ),
    metadataLine(inquiry, metadata),
  ];
}

function providerLines(
  inquiry: Inquiry,
  provider: OktaIdentityProvider,
  { keys, rules, metadata }: Surroundings,
  findings: Finding[],
): ReportLine[] {
  const name = clipped(provider.name, 80);
  const isActive = provider.status === 'ACTIVE';
  inquiry.found('okta', `Status of the identity provider “${name}”`, provider.status);
  const wrong = issuerFinding(provider, wrongIssuer);
  if (wrong !== undefined) findings.unshift(wrong);
  if (!isActive)
    findings.unshift(finding('issuer', `Okta’s identity provider “${name}” is ${provider.status.toLowerCase()}.`));
  return [
    line(isActive ? 'good' : 'bad', 'Status', provider.status.toLowerCase()),
    issuerLine(inquiry, provider, wrongIssuer),
    ...(metadata.isRead && wrong === undefined ? [entityLine(provider, metadata.value, findings)] : []),
    ...matchLines(inquiry, provider),
    contextLine(inquiry, provider),
    ...linesOf('Trusted certificate', keys, ({ items }) => trustLines(inquiry, provider, items, metadata, findings)),
    ...linesOf('Routing rules', rules, ({ items }) => ruleLines(inquiry, items, provider.id)),
  ];
}

function entityLine(provider: OktaIdentityProvider, metadata: SamlMetadata, findings: Finding[]): ReportLine {
  const label = 'Issuer is the entity ID of Access';
  if (provider.protocol?.credentials?.trust?.issuer === metadata.entityId) return line('good', label, 'yes');
  findings.push(
    finding(
      'issuer',
      `The issuer in Okta is not the entity ID of Workspace ONE Access (${clipped(metadata.entityId, 200)}).`,
      wrongIssuer,
    ),
  );
  return line('bad', label, `no: ${clipped(metadata.entityId, 300)}`, wrongIssuer);
}

const matchTypes: Readonly<Record<string, string>> = {
  USERNAME: 'Okta username',
  EMAIL: 'e-mail address',
  USERNAME_OR_EMAIL: 'Okta username or e-mail address',
  CUSTOM_ATTRIBUTE: 'an attribute of its own',
};

/** What is taken from the assertion, and what of the user it is compared with. */
function matchLines(inquiry: Inquiry, { name, policy }: OktaIdentityProvider): ReportLine[] {
  const { userNameTemplate, matchType, matchAttribute, filter } = policy?.subject ?? {};
  const template = clipped(userNameTemplate?.template ?? 'not told', 120);
  const matched = matchTypes[matchType ?? ''] ?? matchType ?? 'not told';
  const against = matchAttribute ? `${matched}: ${matchAttribute}` : matched;
  inquiry.found(
    'okta',
    `IdP username and match rule of “${clipped(name, 80)}”`,
    clipped(`${template} against ${against}`, 200),
  );
  return [
    line(template === 'idpuser.subjectNameId' ? 'good' : 'note', 'IdP username', template),
    line('note', 'Matched against', clipped(against, 120)),
    ...(filter ? [line('note', 'Only names that fit', clipped(filter, 120))] : []),
    ...(policy?.provisioning?.action === 'AUTO' ? [line('note', 'When nobody fits', 'Okta creates a user')] : []),
  ];
}

/** The setting is not part of the published API, so it is looked for, and its absence says nothing. */
function contextLine(inquiry: Inquiry, { name, protocol }: OktaIdentityProvider): ReportLine {
  const label = 'Request Authentication Context';
  const all = { ...protocol, ...protocol?.settings };
  const entry = Object.entries(all).find(
    ([key, value]) =>
      /authn?context|authenticationcontext|devicetrust/i.test(key) &&
      ['string', 'boolean', 'number'].includes(typeof value),
  );
  if (entry === undefined) {
    return line(
      'unknown',
      label,
      `not told by the API: see Security → Identity Providers → ${clipped(name, 80)} → Configure (with Device Trust it must be “Device Trust”)`,
    );
  }
  const value = clipped(String(entry[1]), 80);
  inquiry.found('okta', label, value);
  return line('note', label, value);
}

function trustLines(
  inquiry: Inquiry,
  { protocol }: OktaIdentityProvider,
  keys: readonly OktaKey[],
  metadata: Answer<SamlMetadata>,
  findings: Finding[],
): ReportLine[] {
  const { kid, additionalKids } = protocol?.credentials?.trust ?? {};
  const kids = new Set([kid, ...(additionalKids ?? [])].flatMap((one) => one ?? []));
  const trusted = keys.filter((key) => kids.has(key.kid)).map(certificateOf);
  if (trusted.length === 0)
    return [line('unknown', 'Trusted certificate', 'not among the certificates that were read')];
  return [
    ...trusted.map((certificate) =>
      expiryLine(inquiry, 'okta', 'Certificate of Access that Okta trusts', certificate, findings),
    ),
    ...(metadata.isRead
      ? [trustLine(trusted, metadata.value, findings)]
      : [line('unknown', 'Same certificate on both sides', metadata.problem.message)]),
  ];
}
