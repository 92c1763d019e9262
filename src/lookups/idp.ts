import type { SamlMetadata } from '../connectors/access/index.js';
import type { OktaIdentityProvider } from '../connectors/okta/index.js';
import type { ReportLine } from '../model/lookup.js';
import { expiryLine, metadataLine } from './halves/certificates.js';
import { type Finding, finding } from './halves/finding.js';
import { workspaceOneProviders } from './halves/identity-provider.js';
import { providerLines } from './halves/provider-section.js';
import type { Inquiry } from './inquiry.js';
import { accessRole, type Lookup, type LookupFindings } from './lookup.js';
import { line } from './wording/lines.js';
import { partSection, section } from './wording/sections.js';
import { clipped } from './wording/time.js';

/** Okta's identity provider for Workspace ONE, compared with what Workspace ONE Access says of itself. */
export const idp = {
  id: 'idp',
  title: 'How Okta’s identity provider for Workspace ONE is set up, and when its certificates end',
  needs: { okta: ['okta.idps.read', 'okta.policies.read'], access: [accessRole] },
  run: runIdp,
} satisfies Lookup;

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
