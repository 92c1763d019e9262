import type { SamlMetadata } from '../../connectors/access/index.js';
import type { Page } from '../../connectors/http/page.js';
import type { OktaDiscoveryRule, OktaIdentityProvider, OktaKey } from '../../connectors/okta/index.js';
import type { ReportLine } from '../../model/lookup.js';
import type { Answer, Inquiry } from '../inquiry.js';
import { line, linesOf } from '../wording/lines.js';
import { clipped } from '../wording/time.js';
import { certificateOf, expiryLine, trustLine } from './certificates.js';
import { type Finding, finding } from './finding.js';
import { issuerFinding, issuerLine, requestContextOf } from './identity-provider.js';
import { ruleLines } from './routing-rules.js';

const wrongIssuer = 'saml-request-missing';

/** What is compared with each identity provider. */
export interface ComparedWith {
  readonly keys: Answer<Page<OktaKey>>;
  readonly rules: Answer<Page<OktaDiscoveryRule>>;
  readonly metadata: Answer<SamlMetadata>;
}

/** The lines about one identity provider in Okta; what is wrong with it goes into `findings`. */
export function providerLines(
  inquiry: Inquiry,
  provider: OktaIdentityProvider,
  { keys, rules, metadata }: ComparedWith,
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

function contextLine(inquiry: Inquiry, provider: OktaIdentityProvider): ReportLine {
  const label = 'Request Authentication Context';
  const context = requestContextOf(provider);
  if (context === undefined) {
    return line(
      'unknown',
      label,
      `not told by the API: see Security → Identity Providers → ${clipped(provider.name, 80)} → Configure (with Device Trust it must be “Device Trust”)`,
    );
  }
  const value = clipped(context.value, 80);
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
