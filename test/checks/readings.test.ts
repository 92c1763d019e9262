import { describe, expect, it } from 'vitest';
import { createReadings } from '../../src/checks/index.js';
import { source } from '../../src/checks/source.js';

/** A client that counts what it is asked, and says what is left of its limits. */
function counting(left: readonly { bucket: string; limit: number; remaining: number }[] = []) {
  const asked: string[] = [];
  const quota = () => left.map((one) => ({ ...one, resetsAt: new Date(60_000) }));
  return { asked, client: { asked, quota } as never };
}

const users = source({
  id: 'users',
  system: 'okta',
  call: 'GET /api/v1/users?limit=100',
  right: 'okta.users.read',
  where: 'Directory → People',
  read: async (client, name: string) => {
    (client as unknown as { asked: string[] }).asked.push(name);
    return `${name} was read`;
  },
});

describe('readings', () => {
  it('are shared by those who ask at the same time, and by those who take what was read before', async () => {
    let now = 1_000;
    const readings = createReadings(() => now);
    const { client, asked } = counting();

    const both = await Promise.all([
      readings.read(users, client, ['ann'], 1_000),
      readings.read(users, client, ['ann'], 1_000),
    ]);
    now = 30_000;
    const later = await readings.read(users, client, ['ann'], 1_000);

    expect(asked).toEqual(['ann']);
    expect([...both, later]).toEqual(Array.from({ length: 3 }, () => ({ value: 'ann was read', at: 1_000 })));
  });

  it('are made anew for those who want a younger one, for other arguments and for another client', async () => {
    let now = 1_000;
    const readings = createReadings(() => now);
    const first = counting();
    const second = counting();

    await readings.read(users, first.client, ['ann'], 0);
    now = 2_000;
    await readings.read(users, first.client, ['ann'], 1_500);
    await readings.read(users, first.client, ['ben'], 0);
    await readings.read(users, second.client, ['ann'], 0);

    expect(first.asked).toEqual(['ann', 'ann', 'ben']);
    expect(second.asked).toEqual(['ann']);
  });

  it('forget a failure', async () => {
    const readings = createReadings(() => 0);
    let isBroken = true;
    const broken = source({
      ...users,
      id: 'broken',
      read: async () => {
        if (isBroken) throw new Error('broken');
        return 'read';
      },
    });
    const { client } = counting();

    await expect(readings.read(broken, client, [], 0)).rejects.toThrow('broken');
    isBroken = false;

    expect(await readings.read(broken, client, [], 0)).toMatchObject({ value: 'read' });
  });

  it('leave the last tenth of a rate limit to lookups, and say until when', async () => {
    const readings = createReadings(() => 0);
    const { client, asked } = counting([{ bucket: 'users', limit: 100, remaining: 10 }]);

    await expect(readings.read(users, client, ['ann'], 0)).rejects.toMatchObject({
      code: 'rate-limited',
      until: new Date(60_000),
      message: expect.stringMatching(/^Okta’s rate limit is nearly used up, .* after 1970-01-01 00:01 UTC\.$/),
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ['there is more left', [{ bucket: 'users', limit: 100, remaining: 11 }]],
    ['other calls have nothing left', [{ bucket: 'logs', limit: 60, remaining: 0 }]],
    ['the system does not say', []],
  ])('are made when %s', async (_what, left) => {
    const { client, asked } = counting(left);

    await createReadings(() => 0).read(users, client, ['ann'], 0);

    expect(asked).toEqual(['ann']);
  });
});
