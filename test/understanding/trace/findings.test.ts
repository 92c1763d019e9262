import { describe, expect, it } from 'vitest';
import { readTrace } from '../../../src/understanding/trace/index.js';
import {
  access,
  acs,
  authnRequest,
  base64,
  deviceContext,
  har,
  idpXml,
  now,
  oktaSp,
  type ResponseParts,
  redirect,
  response,
  signOn,
} from '../../support/saml-messages.js';

const minute = 60_000;
const day = 1_440 * minute;
const found = (...messages: string[]) => readTrace(messages.join('\n'), now).findings;
/** `wrong username-mismatch` of each finding; `-` where it has no article. */
const levels = (...messages: string[]) =>
  found(...messages).map(({ level, articleId = '-' }) => `${level} ${articleId}`);
const answer = (parts: ResponseParts) => levels(response(parts));

const okta = 'http://www.okta.com/exk1acmeworkspaceone';
const consumer = `${access}/SAAS/auth/saml/response`;
/** Okta answers Access, for which it is the identity provider. */
const fromOkta = (parts: ResponseParts = {}) =>
  response({ issuer: okta, destination: consumer, audience: `${access}/SAAS/API/1.0/GET/metadata/sp.xml`, ...parts });
const deviceRequest = authnRequest({ contexts: [deviceContext] });
const deviceAnswer = (parts: ResponseParts = {}) => response({ context: deviceContext, isManaged: true, ...parts });

describe('a sign-in as it should be has no fault', () => {
  it('by a routing rule: the request is worth a note, for Device Trust would need more of it', () => {
    const trace = readTrace(
      har({ url: redirect(authnRequest()) }, { url: acs, form: { SAMLResponse: base64(response()) } }),
      now,
    );
    expect(trace).toMatchObject({ status: 'ok', summary: '2 SAML messages: nothing in them is wrong.' });
    expect(trace.findings).toMatchObject([{ level: 'note', articleId: 'device-trust-general-nonsuccess', message: 0 }]);
  });

  it('with Device Trust', () => expect(levels(deviceRequest, deviceAnswer())).toEqual([]));

  it('with Okta as the identity provider, where a short NameID is one of two right ways', () => {
    expect(levels(fromOkta({ nameId: 'ann' }))).toEqual([]);
  });
});

describe('the NameID', () => {
  it('without an @ on its way to Okta', () => {
    const [first] = found(response({ nameId: 'ann' }));
    expect(first).toMatchObject({ level: 'wrong', articleId: 'username-mismatch', leg: 'user-match' });
    expect(first?.said).toMatch(/^The NameID is ann, without an @/);
  });

  it.each(['persistent', 'transient'])('that is %s is no name of a person', (format) => {
    expect(answer({ nameId: 'G9x72', format: `urn:oasis:names:tc:SAML:2.0:nameid-format:${format}` })).toEqual([]);
  });

  it('that says to be an e-mail address and is none, on its way to Access', () => {
    const format = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
    expect(levels(fromOkta({ nameId: 'ann', format }))).toEqual(['wrong no-access-to-service']);
  });

  it('without an @ is worth a note where nothing tells where it goes', () => {
    const other = { issuer: 'https://idp.example/x', destination: 'https://sp.example/acs', audience: 'sp' };
    expect(answer({ ...other, nameId: 'ann' })).toEqual(['note username-mismatch']);
  });

  it('of another person than was asked about', () => {
    const asked = authnRequest({ contexts: [deviceContext], subject: 'bob@acme.example' });
    expect(levels(asked, deviceAnswer())).toEqual(['wrong username-mismatch']);
    expect(levels(authnRequest({ contexts: [deviceContext], subject: 'Ann@acme.example' }), deviceAnswer())).toEqual(
      [],
    );
  });

  it('that is missing', () => {
    expect(levels(response().replace(/<saml:NameID.*?<\/saml:NameID>/, ''))).toEqual(['wrong username-mismatch']);
  });
});

