import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readTrace } from '../../../src/understanding/trace/index.js';
import {
  acs,
  authnRequest,
  base64,
  deflated,
  now,
  redirect,
  response,
  samlTracer,
  samlTracerRequest,
  secretAttribute,
  sessionIndex,
} from '../../support/saml-messages.js';

const head = '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_x" Version="2.0">';

/** Milliseconds it takes. */
function ms(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

describe('an attack', () => {
  it.each([
    [
      'billion laughs',
      `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${head}&b;</samlp:Response>`,
    ],
    [
      'an external entity',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${head}<samlp:Status>&e;</samlp:Status></samlp:Response>`,
    ],
    ['an external DTD', `<!DOCTYPE x SYSTEM "http://evil.example/x.dtd">${head}</samlp:Response>`],
  ])('by %s is refused, as XML and as Base64', (_, xml) => {
    for (const text of [
      xml,
      `SAMLResponse=${encodeURIComponent(base64(xml))}`,
      `SAMLResponse=${encodeURIComponent(deflated(xml))}`,
    ]) {
      const trace = readTrace(text, now);
      expect(trace).toMatchObject({ status: 'none', messages: [] });
      expect(trace.unread).toEqual([expect.stringContaining('has a DTD')]);
    }
  });

  it('by an entity that nobody declared leaves it as text', () => {
    const { messages } = readTrace(response({ nameId: '&xxe;' }), now);
    expect(messages).toMatchObject([{ nameId: '&xxe;' }]);
  });

  it('by a zip bomb is not inflated', () => {
    const bomb = deflateRawSync(Buffer.alloc(200 * 1_048_576, '<a>')).toString('base64');
    let trace = readTrace('', now);
    expect(ms(() => (trace = readTrace(`SAMLRequest=${encodeURIComponent(bomb)}`, now)))).toBeLessThan(2_000);
    expect(trace).toMatchObject({ status: 'none', unread: [expect.stringContaining('neither XML nor deflated XML')] });
  });

  it.each([
    ['deep nesting', `${head}${'<a>'.repeat(100_000)}`],
    ['many elements', `${head}${'<a/>'.repeat(100_000)}</samlp:Response>`],
  ])('by %s is refused', (_, xml) => {
    expect(readTrace(xml, now).unread).toEqual([expect.stringContaining('nested deeper, or has more elements')]);
  });

  it.each([
    ['letters', 'A'.repeat(5_000_000)],
    ['the beginnings of tags', '<samlp:Response '.repeat(300_000)],
    ['tags without an end', `${head} `.repeat(50_000)],
    ['tags of another protocol', '<Response a="b">'.repeat(300_000)],
    ['names without a value', 'SAMLResponse='.repeat(400_000)],
    ['names with short values', `SAMLResponse=${'Ab1+'.repeat(12)}& `.repeat(70_000)],
    ['addresses', `https://a.example/?x SAMLRequest=${'Ab1+'.repeat(12)} `.repeat(50_000)],
    ['request lines', `POST /a HTTP/1.1\nSAMLResponse=${'Ab1+'.repeat(12)}\n`.repeat(60_000)],
    ['lines of Base64', `${'Ab1+'.repeat(16)}\n`.repeat(75_000)],
    ['line breaks', 'SAMLResponse=\n'.repeat(350_000)],
    ['percent signs', `SAMLResponse=${'%25'.repeat(1_600_000)}`],
    ['ampersands', `${head}${'&'.repeat(900_000)}`],
    ['open braces', '{"a":'.repeat(1_000_000)],
    ['escaped tags', '&lt;samlp:Response '.repeat(250_000)],
  ])(
    'by 5 MB of %s takes no more than linear time',
    (_, text) => {
      readTrace(text.slice(0, 10_000), now);
      expect(ms(() => readTrace(text, now))).toBeLessThan(6_000);
    },
    20_000,
  );

  it.each([
    ['an export of deflated megabytes', 'x'.repeat(1_040_000)],
    ['elements full of words that mark secrets', '<saml:A>password is secret token key</saml:A>'.repeat(4_900)],
    ['issuers', `<saml:Issuer>${'password is '.repeat(18)}</saml:Issuer>`.repeat(4_000)],
  ])(
    'by %s costs what a trace costs, not what comes out',
    (_, content) => {
      const opened = head.replace(
        '<samlp:Response',
        '<samlp:Response xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"',
      );
      const value = (id: number) =>
        encodeURIComponent(
          deflateRawSync(`${opened.replace('_x', `_x${id}`)}${content}</samlp:Response>`).toString('base64'),
        );
      const entries = Array.from({ length: 1_000 }, (_, id) => ({
        request: { url: `https://a.example/x?SAMLRequest=${value(id)}` },
      }));
      const har = JSON.stringify({ log: { entries } });
      const trace = readTrace(har, now);

      // Of a thousand megabytes as many as fit the bound.
      expect(trace.messages.length).toBeGreaterThan(3);
      expect(trace.messages.length).toBeLessThan(40);
      expect(trace.unread).toContainEqual(expect.stringContaining('cut out the sign-in that failed'));
    },
    30_000,
  );

  it.each([
    ['a value', `SAMLResponse=${'%25'.repeat(5_000_000)}`],
    ['names', 'SAMLResponse='.repeat(1_150_000)],
    ['Base64', 'Ab1+'.repeat(3_750_000)],
  ])('by %s of 15 MB needs no more stack than there is', (_, text) => {
    expect(readTrace(text, now)).toMatchObject({ messages: [] });
  });

  it('by a message in a thousand copies, or a thousand messages, is bounded', () => {
    const many = Array.from({ length: 300 }, (_, index) => authnRequest({ id: `id${index}` })).join('\n');
    expect(readTrace(many, now)).toMatchObject({ messages: { length: 100 }, more: 200 });
  });
});

describe('what is not right', () => {
  it.each([
    ['hidden by the tool', 'SAMLResponse=****************************************************************', 0],
    ['no Base64', `SAMLResponse=${'abc%24%24'.repeat(20)}`, 1],
    [
      'cut in the middle of what was deflated',
      `SAMLRequest=${encodeURIComponent(deflated(authnRequest()).slice(0, 300))}`,
      1,
    ],
    [
      'broken XML',
      `SAMLResponse=${base64('<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><a></b></samlp:Response>')}`,
      1,
    ],
    ['XML of another kind', `SAMLResponse=${base64('<note>this is no SAML message at all</note>')}`, 1],
  ])('is said and never shown: %s', (_, text, unread) => {
    const trace = readTrace(text, now);
    expect(trace).toMatchObject({ status: 'none', messages: [], unread: { length: unread } });
  });
});

describe('nobody learns from it', () => {
  const full = response({ isManaged: true, status: ['Success'] });
  it.each([
    ['XML', full],
    ['a form', `SAMLResponse=${encodeURIComponent(base64(full))}&RelayState=s3cret-relay`],
    ['an export', samlTracer(samlTracerRequest(full, 'post', acs, 'SAMLResponse'))],
    ['an address', redirect(full, `${acs}`, 'SAMLResponse')],
  ])('attribute values, signatures, sessions, cookies, the message itself: %s', (_, text) => {
    const said = JSON.stringify(readTrace(text, now));
    for (const secret of [
      secretAttribute,
      sessionIndex,
      'c2lnbmF0dXJl',
      's3cret-relay',
      '102AbCdEfG',
      '<saml',
      base64(full).slice(0, 60),
    ]) {
      expect(said).not.toContain(secret);
    }
    expect(said).toContain('ann@acme.example');
  });

  it.each([
    ['the session in the path', `${acs};jsessionid=0A1B2C3D4E5F60718293A4B5C6D7E8F9`],
    ['who signed in', acs.replace('https://', 'https://ann:Abcd1234@')],
  ])('%s of the address it was sent to, which is the address all the same', (_, url) => {
    const trace = readTrace(samlTracer(samlTracerRequest(full, 'post', url, 'SAMLResponse')), now);

    expect(trace.messages).toMatchObject([{ sentTo: acs }]);
    expect(JSON.stringify(trace)).not.toMatch(/jsessionid|0A1B2C|Abcd1234/);
    expect(trace.findings.filter(({ said }) => said.includes('sent it'))).toEqual([]);
  });

  it('a token that somebody parted by a character that nobody sees', () => {
    const token = '00aB3dEfGh1jKlMnOpQr\u200bStUvWxYz0123456789_-aB';

    expect(JSON.stringify(readTrace(response({ nameId: token }), now))).not.toMatch(/00aB3dEf|StUvWx/);
  });

  it('a secret that stands in the status', () => {
    const trace = readTrace(response({ status: ['Responder'], message: 'password: hunter2hunter2' }), now);
    expect(JSON.stringify(trace)).not.toContain('hunter2');
  });

  it('is told, also for Base64 that has no name', () => {
    expect(readTrace(base64(full), now)).toMatchObject({
      liveUntil: '2026-11-24T09:03:20.000Z',
      redactions: [{ kind: 'saml-message', count: 1 }],
    });
    expect(readTrace(base64(full), now + 3_600_000)).not.toHaveProperty('liveUntil');
  });
});
