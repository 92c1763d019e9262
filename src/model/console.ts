import type { Place } from './system.js';

/** The addresses of the systems as they are configured; what is not connected is left out. */
export type ConsoleHosts = Readonly<Partial<Record<Place, string>>>;

interface Console {
  /** Where the console answers, by the address of the system; undefined where that does not tell. */
  readonly origin: (system: URL) => string | undefined;
  /** Beginnings of menu paths and the page that each opens. The first that fits counts, so longer ones stand first. */
  readonly pages: readonly (readonly [menu: string, path: string])[];
}

/**
 * Okta puts the console of acme.okta.com at acme-admin.okta.com; an org's own domain has none and does not tell the org.
 * Source: developer.okta.com, Okta organizations, “Org URLs”.
 *
 * The pages: gabrielsroka/gabrielsroka.github.io, rockstar/rockstar.js, which tells them apart by their paths (identity
 * providers, API tokens, administrators, system log, people, Profile Editor); salto-io/salto, packages/okta-adapter/
 * src/config.ts (routing rules); Okta's own script of app sign-on rules (Device Trust); Bright Data's guide to SSO with
 * Okta (applications); Buf's guide to SCIM with Okta (tasks).
 */
const okta: Console = {
  origin({ protocol, host }) {
    const [, org, domain] = /^([a-z0-9-]+)\.(okta|oktapreview|okta-emea)\.com$/.exec(host) ?? [];
    return protocol === 'https:' && org !== undefined ? `https://${org}-admin.${domain}.com` : undefined;
  },
  pages: [
    ['Security → Identity Providers → Routing Rules', '/admin/access/identity-providers#rules'],
    ['Security → Identity Providers', '/admin/access/identity-providers'],
    ['Security → API → Tokens', '/admin/access/api/tokens'],
    ['Security → Device Trust', '/admin/access/device-trust'],
    ['Security → Administrators', '/admin/access/admins'],
    ['Reports → System Log', '/report/system_log_2'],
    ['Directory → People', '/admin/users'],
    ['Directory → Profile Editor', '/admin/universaldirectory'],
    ['Applications → Applications', '/admin/apps/active'],
    ['Dashboard → Tasks', '/admin/tasks'],
  ],
};

const accessMenus = {
  older: ['Dashboard', 'Users & Groups', 'Catalog', 'Identity & Access Management', 'Roles'],
  newer: ['Monitor', 'Accounts', 'Resources', 'Integrations', 'Settings'],
};

/**
 * One address opens the console, older or newer; no source shows the addresses of its pages. Source: VMware, Workspace
 * ONE Access administration, “Navigating in the Workspace ONE Access Console”, which names the menus too.
 */
const access: Console = {
  origin: ({ protocol, origin }) => (protocol === 'https:' ? origin : undefined),
  pages: [...accessMenus.older, ...accessMenus.newer].map((menu) => [menu, '/SAAS/admin'] as const),
};

/**
 * The console of as123.awmdm.com is cn123.awmdm.com; other hosts do not tell. Source: VMware, Workspace ONE UEM Console
 * Basics, “Using UEM Functionality With a REST API” (to get the API's address, put as for the console's cn).
 *
 * The pages: JupiterOne/graph-airwatch, src/steps/converters.ts (profiles, administrators); public scripts that drive
 * the console at cn259.awmdm.com (devices) and cn16.airwatchportals.com (users).
 */
const uem: Console = {
  origin({ protocol, host }) {
    const [, rest] = /^as(\d+\.(?:awmdm|airwatchportals)\.com)$/.exec(host) ?? [];
    return protocol === 'https:' && rest !== undefined ? `https://cn${rest}` : undefined;
  },
  pages: [
    ['Devices → List View', '/AirWatch/#/Device/List'],
    ['Devices → Profiles & Resources → Profiles', '/AirWatch/#/Profile/List/'],
    ['Accounts → Users → List View', '/AirWatch/#/User/List'],
    ['Accounts → Administrators', '/AirWatch/#/Admin/List'],
  ],
};

const consoles: Readonly<Partial<Record<Place, Console>>> = { okta, access, uem };

/**
 * The page of an admin console with which a menu path (`where`) begins, as an https address without anything secret. The
 * rest of the path is left to the reader. Undefined for places without a console, for menu paths whose page no source
 * shows, and for addresses from which the console's does not follow: an Okta org's own domain, a loopback.
 */
export function consoleLink(place: Place, where: string, hosts: ConsoleHosts): string | undefined {
  const console = consoles[place];
  const address = hosts[place];
  if (console === undefined || address === undefined || !URL.canParse(address)) return undefined;
  const origin = console.origin(new URL(address));
  const page = console.pages.find(([menu]) => where === menu || where.startsWith(`${menu} `));
  return origin === undefined || page === undefined ? undefined : `${origin}${page[1]}`;
}