describe('addresses and names of the sides', () => {
  it.each([`${access}/SAAS/API/1.0/GET/metadata/sp.xml`, access])(
    'the issuer %s is not that of Access as an identity provider',
    (issuer) => {
      expect(answer({ issuer })).toEqual(['wrong routing-rules-general-nonsuccess']);
    },
  );

  it('the issuers of an answer and of its assertion differ', () => {
    expect(answer({ assertionIssuer: idpXml.replace('acme', 'other') })).toEqual([
      'wrong routing-rules-general-nonsuccess',
    ]);
  });

  it('another tenant answers than was asked', () => {
    const asked = authnRequest({ destination: signOn.replace('acme', 'login'), contexts: [deviceContext] });
    expect(levels(asked, deviceAnswer())).toEqual(['note routing-rules-general-nonsuccess']);
  });

  it('a request goes to the metadata instead of the sign-on address', () => {
    expect(levels(authnRequest({ destination: idpXml, contexts: [deviceContext] }))).toEqual([
      'wrong saml-request-missing',
    ]);
  });

  it('a message was sent elsewhere than it says', () => {
    const text = har({ url: `${acs}x`, form: { SAMLResponse: base64(response()) } });
    expect(readTrace(text, now).findings).toMatchObject([
      { level: 'wrong', said: expect.stringContaining(`but the browser sent it to ${acs}x`) },
    ]);
    const same = har({
      url: acs.replace('https://acme.okta.com', 'https://ACME.okta.com:443'),
      form: { SAMLResponse: base64(response()) },
    });
    expect(readTrace(same, now).findings).toEqual([]);
  });

  it('the answer is for another service than asked', () => {
    expect(levels(deviceRequest, deviceAnswer({ audience: `${oktaSp}2` }))).toEqual([
      'wrong saml-request-wrong-application-source',
    ]);
  });
});

describe('a status that is no success', () => {
  it.each([
    [['Responder', 'AuthnFailed'], 'sign-in-leg-failing', 'authentication'],
    [['Responder', 'NoAuthnContext'], 'sign-in-leg-failing', 'authentication'],
    [['Responder', 'UnknownPrincipal'], 'username-mismatch', 'user-match'],
    [['Requester', 'InvalidNameIDPolicy'], 'username-mismatch', 'user-match'],
    [['Responder', 'NoAvailableIDP'], 'idp-not-found', 'identity-provider'],
    [['Requester', 'RequestDenied'], 'saml-request-wrong-application-source', 'application-source'],
    [['Requester'], 'saml-request-wrong-application-source', 'application-source'],
    [['Responder'], 'sign-in-leg-failing', undefined],
  ])('%j of Access leads to %s', (status, articleId, leg) => {
    const [first, ...rest] = found(response({ status }));
    expect(first).toMatchObject({ level: 'wrong', articleId, ...(leg === undefined ? {} : { leg }) });
    expect(first?.said).toContain(`says ${status.join(' → ')}`);
    expect(rest).toEqual([]);
  });

  it('names the leg and what was said beside it', () => {
    const [first] = found(
      response({
        status: ['Responder', 'AuthnFailed'],
        message: 'Access denied as no valid authentication methods were found',
      }),
    );
    expect(first).toMatchObject({ articleId: 'mobile-sso-no-valid-auth-methods', leg: 'authentication' });
    expect(first?.said).toBe(
      'The Response from Workspace ONE Access says Responder → AuthnFailed: the person or the device could not be authenticated. It adds “Access denied as no valid authentication methods were found”. The sign-in failed at leg 4 of 6: the person was not authenticated.',
    );
  });

  describe('with the roll-up code GENERAL_NONSUCCESS', () => {
    const failed = { status: ['Responder', 'AuthnFailed'], message: 'GENERAL_NONSUCCESS' };
    const both = ['device-trust-general-nonsuccess', 'routing-rules-general-nonsuccess'];
    const statusOf = (...messages: string[]) => found(...messages).find(({ said }) => said.includes('says Responder'));

    it.each([
      ['alone', [response(failed)]],
      ['to a request that does not ask for the device', [authnRequest(), response(failed)]],
    ])('%s is of Device Trust or of routing rules', (_what, messages) => {
      const finding = statusOf(...messages);

      expect(finding).toMatchObject({ level: 'wrong', between: both, leg: 'authentication' });
      expect(finding).not.toHaveProperty('articleId');
      expect(finding?.said).toContain('does not tell whether Device Trust or a routing rule');
    });

    it('to a request for the device is of Device Trust', () => {
      const finding = statusOf(deviceRequest, response(failed));

      expect(finding).toMatchObject({ articleId: 'device-trust-general-nonsuccess' });
      expect(finding).not.toHaveProperty('between');
    });

    it('from an issuer that Okta cannot take is of routing rules', () => {
      const finding = statusOf(response({ ...failed, issuer: 'https://acme.vmwareidentity.com/SAAS/auth' }));

      expect(finding).toMatchObject({ articleId: 'routing-rules-general-nonsuccess' });
      expect(finding).not.toHaveProperty('between');
    });

    it('says no leg where only the code tells that something failed', () => {
      expect(statusOf(response({ ...failed, status: ['Responder'] }))).not.toHaveProperty('leg');
    });
  });

  it('of an unmanaged device is what Device Trust is for, and says so', () => {
    const failed = { status: ['Responder', 'AuthnFailed'] };
    const [first] = found(
      response({
        ...failed,
        message: 'DEVICE_NOT_MANAGED',
        detail: 'Kerberos NEGOTIATE failed or was canceled by the user.',
      }),
    );
    expect(first).toMatchObject({ articleId: 'okta-sign-in-page-unmanaged-device' });
    expect(first?.said).toContain('For a device that is not managed this is the right answer.');
    expect(levels(deviceRequest, response(failed))).toEqual(['wrong okta-sign-in-page-unmanaged-device']);
  });

  it('says that Access does not give the device result', () => {
    expect(levels(deviceRequest, response({ status: ['Responder', 'NoAuthnContext'] }))).toEqual([
      'wrong device-trust-redirect-loop',
    ]);
  });

  it('of Okta is about Okta as the identity provider', () => {
    expect(levels(fromOkta({ status: ['Responder', 'UnknownPrincipal'] }))).toEqual(['wrong no-access-to-service']);
  });

  it('of a logout leads to the article on logging out', () => {
    const logout = `<samlp:LogoutResponse xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_l" Version="2.0" IssueInstant="2026-11-24T09:00:00Z"><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Requester"/></samlp:Status></samlp:LogoutResponse>`;
    expect(levels(logout)).toEqual(['wrong logout-signs-back-in']);
  });
});

