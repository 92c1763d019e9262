import { describe, expect, it } from 'vitest';
import { looksLikeTrace, readTrace } from '../../../src/understanding/trace/index.js';
import {
  acs,
  authnRequest,
  base64,
  deflated,
  har,
  now,
  redirect,
  response,
  samlTracer,
  samlTracerRequest,
  signOn,
} from '../../support/saml-messages.js';

const request = authnRequest();
const answer = response();
const kindsIn = (text: string) => readTrace(text, now).messages.map(({ kind, id }) => `${kind} ${id}`);
const wrapped = (text: string, columns: number) => text.replace(new RegExp(`(.{${columns}})`, 'g'), '$1\n');
const both = ['authn-request id1', 'response _r1'];

describe('a message is found', () => {
  it.each([
    ['XML', answer],
    ['XML with words around it', `This is what I got:\n${answer}\nany idea?`],
    [
      'XML as a web page shows its source',
      answer.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;'),
    ],
    ['XML in a string of JSON', JSON.stringify({ body: answer })],
    ['Base64 alone', base64(answer)],
    ['Base64 in lines of 76', wrapped(base64(answer), 76)],
    ['Base64, percent-encoded', encodeURIComponent(base64(answer))],
    ['deflated Base64 alone', deflated(answer)],
    ['a form as it is sent', `SAMLResponse=${encodeURIComponent(base64(answer))}&RelayState=x`],
    ['a form with the + that nobody encoded', `SAMLResponse=${base64(answer)}&RelayState=x`],
    ['a form whose + became spaces', `SAMLResponse=${base64(answer).replace(/\+/g, ' ')}`],
    ['a name and a value', `SAMLResponse: ${base64(answer)}`],
    ['a value on the next lines', `SAMLResponse:\n${wrapped(base64(answer), 64)}\nRelayState: x`],
    ['a page that posts it', `<input type="hidden" name="SAMLResponse" value="${base64(answer)}"/>`],
    [
      'a page with the attributes in another order',
      `<input name="SAMLResponse" type="hidden" value="${base64(answer)}"/>`,
    ],
    [
      'a page that writes entities',
      `<input name="SAMLResponse" type="hidden" value="${base64(answer).replace(/\+/g, '&#x2b;').replace(/=/g, '&#x3d;')}"/>`,
    ],
    ['JSON that was cut', `"name":"SAMLResponse","value":"${base64(answer).replace(/\//g, '\\/')}","x`],
  ])('in %s', (_, text) => {
    expect(kindsIn(text)).toEqual(['response _r1']);
    expect(looksLikeTrace(text)).toBe(true);
  });

  it.each([
    ['an address', `see ${redirect(request)} please`],
    ['an address within an address', `https://acme.okta.com/login?fromURI=${encodeURIComponent(redirect(request))}`],
    [
      'the header of a redirect and the request after it',
      `HTTP/1.1 302 Found\nLocation: ${redirect(request)}\n\nGET ${redirect(request)} HTTP/1.1`,
    ],
  ])('in %s', (_, text) => {
    expect(kindsIn(text)).toEqual(['authn-request id1']);
    expect(readTrace(text, now).messages[0]).toMatchObject({ times: 1 });
  });

  it('in SAML-tracer’s export, with where it was sent', () => {
    const text = samlTracer(
      samlTracerRequest(request, 'get', signOn, 'SAMLRequest'),
      samlTracerRequest(answer, 'post', acs, 'SAMLResponse'),
    );

    expect(readTrace(text, now).messages).toMatchObject([
      { kind: 'authn-request', binding: 'redirect', sentTo: signOn, from: 'okta', to: 'access', times: 1 },
      { kind: 'response', binding: 'post', sentTo: acs, from: 'access', to: 'okta', times: 1 },
    ]);
  });

  it('in SAML-tracer’s export with hidden values, by what it decoded itself', () => {
    const hidden = {
      ...samlTracerRequest(answer, 'post', acs, 'SAMLResponse'),
      post: [['SAMLResponse', '{hash:8d9…}']],
    };
    expect(kindsIn(samlTracer(hidden))).toEqual(['response _r1']);
  });

  it('in SAML-tracer’s export that was cut in the middle', () => {
    const text = samlTracer(
      samlTracerRequest(request, 'get', signOn, 'SAMLRequest'),
      samlTracerRequest(answer, 'post', acs, 'SAMLResponse'),
    );
    expect(kindsIn(text.slice(0, -400))).toEqual(both);
  });

  it.each(['chrome', 'firefox'] as const)('in a HAR file of %s, with when it was sent', (browser) => {
    const text = har(
      { url: redirect(request) },
      { url: acs, at: now + 4_000, form: { SAMLResponse: base64(answer) }, browser },
    );
    expect(readTrace(text, now).messages).toMatchObject([
      { id: 'id1', sentTo: signOn, sentAt: '2026-11-24T09:00:00.000Z' },
      { id: '_r1', sentTo: acs, sentAt: '2026-11-24T09:00:04.000Z', binding: 'post', times: 1 },
    ]);
  });

  it('once, though the page that posts it and the request both have it', () => {
    const page = `<form><input type="hidden" name="SAMLResponse" value="${base64(answer)}"></form>`;
    const text = har({ url: redirect(request), page }, { url: acs, form: { SAMLResponse: base64(answer) } });
    expect(readTrace(text, now).messages).toMatchObject([
      { id: 'id1', times: 1 },
      { id: '_r1', times: 1, sentTo: acs },
    ]);
  });

  it('in the captured headers of an iPhone, with the address made of the lines', () => {
    const text = `GET /SAAS/auth/federation/sso?SAMLRequest=${encodeURIComponent(deflated(request))} HTTP/1.1
Host: acme.vmwareidentity.com
User-Agent: Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X)

POST /sso/saml2/0oa1idpworkspaceone7 HTTP/1.1
Host: acme.okta.com
Content-Type: application/x-www-form-urlencoded

SAMLResponse=${encodeURIComponent(base64(answer))}&RelayState=x`;
    expect(readTrace(text, now).messages).toMatchObject([
      { id: 'id1', sentTo: signOn, binding: 'redirect' },
      { id: '_r1', sentTo: acs, binding: 'post' },
    ]);
  });

  it('in its beginning, when the paste was cut', () => {
    const { messages, status } = readTrace(answer.slice(0, answer.indexOf('<saml:Conditions')), now);
    expect(messages).toMatchObject([{ isCutOff: true, nameId: 'ann@acme.example' }]);
    expect(status).toBe('ok');
  });

  it('where a tool shows addresses without what escapes their ampersands', () => {
    const shown = authnRequest({ consumer: 'https://x.example/acs?a=1&b=2' });
    expect(readTrace(shown, now).messages).toMatchObject([{ consumer: 'https://x.example/acs' }]);
  });
});

