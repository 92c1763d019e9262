import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/knowledge/load.js';
import { type ConsoleHosts, consoleLink } from '../../src/model/console.js';
import type { Place } from '../../src/model/system.js';

const hosts: ConsoleHosts = {
  okta: 'https://acme.okta.com',
  access: 'https://acme.workspaceoneaccess.com',
  uem: 'https://as123.awmdm.com',
};
const okta = 'https://acme-admin.okta.com';
const access = 'https://acme.workspaceoneaccess.com';
const uem = 'https://cn123.awmdm.com';
const audit = 'Dashboard → Reports → Audit Events (newer console: Monitor → Reports → Audit events)';

describe('a link into an admin console', () => {
  it.each<[Place, string, string]>([
    ['okta', 'Security → Identity Providers', `${okta}/admin/access/identity-providers`],
    ['okta', 'Security → Identity Providers → Routing Rules', `${okta}/admin/access/identity-providers#rules`],
    ['okta', 'Security → API → Tokens → Create Token', `${okta}/admin/access/api/tokens`],
    ['okta', 'Reports → System Log', `${okta}/report/system_log_2`],
    ['access', audit, `${access}/SAAS/admin`],
    ['access', 'Resources → Web Apps → Settings', `${access}/SAAS/admin`],
    ['uem', 'Devices → List View → the device → Profiles', `${uem}/AirWatch/#/Device/List`],
    ['uem', 'Devices → Profiles & Resources → Profiles', `${uem}/AirWatch/#/Profile/List/`],
  ])('leads in %s to the page where “%s” begins', (place, where, link) => {
    expect(consoleLink(place, where, hosts)).toBe(link);
  });

  it.each<[string, Place, string]>([
    ['a page that is not known', 'okta', 'Settings → Account'],
    ['a menu whose name only begins like a known one', 'okta', 'Directory → Peoples'],
    ['a menu of another console', 'uem', 'Security → API → Tokens'],
    ['work outside the console', 'access', 'API client such as Postman'],
    ['an address that a browser opens', 'browser', 'Dashboard → Tasks'],
    ['the device', 'device', 'Devices → List View'],
  ])('is not there for %s', (_what, place, where) => {
    expect(consoleLink(place, where, hosts)).toBeUndefined();
  });

  it.each([
    ['https://acme.oktapreview.com', 'https://acme-admin.oktapreview.com/admin/users'],
    ['https://acme.okta-emea.com/', 'https://acme-admin.okta-emea.com/admin/users'],
  ])('goes to the console of %s', (address, link) => {
    expect(consoleLink('okta', 'Directory → People', { okta: address })).toBe(link);
  });

  it.each<[string, Place, string, string]>([
    ['an Okta org with a domain of its own', 'okta', 'Directory → People', 'https://login.acme.example'],
    ['a host that only ends like Okta’s', 'okta', 'Directory → People', 'https://acme.notokta.com'],
    ['a host that hides behind Okta’s name', 'okta', 'Directory → People', 'https://acme.okta.com.evil.example'],
    ['a simulated Okta', 'okta', 'Directory → People', 'http://127.0.0.1:4100'],
    ['a simulated Access', 'access', audit, 'http://127.0.0.1:4101'],
    ['a simulated UEM', 'uem', 'Devices → List View', 'http://localhost:4102'],
    ['a UEM server whose console’s host is not known', 'uem', 'Devices → List View', 'https://mdm.acme.example'],
    ['what is no address', 'access', audit, 'acme'],
  ])('is not there for %s', (_what, place, where, address) => {
    expect(consoleLink(place, where, { [place]: address })).toBeUndefined();
  });

  it('is not there for a system that is not connected', () => {
    expect(consoleLink('okta', 'Reports → System Log', {})).toBeUndefined();
  });

  it('is there for the steps that happen in a console', async () => {
    const { articles } = await loadLibrary({ knowledge: 'knowledge', intents: 'intents' });
    const steps = [...articles.values()].flatMap((article) => article.steps);
    const inConsoles = steps.filter(({ place }) => place in hosts);
    const without = inConsoles.filter(({ place, where }) => consoleLink(place, where ?? '', hosts) === undefined);
    // No source shows the pages below Groups & Settings, and one step is for an API client.
    const expected = /^(?:Groups & Settings → |API client )/;
    expect(without.filter(({ where }) => !expected.test(where ?? ''))).toEqual([]);
  });
});