describe('the state of the device', () => {
  it('was asked for and not given', () => {
    const [first] = found(deviceRequest, response());
    expect(first).toMatchObject({ level: 'wrong', articleId: 'device-trust-redirect-loop' });
    expect(first?.said).toContain('Device SSO Response is not set to Yes');
  });

  it('says that the device is not managed', () => {
    expect(levels(deviceRequest, deviceAnswer({ isManaged: false }))).toEqual([
      'wrong okta-sign-in-page-unmanaged-device',
    ]);
  });

  it('lacks what Okta requires', () => {
    expect(levels(deviceRequest, response({ context: deviceContext }))).toEqual(['wrong device-trust-not-secured']);
  });
});

describe('a loop', () => {
  const round = (index: number, every: number) =>
    authnRequest({ id: `id${index}`, at: now + index * every, contexts: [deviceContext] });

  it('is the same request of Okta three times in five minutes', () => {
    const [first] = found(...[0, 1, 2].map((index) => round(index, 5_000)));
    expect(first).toMatchObject({ level: 'wrong', articleId: 'device-trust-redirect-loop' });
    expect(first?.said).toContain('was sent 3 times within 10 seconds');
  });

  it('is the very same message three times', () => {
    const url = redirect(round(0, 0));
    expect(readTrace(har({ url }, { url }, { url }), now).findings).toMatchObject([
      { articleId: 'device-trust-redirect-loop' },
    ]);
  });

  it('is not a request that is only passed on, or remembered in the address of another page', () => {
    const to = (path: string) => redirect(round(0, 0), `${access}${path}`);
    const [sent, remembered] = [
      redirect(round(0, 0)),
      `${access}/SAAS/auth/login?dest=${encodeURIComponent(redirect(round(0, 0)))}`,
    ];
    const passedOn = [remembered, remembered, remembered, sent, to('/SAAS/t/1'), to('/SAAS/t/2')].map((url) => ({
      url,
    }));
    const trace = readTrace(har(...passedOn), now);
    expect(trace).toMatchObject({ status: 'ok', messages: [{ times: 1, sentTo: signOn }] });
  });

  it('is neither two requests, nor three in a quarter of an hour, nor three to different services', () => {
    expect(levels(round(0, 0), round(1, 5_000))).toEqual([]);
    expect(
      readTrace([0, 1, 2].map((index) => round(index, 6 * minute)).join('\n'), now + 20 * minute).findings,
    ).toEqual([]);
    const apart = [0, 1, 2].map((index) =>
      authnRequest({ id: `id${index}`, consumer: `${acs}${index}`, contexts: [deviceContext] }),
    );
    expect(levels(...apart)).toEqual([]);
  });
});

