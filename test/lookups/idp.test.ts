import { afterEach, describe, expect, it } from 'vitest';
import { createCertificate } from '../../src/playground/tenants/certificate.js';
import { day } from '../../src/playground/tenants/time.js';
import { type Asking, startAsking } from './asking.js';

describe('idp', () => {
  let asking: Asking | undefined;
  const start = async (...[scenario, changes]: Parameters<typeof startAsking>) => {
    const started = await startAsking(scenario, changes);
    asking = started;
    return started;
  };
  afterEach(() => asking?.close());
  const linesOf = ({ sections }: Awaited<ReturnType<Asking['ask']>>) =>
    Object.fromEntries(
      sections.flatMap(({ lines }) => lines).map(({ label, mark, value }) => [label, `${mark}: ${value}`]),
    );

  it('compares what Okta has with what Access says of itself', async () => {
    const { ask } = await start('healthy');

    const found = await ask('idp');

    expect(found.status).toBe('ok');
    expect(linesOf(found)).toMatchObject({
      Status: 'good: active',
      'Issuer URI': expect.stringMatching(/^good: .*idp\.xml$/),
      'Issuer is the entity ID of Access': 'good: yes',
      'IdP username': 'good: idpuser.subjectNameId',
      'Matched against': 'note: Okta username',
      'Certificate of Access that Okta trusts': expect.stringMatching(/^good: expires in \d+ days/),
      'Certificate that Access signs with': expect.stringMatching(/^good: expires in \d+ days/),
      'Same certificate on both sides': expect.stringMatching(/^good: yes/),
      'Routing rule “Workspace ONE mobile”':
        'good: active; tried as number 1; on IOS and ANDROID; for logins: suffix acme.example',
      'Request Authentication Context': expect.stringMatching(/^unknown: not told by the API: see Security/),
    });
  });

  it('says that the issuer is wrong, and which article mends it', async () => {
    const { ask } = await start('wrong-issuer');

    const { summary, articleId, status } = await ask('idp');

    expect(summary).toMatch(/^The issuer of .* does not end in idp\.xml/);
    expect(articleId).toBe('saml-request-missing');
    expect(status).toBe('finding');
  });

  it('says when the certificate ends, on both sides', async () => {
    const { ask } = await start('certificate-near-expiry');

    const found = await ask('idp');

    expect(found.summary).toMatch(/certificate that Access signs with expires in 6 days/);
    expect(linesOf(found)['Certificate of Access that Okta trusts']).toMatch(/^bad: expires in 6 days/);
  });

  it('notices that Access signs with another certificate than Okta trusts', async () => {
    const { ask } = await start('healthy', [
      ({ access, now }) => {
        const today = Math.floor(now / 1_000) * 1_000;
        access.certificate = createCertificate('New one', today - day, today + 900 * day);
      },
    ]);

    const found = await ask('idp');

    expect(linesOf(found)['Same certificate on both sides']).toMatch(/^bad: no/);
    expect(found.summary).toMatch(/Okta does not trust the certificate/);
  });

  it('says when the identity provider is inactive, or not there at all', async () => {
    const { ask, simulated } = await start('healthy', [
      ({ okta }) => {
        for (const idp of okta.idps) idp.status = 'INACTIVE';
      },
    ]);

    expect((await ask('idp')).summary).toMatch(/is inactive/);
    simulated.change(({ okta }) => okta.idps.splice(0));
    expect((await ask('idp')).summary).toMatch(/no SAML identity provider whose name begins with “Workspace ONE”/);
  });

  it('says when no routing rule points at it', async () => {
    const { ask } = await start('healthy', [({ okta }) => okta.rules.clear()]);

    expect(linesOf(await ask('idp'))['Routing rules']).toMatch(/none points here/);
  });

  it('makes five calls', async () => {
    const { ask, simulated } = await start('healthy');

    await ask('idp');

    expect(simulated.requests.count()).toBe(5);
  });
});
