/** The doctor before the simulated tenants: sound, with a refused credential, and with rights missing. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sources } from '../../src/checks/sources/index.js';
import type { Finding } from '../../src/cli/doctor/finding.js';
import { leastRights, needsOf } from '../../src/cli/doctor/needs.js';
import { lookups } from '../../src/lookups/index.js';
import { products } from '../../src/model/system.js';
import { systemClock } from '../../src/playground/slack/index.js';
import { startTenants, type Tenants } from '../../src/playground/tenants/index.js';
import { type CommandLine, commandLine } from './helpers/command-line.js';

let cli: CommandLine;
let tenants: Tenants;
beforeAll(async () => {
  [cli, tenants] = await Promise.all([commandLine(), startTenants({ scenario: 'healthy', clock: systemClock })]);
});
afterEach(() => tenants.setScenario('healthy'));
afterAll(async () => {
  await tenants.close();
  await cli.remove();
});

const byToken = () => ({ OKTA_ORG_URL: tenants.okta.url, OKTA_API_TOKEN: tenants.okta.token });
const everything = () => ({
  ...byToken(),
  ACCESS_URL: tenants.access.url,
  ACCESS_CLIENT_ID: tenants.access.clientId,
  ACCESS_CLIENT_SECRET: tenants.access.clientSecret,
  UEM_URL: tenants.uem.url,
  UEM_USERNAME: tenants.uem.userName,
  UEM_PASSWORD: tenants.uem.password,
  UEM_TENANT_CODE: tenants.uem.tenantCode,
});

async function examine(env: Record<string, string>) {
  const { code, stdout, stderr } = await cli.run(['doctor', '--json'], { env });
  const { exitCode, findings, leastRights } = JSON.parse(stdout) as {
    exitCode: number;
    findings: Finding[];
    leastRights: { right: string; neededBy: string[] }[];
  };
  expect({ code, stderr }).toEqual({ code: exitCode, stderr: '' });
  const of = (check: Finding['check']) => findings.find((finding) => finding.check === check);
  const unproven = (check: Finding['check']) =>
    (of(check)?.proofs ?? []).flatMap((proof) => (proof.isProven ? [] : [`${proof.what}: ${proof.code}`]));
  return { code, of, unproven, leastRights };
}

describe('the doctor on live systems', () => {
  it('proves each scope and each read where all is well, and ends with the least rights', async () => {
    const { code, stdout } = await cli.run(['doctor'], { env: everything() });
    expect(stdout).toContain('✓ Okta takes the credential and lets it read all that lookups need.\n');
    for (const scope of ['okta.apiTokens.read', 'okta.idps.read', 'okta.logs.read', 'okta.users.read']) {
      expect(stdout).toContain(`    ✓ ${scope}\n`);
    }
    expect(stdout).toMatch(/✓ Workspace ONE Access .*\n {4}✓ users\n {4}✓ audit events\n/);
    expect(stdout).toMatch(/✓ Workspace ONE UEM .*\n {4}✓ users\n {4}✓ devices\n {4}✓ profiles\n/);
    expect(stdout).toMatch(/System +Right +Needed by\n/);
    expect(stdout).toMatch(/Okta +okta\.idps\.read +.*idp/);
    expect(code).toBe(0);
    const secrets = [tenants.okta.token, tenants.access.clientSecret, tenants.uem.password, tenants.uem.tenantCode];
    for (const secret of secrets) expect(stdout).not.toContain(secret);
  });

  it('says which variables connect a system that is not configured', async () => {
    const { code, of, leastRights } = await examine({});
    expect(code).toBe(0);
    expect(of('okta')).toMatchObject({ status: 'skipped', next: expect.stringContaining('OKTA_ORG_URL') });
    expect(of('access')).toMatchObject({ status: 'skipped', next: expect.stringContaining('ACCESS_CLIENT_SECRET') });
    expect(of('uem')).toMatchObject({ status: 'skipped', next: expect.stringContaining('UEM_TENANT_CODE') });
    expect(leastRights.map(({ right }) => right)).toContain('okta.users.read');
  });

  it('asks no system while the configuration is wrong', async () => {
    const asked = tenants.requests.count();
    const { code, of } = await examine({ ...everything(), LOG_LEVEL: 'loud' });
    expect(code).toBe(2);
    expect(of('tenants')?.status).toBe('skipped');
    expect(tenants.requests.count()).toBe(asked);
  });

  it('tells a refused credential once, with what to do', async () => {
    tenants.setScenario('okta-token-invalid');
    const { code, of } = await examine(byToken());
    expect(code).toBe(1);
    expect(of('okta')).toMatchObject({ status: 'wrong', summary: expect.stringContaining('set OKTA_API_TOKEN') });
    expect(of('okta')?.details).toBeUndefined();

    tenants.setScenario('access-credential-refused');
    const refused = await examine(everything());
    expect(refused.of('access')).toMatchObject({
      status: 'wrong',
      summary: expect.stringContaining('ACCESS_CLIENT_SECRET'),
    });
    expect(refused.of('okta')?.status).toBe('ok');
  });

  it('names the scopes that a service app lacks, the lookups that miss them, and where to grant them', async () => {
    const { OKTA_API_TOKEN: _, ...rest } = everything();
    tenants.change(({ okta }) => okta.missingScopes.add('okta.idps.read'));
    const app = {
      ...rest,
      OKTA_CLIENT_ID: tenants.okta.clientId,
      OKTA_KEY_ID: tenants.okta.keyId,
      OKTA_PRIVATE_KEY: tenants.okta.privateKey,
    };
    const { code, of, unproven } = await examine(app);
    expect(code).toBe(1);
    expect(unproven('okta')).toEqual(['okta.idps.read: forbidden']);
    expect(of('okta')?.details?.join('\n')).toMatch(/✗ okta\.idps\.read: not granted, without which .*idp/);
    expect(of('okta')?.next).toMatch(/^Grant okta\.idps\.read on the “Okta API Scopes” tab/);
  });

  it('tells a missing role from a system that is out of reach', async () => {
    tenants.addFault({ system: 'access', kind: 'forbidden', under: '/analytics' });
    tenants.addFault({ system: 'uem', kind: 'down' });
    const { code, of, unproven } = await examine(everything());
    expect(code).toBe(1);
    expect(unproven('access')).toEqual(['audit events: forbidden']);
    expect(of('access')?.next).toContain('ReadOnly Admin');
    expect(of('uem')).toMatchObject({ status: 'unread', summary: expect.stringContaining('cannot be reached') });
  });
});

describe('the least rights', () => {
  it('are those of all that checks read, too', () => {
    const rights = leastRights([...lookups, needsOf('audit', sources)], products);

    expect(rights.find(({ right }) => right === 'okta.profileMappings.read')?.neededBy).toEqual(['audit']);
  });

  it('name every right of every lookup once, with the lookups that need it', () => {
    const rights = leastRights(lookups, products);
    const named = lookups.flatMap(({ needs }) => products.flatMap((system) => needs[system] ?? []));
    expect(rights.map(({ right }) => right).toSorted()).toEqual([...new Set(named)].toSorted());
    expect(rights.find(({ right }) => right === 'okta.apiTokens.read')?.neededBy).toEqual(['token']);
  });
});
