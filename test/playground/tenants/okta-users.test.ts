import { describe, expect, it } from 'vitest';
import { json, linkOf, query, useTenants } from './tenants.js';

const { okta } = useTenants({ scenario: 'several-matching-users' });
const logins = async (parameters: Record<string, string | number>): Promise<string[]> => {
  const users = await json<{ profile: { login: string } }[]>(okta(query('/users', parameters)));
  return users.map(({ profile }) => profile.login);
};

describe('the users of Okta', () => {
  it('are found by id, login in any case, and short name', async () => {
    const byLogin = await json<{ id: string }>(okta('/users/ANN@acme.example'));

    expect(await (await okta(`/users/${byLogin.id}`)).json()).toEqual(byLogin);
    expect(await (await okta('/users/ann')).json()).toEqual(byLogin);
  });

  it.each(['jdoe', 'nobody@acme.example', 'an', '%20'])('are not found as "%s"', async (key) => {
    const response = await okta(`/users/${key}`);

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errorCode: 'E0000007' });
  });

  it('are searched in any case, with those who left', async () => {
    expect(await logins({ search: 'profile.email eq "DORA@acme.example"' })).toEqual(['dora@acme.example']);
    expect(await logins({ search: 'profile.login sw "jdoe@"' })).toEqual([
      'jdoe@acme.example',
      'jdoe@contractors.example',
    ]);
  });

  it('are filtered in exactly the case stored, by eq only', async () => {
    expect(await logins({ filter: 'profile.login eq "ann@acme.example"' })).toEqual(['ann@acme.example']);
    expect(await logins({ filter: 'profile.login eq "Ann@acme.example"' })).toEqual([]);
    const refused = await okta(query('/users', { filter: 'profile.login sw "ann"' }));
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errorCode: 'E0000031' });
  });

  it('are listed by first letters without those who left', async () => {
    expect(await logins({ q: 'do' })).toEqual(['jdoe@acme.example', 'jdoe@contractors.example']);
    expect(await logins({ q: 'dora' })).toEqual([]);
  });

  it('page by the cursor of the next link', async () => {
    const first = await okta(query('/users', { limit: 3 }));
    const next = linkOf(first, 'next') ?? '';
    const second = await okta(`/users?${new URL(next).searchParams}`);

    const both = [...(await json<{ id: string }[]>(first)), ...(await json<{ id: string }[]>(second))];
    const ids = both.map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
  });

  it('carry their assignment when their applications are asked for', async () => {
    const { id } = await json<{ id: string }>(okta('/users/ann'));

    const apps = await json(okta(query('/apps', { filter: `user.id eq "${id}"`, expand: `user/${id}` })));

    expect(apps).toMatchObject([
      {
        label: 'Workspace ONE',
        _embedded: { user: { syncState: 'SYNCHRONIZED', credentials: { userName: 'ann@acme.example' } } },
      },
      { label: 'Acme Mail' },
    ]);
  });

  it('show their blocks, by themselves and with the user when asked to', async () => {
    const blocks = [{ type: 'DEVICE_BASED', appliesTo: 'UNKNOWN_DEVICES' }];

    expect(await json(okta('/users/erik/blocks'))).toEqual(blocks);
    expect(await json(okta('/users/erik?expand=blocks'))).toMatchObject({ _embedded: { blocks } });
    expect(await json(okta('/users/ann?expand=blocks'))).toMatchObject({ _embedded: { blocks: [] } });
    expect(await json(okta('/users/erik'))).not.toHaveProperty('_embedded');
  });
});
