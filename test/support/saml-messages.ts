/** SAML messages as Okta and Workspace ONE Access write them, and the forms in which people have them. */
import { deflateRawSync } from 'node:zlib';
import { createCertificate } from '../../src/playground/tenants/certificate.js';

/** When the messages are made unless said otherwise. */
export const now = Date.parse('2026-11-24T09:00:00.000Z');
const day = 86_400_000;

export const access = 'https://acme.vmwareidentity.com';
export const idpXml = `${access}/SAAS/API/1.0/GET/metadata/idp.xml`;
export const signOn = `${access}/SAAS/auth/federation/sso`;
export const acs = 'https://acme.okta.com/sso/saml2/0oa1idpworkspaceone7';
export const oktaSp = 'https://www.okta.com/saml2/service-provider/spacmeworkspaceone';
export const deviceContext = 'urn:okta:saml:2.0:DevicePosture';
export const secretAttribute = 'Geheimnis-4711';
export const sessionIndex = '_session-0815';

const iso = (at: number) => new Date(at).toISOString();
const attr = (name: string, value: string | undefined) => (value === undefined ? '' : ` ${name}="${value}"`);

export interface RequestParts {
  readonly id?: string;
  readonly at?: number;
  readonly destination?: string;
  readonly issuer?: string;
  readonly consumer?: string;
  readonly contexts?: readonly string[];
  readonly comparison?: string;
  readonly forceAuthn?: boolean;
  readonly subject?: string;
}

/** Okta asks Access (Okta, “Configure a device posture IdP”, has this request). */
export function authnRequest({
  id = 'id1',
  at = now,
  destination = signOn,
  issuer = oktaSp,
  consumer = acs,
  contexts = [],
  comparison = 'minimum',
  forceAuthn,
  subject,
}: RequestParts = {}): string {
  const assertion = 'xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"';
  const asked = contexts.map((one) => `<saml2:AuthnContextClassRef ${assertion}>${one}</saml2:AuthnContextClassRef>`);
  return `<?xml version="1.0" encoding="UTF-8"?><saml2p:AuthnRequest xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" AssertionConsumerServiceURL="${consumer}" Destination="${destination}"${attr('ForceAuthn', forceAuthn === undefined ? undefined : String(forceAuthn))} ID="${id}" IssueInstant="${iso(at)}" Version="2.0"><saml2:Issuer ${assertion}>${issuer}</saml2:Issuer><saml2p:NameIDPolicy Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"/>${
    subject === undefined ? '' : `<saml2:Subject ${assertion}><saml2:NameID>${subject}</saml2:NameID></saml2:Subject>`
  }${asked.length === 0 ? '' : `<saml2p:RequestedAuthnContext Comparison="${comparison}">${asked.join('')}</saml2p:RequestedAuthnContext>`}</saml2p:AuthnRequest>`;
}

export interface ResponseParts {
  readonly id?: string;
  readonly inResponseTo?: string;
  readonly at?: number;
  readonly destination?: string;
  readonly issuer?: string;
  readonly assertionIssuer?: string;
  readonly audience?: string;
  readonly nameId?: string;
  readonly format?: string;
  readonly context?: string;
  readonly isManaged?: boolean;
  readonly notBefore?: number;
  readonly notOnOrAfter?: number;
  /** Status codes, outermost first. */
  readonly status?: readonly string[];
  readonly message?: string;
  readonly detail?: string;
  readonly isSigned?: boolean;
  readonly certificateUntil?: number;
  readonly isEncrypted?: boolean;
}

