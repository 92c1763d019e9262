/** `trace` in a shell: the real command line. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPaint } from '../../src/cli/output.js';
import { traceCard } from '../../src/cli/trace-card.js';
import { readTrace } from '../../src/understanding/trace/index.js';
import {
  acs,
  authnRequest,
  base64,
  deviceContext,
  har,
  now,
  redirect,
  response,
  samlTracer,
  samlTracerRequest,
  secretAttribute,
  signOn,
} from '../support/saml-messages.js';
import { type CommandLine, commandLine } from './helpers/command-line.js';

let cli: CommandLine;
beforeAll(async () => {
  cli = await commandLine();
});
afterAll(() => cli.remove());

const year = 365 * 86_400_000;
/** Valid whenever the test runs. */
const lasting = {
  at: Date.now() - 60_000,
  notOnOrAfter: Date.now() + 3_600_000,
  certificateUntil: Date.now() + 10 * year,
};

describe('trace', () => {
  it('reads a file and says first what is wrong, exit code 1', async () => {
    const file = join(cli.folder, 'SAML-tracer-export.json');
    await writeFile(
      file,
      samlTracer(
        samlTracerRequest(authnRequest({ at: lasting.at }), 'get', signOn, 'SAMLRequest'),
        samlTracerRequest(response({ ...lasting, nameId: 'ann' }), 'post', acs, 'SAMLResponse'),
      ),
    );

    const { code, stdout, stderr } = await cli.run(['trace', file]);

    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.split('\n')[0]).toMatch(/^✗ The NameID is ann, without an @/);
    expect(stdout).toContain('wo-okta -- article username-mismatch');
    expect(stdout).toMatch(/Until \d{4}-.* UTC whoever has this trace can sign in/);
    for (const secret of [secretAttribute, 's3cret-relay', '102AbCdEfG']) expect(stdout).not.toContain(secret);
  });

  it('reads standard input; nothing wrong is exit code 0, and JSON has all of it', async () => {
    const stdin = redirect(authnRequest({ at: lasting.at, contexts: [deviceContext] }));
    const [card, json] = await Promise.all([
      cli.run(['trace'], { stdin }),
      cli.run(['trace', '-', '--json'], { stdin }),
    ]);

    expect(card).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^✓ One SAML message: nothing in it is wrong\./),
    });
    expect(json.code).toBe(0);
    expect(JSON.parse(json.stdout)).toMatchObject({
      status: 'ok',
      messages: [{ kind: 'authn-request', to: 'access' }],
      findings: [],
    });
  });

  it('of what is no trace says so, exit code 2', async () => {
    const [text, none] = await Promise.all([
      cli.run(['trace'], { stdin: 'GENERAL_NONSUCCESS' }),
      cli.run(['trace', 'nowhere.har']),
    ]);

    expect(text).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('The text holds no SAML message.'),
    });
    expect(none).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining("nowhere.har can't be read") });
  });
});

it('the card of a HAR file, whole', () => {
  const text = har(
    { url: redirect(authnRequest({ contexts: [deviceContext] })) },
    {
      url: acs,
      form: { SAMLResponse: base64(response({ status: ['Responder', 'AuthnFailed'], message: 'DEVICE_NOT_MANAGED' })) },
    },
  );
  const style = { paint: createPaint(false), width: Number.POSITIVE_INFINITY };
  expect(
    traceCard(readTrace(text, now), style),
  ).toBe(`✗ The Response from Workspace ONE Access says Responder → AuthnFailed: the person or the device could not be authenticated. It adds “DEVICE_NOT_MANAGED”. The sign-in failed at leg 4 of 6: the person was not authenticated. For a device that is not managed this is the right answer.
  Fix: wo-okta article okta-sign-in-page-unmanaged-device

AuthnRequest, Okta → Workspace ONE Access
  NameID format   unspecified
  Issuer          https://www.okta.com/saml2/service-provider/spacmeworkspaceone
  Destination     https://acme.vmwareidentity.com/SAAS/auth/federation/sso
  Answer goes to  https://acme.okta.com/sso/saml2/0oa1idpworkspaceone7
  Asks for        minimum urn:okta:saml:2.0:DevicePosture
  ID              id1
  Issued          2026-11-24 09:00:00 UTC
  Signature       none seen

Response, Workspace ONE Access → Okta
  Status          Responder → AuthnFailed · DEVICE_NOT_MANAGED
  Issuer          https://acme.vmwareidentity.com/SAAS/API/1.0/GET/metadata/idp.xml
  Destination     https://acme.okta.com/sso/saml2/0oa1idpworkspaceone7
  ID              _r1
  In response to  id1
  Issued          2026-11-24 09:00:00 UTC
  Signature       none
`);
});

it('the card of a failure that two articles explain names both', () => {
  const trace = readTrace(response({ status: ['Responder'], message: 'GENERAL_NONSUCCESS' }), now);

  expect(traceCard(trace, { paint: createPaint(false), width: Number.POSITIVE_INFINITY })).toContain(
    '\n  Fix: wo-okta article device-trust-general-nonsuccess\n   or: wo-okta article routing-rules-general-nonsuccess\n',
  );
});
