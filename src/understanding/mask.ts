/**
 * Texts of people on their way into files that others read: whoever and whatever host is named there stands as an
 * example. What no pattern can know (a first name, a building) is left to the person who reviews the file.
 */

const person = 'someone@acme.example';

/** Hosts of the products keep their ending: it says which product it is. */
const productHost =
  /(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,6}?((?:okta|oktapreview|okta-emea|vmwareidentity|workspaceoneaccess|omnissaaccess|awmdm|airwatchportals)\.(?:com|eu|de|co\.uk|com\.au|ca|asia|[a-z]{2}))(?![\w-]|\.[a-z0-9])/gi;
/** Any other name that ends as names on the Internet or inside companies do; `.example` is one already. */
const otherHost =
  /(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,6}(?:com|net|org|io|de|ch|fr|nl|eu|uk|ca|au|local|lan|corp|internal|intern)(?![\w-]|\.[a-z0-9])/gi;
const knownHost = /^(?:www\.)?(?:okta|oktapreview|vmware|omnissa|airwatch|apple|google|microsoft|slack|github)\.com$/i;

const masks: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/<@[UW][A-Z0-9]{2,20}(?:\|[^>\s]{0,80})?>/g, person],
  [/(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g, person],
  [/(?<![A-Za-z0-9\\/:])[A-Za-z][A-Za-z0-9.-]{1,30}\\[A-Za-z0-9._-]{2,64}(?![\\])/g, 'ACME\\someone'],
  // A login of an initial and a name: "r.silva".
  [/(?<![\w./@-])[a-z]\.[a-z]{3,20}(?![\w./@(-])/g, 'someone'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '00000000-0000-0000-0000-000000000000'],
];
const address = /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.])/g;
/** The ends of ranges are values of a setting. */
const everyAddress = /^(?:0\.0\.0\.0|255\.255\.255\.255|127\.0\.0\.1)$/;

/** A text in which people, hosts, addresses of machines and devices stand as examples. Linear in its length. */
export function masked(text: string): string {
  const hosts = text
    .replace(productHost, (host, own: string) => (knownHost.test(host) ? host : `acme.${own.toLowerCase()}`))
    .replace(otherHost, (host) => (isExample(host) ? host : 'host.acme.example'))
    .replace(address, (found) => (everyAddress.test(found) ? found : '192.0.2.1'));
  return masks.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), hosts);
}

function isExample(host: string): boolean {
  return knownHost.test(host) || /^acme\./i.test(host);
}
