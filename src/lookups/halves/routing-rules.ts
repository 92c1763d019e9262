import type { OktaDiscoveryRule } from '../../connectors/okta/index.js';
import type { ReportLine } from '../../model/lookup.js';
import type { Inquiry } from '../inquiry.js';
import { line, listed } from '../wording/lines.js';
import { clipped } from '../wording/time.js';

const mostRules = 10;

/** The routing rules that point at an identity provider, in the order Okta tries them. */
export function ruleLines(inquiry: Inquiry, rules: readonly OktaDiscoveryRule[], idpId: string): ReportLine[] {
  const pointing = rules.filter(({ actions }) => actions.idp?.providers?.some(({ id }) => id === idpId));
  const dynamic = rules.filter(
    ({ actions, status }) => actions.idp?.idpSelectionType === 'DYNAMIC' && status === 'ACTIVE',
  );
  const lines = pointing.slice(0, mostRules).map((rule) => ruleLine(inquiry, rule));
  if (pointing.length > mostRules)
    lines.push(line('note', 'Routing rules', `${pointing.length - mostRules} more point here`));
  if (dynamic.length > 0) {
    lines.push(
      line(
        'note',
        'Rules with an expression',
        `${listed(dynamic.map(({ name }) => `“${clipped(name, 80)}”`))} may lead here too`,
      ),
    );
  }
  if (pointing.length > 0 || dynamic.length > 0) return lines;
  inquiry.found('okta', 'Routing rules that point at the identity provider', 'none');
  return [line('note', 'Routing rules', 'none points here: nobody is sent to Workspace ONE by Okta')];
}

function ruleLine(inquiry: Inquiry, rule: OktaDiscoveryRule): ReportLine {
  const label = `Routing rule “${clipped(rule.name, 80)}”`;
  const isActive = rule.status === 'ACTIVE';
  const value = [isActive ? 'active' : rule.status.toLowerCase(), ...conditionsOf(rule)].join('; ');
  inquiry.found('okta', label, value);
  return line(isActive ? 'good' : 'note', label, clipped(value, 300));
}

function conditionsOf({ priority, conditions }: OktaDiscoveryRule): string[] {
  const { platform, userIdentifier, network, app } = conditions ?? {};
  const systems = (platform?.include ?? []).map(({ type, os }) => os?.type ?? type ?? '').filter(Boolean);
  const patterns = (userIdentifier?.patterns ?? []).flatMap(({ matchType, value }) =>
    value ? [`${(matchType ?? 'matches').toLowerCase().replaceAll('_', ' ')} ${value}`] : [],
  );
  const apps = (app?.include ?? []).length;
  return [
    ...(priority == null ? [] : [`tried as number ${priority}`]),
    ...(systems.length === 0 ? [] : [`on ${listed(systems)}`]),
    ...(patterns.length === 0 ? [] : [`for logins: ${listed(patterns)}`]),
    ...(network?.connection && network.connection !== 'ANYWHERE' ? ['in certain networks only'] : []),
    ...(apps === 0 ? [] : [`for ${apps} app${apps === 1 ? '' : 's'} only`]),
  ];
}