/** Access answers Okta. With other addresses and names it is Okta that answers Access. */
export function response({
  id = '_r1',
  inResponseTo = 'id1',
  at = now,
  destination = acs,
  issuer = idpXml,
  assertionIssuer = issuer,
  audience = oktaSp,
  nameId = 'ann@acme.example',
  format = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  context = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
  isManaged,
  notBefore = at - 15_000,
  notOnOrAfter = at + 200_000,
  status = ['Success'],
  message,
  detail,
  isSigned = true,
  certificateUntil = now + 300 * day,
  isEncrypted = false,
}: ResponseParts = {}): string {
  const codes = status.reduceRight(
    (inner, code) => `<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${code}">${inner}</samlp:StatusCode>`,
    '',
  );
  const said = `${message === undefined ? '' : `<samlp:StatusMessage>${message}</samlp:StatusMessage>`}${detail === undefined ? '' : `<samlp:StatusDetail>${detail}</samlp:StatusDetail>`}`;
  const posture =
    isManaged === undefined
      ? ''
      : `<saml:AuthnContextDecl><AuthenticationContextDeclaration xmlns="${deviceContext}"><Extension><Device ID="98bc" Vendor="Apple"><Posture><Fact Name="IsManaged" Value="${isManaged}"/><Attestation Type="iOS">${secretAttribute}</Attestation></Posture></Device></Extension></AuthenticationContextDeclaration></saml:AuthnContextDecl>`;
  const signature = isSigned
    ? `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo/><ds:SignatureValue>c2lnbmF0dXJlLW9mLXRoZS1hc3NlcnRpb24=</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${createCertificate('acme access', now - 300 * day, certificateUntil).base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>`
    : '';
  const assertion = `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a${id}" IssueInstant="${iso(at)}" Version="2.0"><saml:Issuer>${assertionIssuer}</saml:Issuer>${signature}<saml:Subject><saml:NameID Format="${format}">${nameId}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData InResponseTo="${inResponseTo}" NotOnOrAfter="${iso(notOnOrAfter)}" Recipient="${destination}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${iso(notBefore)}" NotOnOrAfter="${iso(notOnOrAfter)}"><saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${iso(at)}" SessionIndex="${sessionIndex}"><saml:AuthnContext><saml:AuthnContextClassRef>${context}</saml:AuthnContextClassRef>${posture}</saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement><saml:Attribute Name="costCentre"><saml:AttributeValue>${secretAttribute}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion>`;
  const held = isEncrypted
    ? '<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"/></saml:EncryptedAssertion>'
    : assertion;
  return `<?xml version="1.0" encoding="UTF-8"?><samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" Destination="${destination}" ID="${id}" InResponseTo="${inResponseTo}" IssueInstant="${iso(at)}" Version="2.0"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${issuer}</saml:Issuer><samlp:Status>${codes}${said}</samlp:Status>${status[0] === 'Success' ? held : ''}</samlp:Response>`;
}

/** As the HTTP-POST binding has it (SAML 2.0 Bindings, 3.5.4). */
export const base64 = (xml: string): string => Buffer.from(xml).toString('base64');
/** As the HTTP-Redirect binding has it, before it is percent-encoded (3.4.4.1). */
export const deflated = (xml: string): string => deflateRawSync(Buffer.from(xml)).toString('base64');
/** The address of a redirect. */
export const redirect = (xml: string, to = signOn, name = 'SAMLRequest'): string =>
  `${to}?${name}=${encodeURIComponent(deflated(xml))}&RelayState=s3cret-relay`;

/** One request, as SAML-tracer exports it: GET with `get`, POST with `post`, decoded in `saml`. */
export function samlTracerRequest(xml: string, how: 'get' | 'post', to: string, name: string) {
  const isGet = how === 'get';
  return {
    method: isGet ? 'GET' : 'POST',
    url: isGet ? redirect(xml, to, name) : to,
    requestId: 'request-1-x',
    requestHeaders: [{ name: 'Cookie', value: 'sid=102AbCdEfGhIjKlMnOpQrStUv' }],
    ...(isGet
      ? {
          get: [
            [name, deflated(xml)],
            ['RelayState', 's3cret-relay'],
          ],
        }
      : {
          post: [
            [name, base64(xml)],
            ['RelayState', 's3cret-relay'],
          ],
        }),
    protocol: 'SAML-P',
    saml: xml,
    responseStatus: 200,
    responseStatusText: 'HTTP/1.1 200 OK',
    responseHeaders: [],
  };
}

/** SAML-tracer's export: two spaces of indentation, and when it was made. */
export const samlTracer = (...requests: readonly object[]): string =>
  JSON.stringify({ requests, timestamp: new Date(now).toISOString() }, null, 2);

/** A HAR file. Chrome leaves form values percent-encoded in `params`, Firefox decodes them. */
export function har(
  ...sent: readonly {
    readonly url: string;
    readonly at?: number;
    readonly form?: Readonly<Record<string, string>>;
    readonly browser?: 'chrome' | 'firefox';
    readonly page?: string;
  }[]
): string {
  return JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '537.36' },
      entries: sent.map(({ url, at = now, form, browser = 'chrome', page = '' }) => ({
        startedDateTime: iso(at),
        request: {
          method: form === undefined ? 'GET' : 'POST',
          url,
          headers: [],
          queryString: [],
          ...(form === undefined
            ? {}
            : {
                postData: {
                  mimeType: 'application/x-www-form-urlencoded',
                  text: new URLSearchParams(form).toString(),
                  params: Object.entries(form).map(([name, value]) => ({
                    name,
                    value: browser === 'chrome' ? encodeURIComponent(value) : value,
                  })),
                },
              }),
        },
        response: {
          status: 200,
          headers: [],
          content: { mimeType: 'text/html', size: page.length, text: page },
          redirectURL: '',
        },
      })),
    },
  });
}