describe('what is read', () => {
  it('of a request', () => {
    const { messages } = readTrace(
      authnRequest({ contexts: ['urn:okta:saml:2.0:DevicePosture'], forceAuthn: true, subject: 'ann@acme.example' }),
      now,
    );
    expect(messages).toMatchObject([
      {
        issuer: 'https://www.okta.com/saml2/service-provider/spacmeworkspaceone',
        destination: signOn,
        consumer: acs,
        forceAuthn: true,
        nameId: 'ann@acme.example',
        requested: { comparison: 'minimum', contexts: ['urn:okta:saml:2.0:DevicePosture'] },
        issuedAt: '2026-11-24T09:00:00.000Z',
      },
    ]);
  });

  it('of an answer', () => {
    expect(readTrace(answer, now).messages).toMatchObject([
      {
        inResponseTo: 'id1',
        nameId: 'ann@acme.example',
        nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
        context: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
        status: { codes: ['urn:oasis:names:tc:SAML:2.0:status:Success'] },
        attributes: ['costCentre'],
        assertion: { isThere: true, isEncrypted: false, recipient: acs, notOnOrAfter: '2026-11-24T09:03:20.000Z' },
        signed: { message: false, assertion: true },
        certificates: [{ subject: 'CN=acme access' }],
      },
    ]);
  });

  it('of an assertion that was cut out of its message, without the name spaces', () => {
    const part = answer.slice(answer.indexOf('<saml:Assertion'), answer.indexOf('</samlp:Response>'));
    expect(kindsIn(part.replace(' xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"', ''))).toEqual([
      'assertion _a_r1',
    ]);
  });

  it.each([
    ['words', 'Our trace shows GENERAL_NONSUCCESS after the login at Workspace ONE'],
    ['a word about SAML', 'The SAMLResponse was empty, and the <Response> element too'],
    ['JSON', '{"log": {"entries": []}}'],
    ['another Response', '<Response xmlns="urn:other"><Assertion/></Response>'],
    [
      'SAML 1.1',
      '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:1.0:protocol" MajorVersion="1" ResponseID="x"></samlp:Response>',
    ],
    [
      'a picture in Base64',
      Buffer.from(Array.from({ length: 3_000 }, (_, index) => (index * 7919) % 256)).toString('base64'),
    ],
    ['nothing', ''],
  ])('of %s: no message', (_, text) => {
    expect(readTrace(text, now)).toMatchObject({ status: 'none', messages: [], findings: [] });
  });
});