describe('time', () => {
  it('is counted with two minutes of difference between clocks', () => {
    expect(answer({ notBefore: now + minute })).toEqual([]);
    const [first] = found(response({ notBefore: now + 3 * minute }));
    expect(first).toMatchObject({
      level: 'wrong',
      said: expect.stringContaining('Allowing 2 minutes of difference between clocks, a clock is ahead'),
    });
  });

  it('that has passed is a note, for traces are older than sign-ins', () => {
    const [first] = readTrace(response(), now + 2 * day).findings;
    expect(first).toMatchObject({
      level: 'note',
      said: expect.stringMatching(/was valid until 2026-11-24 09:03:20 UTC, 2 days ago/),
    });
  });

  it('that had passed when the browser sent it is a fault', () => {
    const sent = (at: number) =>
      readTrace(har({ url: acs, at, form: { SAMLResponse: base64(response()) } }), now + day).findings;
    expect(sent(now)).toEqual([]);
    expect(sent(now + 4 * minute)).toEqual([]);
    expect(sent(now + 10 * minute)).toMatchObject([
      { level: 'wrong', said: expect.stringContaining('no longer valid when the browser sent it') },
    ]);
    expect(sent(now - 10 * minute)).toMatchObject([
      { level: 'wrong', said: expect.stringContaining('a clock is ahead') },
    ]);
  });

  it('of an answer before its request tells that the clocks differ', () => {
    const [first] = found(
      authnRequest({ contexts: [deviceContext] }),
      deviceAnswer({ at: now - 5 * minute, notOnOrAfter: now + minute }),
    );
    expect(first).toMatchObject({ level: 'wrong', said: expect.stringContaining('5 minutes before the request') });
  });
});

describe('trust', () => {
  it('ends with the certificate', () => {
    expect(answer({ certificateUntil: now - day })).toEqual(['wrong certificate-expired']);
    expect(answer({ certificateUntil: now + 10 * day })).toEqual(['note certificate-expired']);
    expect(answer({ certificateUntil: now + 31 * day })).toEqual([]);
  });

  it('needs a signature on the answer or on its assertion', () => {
    expect(answer({ isSigned: false })).toEqual(['wrong -']);
  });

  it('is not judged where the message was cut', () => {
    const cut = response({ isSigned: false });
    expect(levels(cut.slice(0, cut.indexOf('<saml:AuthnStatement')))).toEqual([]);
  });
});

describe('the SAML context', () => {
  it('that Okta sends has to be known to Access', () => {
    const context = 'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified';
    expect(levels(fromOkta({ context }))).toEqual(['note federation-artifact-not-found']);
  });

  it('is another one than was asked for exactly', () => {
    const asked = authnRequest({
      issuer: `${access}/SAAS/API/1.0/GET/metadata/sp.xml`,
      destination: 'https://acme.okta.com/app/workspaceone/exk1/sso/saml',
      consumer,
      contexts: ['urn:oasis:names:tc:SAML:2.0:ac:classes:X509'],
      comparison: 'exact',
    });
    expect(levels(asked, fromOkta())).toEqual(['wrong federation-artifact-not-found']);
    expect(levels(asked.replace('"exact"', '"minimum"'), fromOkta())).toEqual([]);
  });
});

it('an encrypted assertion is named as such, and nothing is missed in it', () => {
  expect(found(response({ isEncrypted: true }))).toMatchObject([
    { level: 'note', said: expect.stringContaining('encrypted assertion') },
  ]);
});

it('faults come first, and the first is the summary', () => {
  const trace = readTrace([authnRequest(), response({ nameId: 'ann' })].join('\n'), now);
  expect(trace.findings.map(({ level }) => level)).toEqual(['wrong', 'note']);
  expect(trace).toMatchObject({ status: 'finding', summary: trace.findings[0]?.said });
});
