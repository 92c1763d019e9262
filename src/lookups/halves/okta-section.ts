import type { OktaAppUser, OktaAssignedApp, OktaUserFactor } from '../../connectors/okta/index.js';
import type { Mark, ReportLine } from '../../model/lookup.js';
import type { Inquiry } from '../inquiry.js';
import { fullName } from '../person/resolve.js';
import { line, linesOf, listed } from '../wording/lines.js';
import { type OktaStatusMeaning, oktaStatusMeaning } from '../wording/okta-status.js';
import { clipped, counted, moment } from '../wording/time.js';
import { type Finding, finding } from './finding.js';
import { issuerArticle, issuerFinding, issuerLine, workspaceOneProviders } from './identity-provider.js';
import type { OktaHalf } from './okta.js';

/** What was made of one half: its lines and what is wrong in it. */
export interface HalfReport {
  readonly lines: readonly ReportLine[];
  readonly findings: readonly Finding[];
}

/** The lines about a user's account in Okta. Keeps what was read as evidence. */
export function oktaSection(inquiry: Inquiry, half: OktaHalf): HalfReport {
  const { user, details } = half;
  if (user === undefined || details === undefined) return { lines: [], findings: [] };
  const who = fullName(user);
  const { login } = user.profile;
  const meaning = oktaStatusMeaning(user.status);
  const findings: Finding[] = [];
  inquiry.found('okta', `Status of ${login}`, user.status);
  const since = user.statusChanged ? ` since ${moment(user.statusChanged)}` : '';
  const lines: ReportLine[] = [
    line(statusMark(meaning), 'Status', `${meaning.name}${since}`),
    line('note', 'Login', clipped(login, 120)),
    line('note', 'Last sign-in', user.lastLogin ? moment(user.lastLogin) : 'never, as far as Okta knows'),
  ];
  if (meaning.canSignIn === false) {
    findings.push(finding('status', `${who} ${meaning.state}${since && ` (${since.trim()})`}: ${meaning.remedy}.`));
  }
  const { blocks, factors, apps } = details;
  lines.push(
    ...linesOf('Blocks', blocks, ({ items }) => {
      if (items.length === 0) return [line('good', 'Blocks', 'none')];
      const where = items.some(({ appliesTo }) => appliesTo === 'ANY_DEVICES') ? 'any device' : 'devices new to Okta';
      findings.push(
        finding('blocked', `${who} is blocked in Okta from ${where}: unblock the sign-in under Directory → People.`),
      );
      return [line('bad', 'Blocks', `sign-in is blocked from ${where}`)];
    }),
    ...linesOf('Factors', factors, ({ items }) => [line('note', 'Factors', factorsText(items))]),
    ...linesOf('Workspace ONE app', apps, ({ items, more }) => {
      const assigned = workspaceOneApps(items, inquiry.settings.app);
      if (assigned.length > 0) return assigned.flatMap((one) => appLines(inquiry, login, one));
      if (more) return [line('unknown', 'Workspace ONE app', 'not among the apps that were read; there are more')];
      inquiry.found('okta', `Apps of ${login} that begin with “${inquiry.settings.app}”`, 'none');
      findings.push(
        finding(
          'notAssigned',
          `${who} is not assigned to an app in Okta whose label begins with “${inquiry.settings.app}”.`,
        ),
      );
      return [line('bad', 'Workspace ONE app', `not assigned (no app that begins with “${inquiry.settings.app}”)`)];
    }),
  );
  return addProviders(inquiry, half, { lines, findings });
}

function statusMark({ canSignIn }: OktaStatusMeaning): Mark {
  return canSignIn === undefined ? 'unknown' : canSignIn ? 'good' : 'bad';
}

/** The identity provider of Workspace ONE, when it was read. */
function addProviders(inquiry: Inquiry, half: OktaHalf, report: HalfReport): HalfReport {
  const { identityProviders } = half;
  if (identityProviders === undefined) return report;
  const findings = [...report.findings];
  const lines = linesOf('Identity provider', identityProviders, ({ items }) =>
    workspaceOneProviders(items, inquiry.settings.identityProvider).map((provider) => {
      const wrong = issuerFinding(provider, issuerArticle);
      if (wrong !== undefined) findings.push(wrong);
      return issuerLine(inquiry, provider, issuerArticle);
    }),
  );
  return { lines: [...report.lines, ...lines], findings };
}

/** Assigned apps whose label begins as Workspace ONE's does here. */
export function workspaceOneApps(apps: readonly OktaAssignedApp[], label: string): OktaAssignedApp[] {
  return apps.filter(({ app }) => app.label.toLowerCase().startsWith(label.toLowerCase()));
}

function appLines(inquiry: Inquiry, login: string, { app, appUser }: OktaAssignedApp): ReportLine[] {
  const label = clipped(app.label, 80);
  if (app.status !== 'ACTIVE') return [line('bad', label, `the app is ${app.status.toLowerCase()} in Okta`)];
  if (appUser === undefined) return [line('note', label, 'assigned')];
  const userName = appUser.credentials?.userName;
  if (userName) inquiry.found('okta', `Application username of ${login} in “${label}”`, clipped(userName, 200));
  const how = appUser.scope === 'GROUP' ? 'assigned through a group' : 'assigned';
  return [
    line('good', label, userName ? `${how}, application username ${clipped(userName, 120)}` : how),
    provisioningLine(label, appUser),
  ];
}

/** `syncState` DISABLED speaks of profile mastering only, so it says nothing about pushing. */
function provisioningLine(label: string, { status, syncState, lastSync, externalId }: OktaAppUser): ReportLine {
  const synced = lastSync ? `, last in sync ${moment(lastSync)}` : '';
  if (syncState === 'ERROR') return line('bad', `Provisioning to ${label}`, `failed${synced}`);
  if (status === 'STAGED') return line('bad', `Provisioning to ${label}`, `not done yet${synced}`);
  return line('note', `Provisioning to ${label}`, externalId ? `done${synced}` : 'nothing was provisioned by Okta');
}

function factorsText(factors: readonly OktaUserFactor[]): string {
  const active = factors.filter(({ status }) => status === 'ACTIVE');
  const others = factors.length - active.length;
  if (active.length === 0) return factors.length === 0 ? 'none enrolled' : 'none active';
  const names = listed([...new Set(active.map(({ factorType }) => clipped(factorType, 40)))]);
  return others === 0 ? names : `${names}; ${counted(others, 'other')} not active`;
}
