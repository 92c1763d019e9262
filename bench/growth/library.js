/**
 * A library as large as one likes, deterministic: every intent is a symptom of a part of a product on a platform, said
 * in a dozen ways. Words come from the field and are as unevenly frequent as words are, so that intents overlap as those
 * of a real library do.
 */

const products = [
  'Okta',
  'Workspace ONE Access',
  'Workspace ONE UEM',
  'Intelligent Hub',
  'Active Directory',
  'the Okta Verify app',
  'the AirWatch Cloud Connector',
  'Azure AD',
];
const parts = [
  'routing rule',
  'access policy',
  'sign-on policy',
  'SAML assertion',
  'SCIM provisioning',
  'device trust',
  'Kerberos certificate',
  'KDC certificate',
  'identity provider',
  'issuer URI',
  'audience',
  'ACS URL',
  'relay state',
  'user attribute',
  'group push',
  'directory sync',
  'app assignment',
  'API token',
  'compliance status',
  'smart group',
  'iOS profile',
  'Mobile SSO',
  'VPN profile',
  'tunnel',
  'push notification',
  'launcher',
  'catalog',
  'bookmark',
  'OAuth client',
  'session cookie',
  'sign-out URL',
  'JIT provisioning',
  'user principal name',
  'distinguished name',
  'network range',
  'factor enrollment',
  'password reset',
  'connector',
  'domain join',
  'certificate template',
  'enrollment token',
  'web app',
  'mail client',
  'conditional access rule',
  'system log',
  'event hook',
  'trust anchor',
  'metadata file',
  'signing key',
  'clock',
];
const symptoms = [
  'is missing',
  'is rejected',
  'has expired',
  'loops',
  'is not found',
  'asks for a password again',
  'shows a blank page',
  'times out',
  'is denied',
  'does not match',
  'cannot be saved',
  'stays pending',
  'is duplicated',
  'points to the old tenant',
  'is ignored',
  'fails for new users',
  'fails after the upgrade',
  'is signed by the wrong key',
  'is empty',
  'works only inside the office',
];
const platforms = [
  'on iPads',
  'on Android phones',
  'on managed Macs',
  'on unmanaged laptops',
  'in Chrome',
  'in Safari',
  'on Windows 11',
  'for contractors',
  'at the branch office',
  'over VPN',
];
const openings = [
  '',
  'hi all, ',
  'please help: ',
  'since this morning ',
  'a user reports that ',
  'ticket: ',
  'why is it that ',
  'we see that ',
  'my colleague says ',
  'after the change last night ',
  'urgent, ',
  'quick question, ',
];
const endings = [
  '',
  '?',
  ', what should I check',
  ' and nobody can work',
  ', where do I fix it',
  ', it worked yesterday',
  ' for some people only',
  ', any idea',
  '. Logs show nothing',
  ' again',
];
const codes = ['invalid', 'not.found', 'mismatch', 'denied', 'expired', 'unsupported', 'missing', 'timeout'];

const examplesEach = 12;

/** `count` intents by id, valid as the project's own are, each with twelve examples and one error text. */
export function syntheticIntents(count) {
  const random = generator(1_969);
  const pick = (list) => list[Math.min(list.length - 1, Math.floor(list.length * random() ** 1.7))];
  return new Map(
    Array.from({ length: count }, (_, number) => {
      const id = `synthetic-${number}`;
      const about = {
        product: pick(products),
        part: pick(parts),
        symptom: pick(symptoms),
        platform: pick(platforms),
        other: pick(parts),
      };
      return [id, intent(id, number, about, pick)];
    }),
  );
}

function intent(id, number, { product, part, symptom, platform, other }, pick) {
  const error = `${product} ${part} ${symptom} (${camel(part)}.${camel(other)}.${pick(codes)}.${number})`;
  return {
    id,
    title: `${part} ${symptom}`,
    leadsTo: 'nothing',
    signatures: [{ text: error }],
    facts: { needs: [], excludes: [], prefers: [] },
    examples: Array.from({ length: examplesEach }, (_, index) => {
      const place = index % 3 === 0 ? ` ${platform}` : '';
      const cause = index % 4 === 1 ? `, maybe the ${other}` : '';
      return `${pick(openings)}the ${part} ${index % 2 === 0 ? `in ${product} ` : ''}${symptom}${place}${cause}${pick(endings)} ${index}`;
    }),
    vague: [],
    notThis: [],
  };
}

function camel(words) {
  return words.replace(/[^A-Za-z]+(.)?/g, (_, next = '') => next.toUpperCase());
}

/** Numerical Recipes' linear congruential generator: the same library on every machine. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
