import { type Context, Hono } from 'hono';
import { uuid } from '../ids.js';
import { day } from '../time.js';
import { createUemAuth, uemError } from './auth.js';
import type { UemDevice, UemTenant } from './objects.js';
import { deviceJson, profileJson, userJson } from './wire.js';

/** Calls a day. */
const quota = 250_000;

const pageOf = <T>(
  c: Context,
  items: readonly T[],
): { readonly sent: readonly T[]; readonly Page: number; readonly PageSize: number } => {
  const number = (name: string, usual: number): number => {
    const raw = c.req.query(name) ?? '';
    return /^\d{1,6}$/.test(raw) ? Number(raw) : usual;
  };
  const Page = number('page', 0);
  const PageSize = Math.max(1, number('pagesize', 500));
  return { sent: items.slice(Page * PageSize, (Page + 1) * PageSize), Page, PageSize };
};

const version = (c: Context): number => Number(/version=(\d)/.exec(c.req.header('accept') ?? '')?.[1] ?? 1);

/** The simulated Workspace ONE UEM: users, devices, profiles, behind Basic with a tenant code or OAuth. */
export const createUemApp = (uem: () => UemTenant, now: () => number, mint: () => string): Hono => {
  const app = new Hono();
  const auth = createUemAuth(uem, now, mint);
  let used = 0;
  let resets = 0;

  app.post('/connect/token', (c) => auth.issue(c));
  app.use('/api/*', async (c, next) => {
    if (now() >= resets) {
      used = 0;
      resets = now() + day;
    }
    used += 1;
    c.header('x-ratelimit-limit', String(quota));
    c.header('x-ratelimit-remaining', String(Math.max(0, quota - used)));
    c.header('x-ratelimit-reset', String(Math.ceil(resets / 1_000)));
    c.header('x-correlation-id', uuid(`uem request ${used}`));
    c.header('x-api-version', String(version(c)));
    c.header('api-supported-versions', '1, 2, 3, 4');
    const refusal = auth.refusal(c);
    if (refusal !== undefined) return refusal;
    return next();
  });

  app.get('/api/system/users/search', (c) => {
    const has = (value: string, name: string): boolean =>
      value.toLowerCase().includes((c.req.query(name) ?? '').toLowerCase());
    // Finds parts of names too: whoever asks has to compare exactly.
    const found = uem().users.filter(
      (user) =>
        has(user.userName, 'username') &&
        has(user.email, 'email') &&
        has(user.firstName, 'firstname') &&
        has(user.lastName, 'lastname'),
    );
    if (found.length === 0) return c.body(null, 204);
    const { sent, Page, PageSize } = pageOf(c, found);
    return c.json({ Users: sent.map((user) => userJson(uem(), user)), Page, PageSize, Total: found.length });
  });
  app.get('/api/system/users/:id', (c) => {
    const user = uem().users.find((each) => [String(each.number), each.uuid].includes(c.req.param('id')));
    return user === undefined ? uemError(c, 404, 1_000, 'User not found') : c.json(userJson(uem(), user));
  });

  const deviceOf = (id: string): UemDevice | undefined =>
    uem().devices.find((each) => [String(each.number), each.uuid].includes(id));
  const ownerName = (device: UemDevice): string =>
    uem()
      .users.find((user) => user.number === device.owner)
      ?.userName.toLowerCase() ?? '';
  const sendProfiles = (c: Context, device: UemDevice | undefined): Response => {
    if (device === undefined) return uemError(c, 404, 1_000, 'Device not found');
    const DeviceProfiles = uem().profiles.flatMap((profile) => {
      const Status = uem().states.get(`${device.number}/${profile.number}`);
      if (Status === undefined) return [];
      return [{ Id: { Value: profile.number }, Name: profile.name, Status, CurrentVersion: 4, AssignmentType: 1 }];
    });
    return c.json({ DeviceId: { Id: { Value: device.number } }, DeviceProfiles });
  };

  app.get('/api/mdm/devices/search', (c) => {
    const user = c.req.query('user')?.toLowerCase();
    const platform = c.req.query('platform')?.toLowerCase();
    const found = uem().devices.filter(
      (device) =>
        (user === undefined || ownerName(device) === user) &&
        (platform === undefined || device.platform.toLowerCase() === platform),
    );
    if (c.req.query('orderby')?.toLowerCase() === 'lastseen') {
      const sign = c.req.query('sortorder')?.toUpperCase() === 'DESC' ? -1 : 1;
      found.sort((one, other) => sign * (one.lastSeen - other.lastSeen));
    }
    if (found.length === 0) return c.body(null, 204);
    const { sent, Page, PageSize } = pageOf(c, found);
    return c.json({ Devices: sent.map((device) => deviceJson(uem(), device)), Page, PageSize, Total: found.length });
  });
  app.get('/api/mdm/devices/profiles', (c) =>
    sendProfiles(
      c,
      uem().devices.find((device) => device.serial === c.req.query('id')),
    ),
  );
  app.get('/api/mdm/devices/:id', (c) => {
    const device = deviceOf(c.req.param('id'));
    return device === undefined ? uemError(c, 404, 1_000, 'Device not found') : c.json(deviceJson(uem(), device));
  });
  app.get('/api/mdm/devices/:id/profiles', (c) => sendProfiles(c, deviceOf(c.req.param('id'))));

  app.get('/api/mdm/profiles/search', (c) => {
    const platform = c.req.query('platform')?.toLowerCase();
    const status = c.req.query('status')?.toLowerCase();
    const payload = c.req.query('payloadName')?.toLowerCase();
    const text = (c.req.query('searchtext') ?? '').toLowerCase();
    const found = uem().profiles.filter(
      (profile) =>
        (platform === undefined || profile.platform.toLowerCase() === platform) &&
        (status === undefined || status === (profile.active ? 'active' : 'inactive')) &&
        (payload === undefined || profile.payload.toLowerCase() === payload) &&
        profile.name.toLowerCase().includes(text),
    );
    const { sent } = pageOf(c, found);
    const list = sent.map((profile) => profileJson(uem(), profile));
    // Version 1, which clients get that ask for none, names the list otherwise.
    return c.json({ [version(c) === 1 ? 'Profiles' : 'ProfileList']: list, TotalResults: found.length });
  });
  app.get('/api/mdm/profiles/:id', (c) => {
    const profile = uem().profiles.find((each) => [String(each.number), each.uuid].includes(c.req.param('id')));
    if (profile === undefined) return uemError(c, 404, 1_000, 'Profile not found');
    return c.json({
      General: {
        Name: profile.name,
        ProfileId: profile.number,
        ProfileUuid: profile.uuid,
        IsActive: profile.active,
        AssignmentType: 'Auto',
        AssignedSmartGroups: profile.assigned ? [{ SmartGroupId: 5, Name: `All ${profile.platform}` }] : [],
        ExcludedSmartGroups: [],
        Version: 4,
      },
      ...(version(c) >= 2 && profile.singleSignOn !== undefined ? { SingleSignOn: profile.singleSignOn } : {}),
    });
  });
  app.notFound((c) => uemError(c, 404, 1_000, 'Not found'));
  return app;
};
