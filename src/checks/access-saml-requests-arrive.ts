import { listed } from '../lookups/wording/lines.js';
import { clipped, counted, moment } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { auditHours, recentAudit } from './parts/audit.js';
import { oktaSource } from './parts/okta-source.js';
import { accessAuditEvents, accessOktaSources } from './sources/access.js';

const article = 'saml-request-wrong-application-source';

/** The first thing that Access records of a sign-in from Okta is the request, with the object it belongs to. */
export const accessSamlRequestsArrive = {
  id: 'access-saml-requests-arrive',
  states: 'SAML requests from Okta arrive at Workspace ONE Access and are mapped to the OKTA application source.',
  about: 'tenant',
  shows: 'symptom',
  async run(look) {
    look.soon(accessAuditEvents, auditHours);
    const { name } = await oktaSource(look);
    const { events, gap } = await recentAudit(look);
    const requests = events.filter(({ objectType }) => objectType === 'SAML_REQUEST');
    const mapped = requests.filter(({ objectName }) => objectName?.toLowerCase() === name.toLowerCase());
    const unmapped = requests.filter(({ objectName }) => !objectName);
    const others = [...new Set(requests.flatMap(({ objectName }) => objectName || []))];
    look.saw(accessAuditEvents, 'SAML_REQUEST events of the last 24 hours', String(requests.length));
    look.saw(accessAuditEvents, `Of these with the object ${clipped(name, 80)}`, String(mapped.length));
    const [last] = mapped;
    const [stray] = unmapped;
    if (stray !== undefined && (last === undefined || last.timestamp < stray.timestamp))
      return fail(
        `${counted(unmapped.length, 'SAML_REQUEST')} of the last 24 hours, the newest at ${moment(stray.timestamp)}, ${unmapped.length === 1 ? 'belongs' : 'belong'} to no object.`,
        article,
      );
    if (last !== undefined)
      return pass(
        `${counted(mapped.length, 'SAML_REQUEST')} of the last 24 hours ${mapped.length === 1 ? 'is' : 'are'} mapped to ${clipped(name, 80)}, the newest at ${moment(last.timestamp)}.`,
      );
    // Other applications send requests of their own: only one that answers to Okta too has taken Okta's.
    const { items } = await look.at(accessOktaSources);
    const impostor = items.find(
      (item) => others.includes(item.name) && /\/sso\/saml2\//.test(item.authInfo?.assertionConsumerServiceUrl ?? ''),
    );
    if (impostor !== undefined)
      return fail(
        `Okta’s SAML requests are mapped to the application “${clipped(impostor.name, 80)}” instead of ${clipped(name, 80)}: both answer to Okta.`,
        article,
      );
    if (others.length > 0)
      return unknown(
        `No SAML_REQUEST of the last 24 hours is mapped to ${clipped(name, 80)}, only to ${listed(others.slice(0, 5).map((one) => `“${clipped(one, 80)}”`))}: if nothing but Okta sends requests here, that mapping is wrong.`,
      );
    return unknown(
      gap === undefined
        ? `Workspace ONE Access recorded no SAML_REQUEST in the last 24 hours: sign in once more from Okta and look under ${accessAuditEvents.where}.`
        : `No SAML_REQUEST was found in the last 24 hours, but ${gap}. Look under ${accessAuditEvents.where}.`,
    );
  },
} satisfies Check;
