import type { Page } from '../../connectors/http/page.js';
import type { Uem, UemDevice, UemDeviceProfile, UemProfile, UemUser } from '../../connectors/uem/index.js';
import type { Answer, Inquiry } from '../inquiry.js';
import { oktaUserOf } from '../person/access-user.js';
import type { PersonName } from '../person/name.js';
import type { OktaPerson } from '../person/resolve.js';

/** Workspace ONE UEM's half of the picture of a person. */
export interface UemHalf {
  /** Undefined when there was no name to look for. */
  readonly owner: Answer<UemOwner> | undefined;
  /** Undefined when there is no device that could have one. */
  readonly sso: Answer<SsoProfiles> | undefined;
}

/** A person's account and devices. */
export interface UemOwner {
  /** User names, of the account or of the devices. */
  readonly userNames: readonly string[];
  readonly devices: readonly UemDevice[];
  /** Devices of the same user name that carry somebody else's e-mail address. */
  readonly others: number;
  readonly more: boolean;
}

/** Whether the profile that Mobile SSO for iOS needs is on the devices. */
export interface SsoProfiles {
  readonly profiles: readonly UemProfile[];
  readonly ofDevice: ReadonlyMap<string, readonly UemDeviceProfile[]>;
}

/** Reads UEM's half. Profiles are read of the `mostProfiles` iOS devices seen last: each costs a call. */
export async function readUemHalf(
  inquiry: Inquiry,
  name: PersonName,
  person: Promise<Answer<OktaPerson>>,
  mostProfiles: number,
): Promise<UemHalf> {
  const owner = await findOwner(inquiry, name, person);
  const ios = owner?.isRead ? newestFirst(owner.value.devices.filter(isIos)).slice(0, mostProfiles) : [];
  if (ios.length === 0) return { owner, sso: undefined };
  const sso = await inquiry.ask('uem', async (uem): Promise<SsoProfiles> => {
    const [profiles, ofDevices] = await Promise.all([
      uem.iosSsoProfiles(),
      Promise.all(ios.map(async ({ id }) => [id, (await uem.deviceProfiles(id)).items] as const)),
    ]);
    return { profiles: profiles.items, ofDevice: new Map(ofDevices) };
  });
  return { owner, sso };
}

/** iPhones and iPads; UEM calls Macs Apple too. */
export function isIos({ platform = '', model = '' }: UemDevice): boolean {
  return /apple|ios|ipados/i.test(platform) && !/mac/i.test(`${platform} ${model}`);
}

async function findOwner(
  inquiry: Inquiry,
  name: PersonName,
  person: Promise<Answer<OktaPerson>>,
): Promise<Answer<UemOwner> | undefined> {
  const { short } = name;
  const first = short === undefined ? undefined : await inquiry.ask('uem', (uem) => uem.devicesOfUser(short));
  if (first?.isRead === false) return first;
  const { profile } = oktaUserOf(await person) ?? {};
  const emails = [...new Set([name.email, profile?.login, profile?.email].flatMap((one) => (one ? [one] : [])))];
  const userName = short ?? profile?.login.replace(/@[^@]*$/, '');
  if (userName === undefined) return undefined;
  const sorted = sortOut(first?.value, emails);
  if (sorted.devices.length > 0) return { isRead: true, value: sorted };
  return inquiry.ask('uem', async (uem) => {
    const users = await findAccounts(uem, emails, userName);
    const userNames = [...new Set(users.map((user) => user.userName))];
    // Those under the short name were asked for already.
    const further = userNames.filter((one) => one.toLowerCase() !== short?.toLowerCase());
    const pages = await Promise.all(further.map((one) => uem.devicesOfUser(one)));
    const devices = pages.flatMap(({ items }) => items);
    return { userNames, devices, others: sorted.others, more: pages.some(({ more }) => more) };
  });
}

/** By e-mail address first: a user name in UEM may be anything. */
async function findAccounts(uem: Uem, emails: readonly string[], userName: string): Promise<UemUser[]> {
  const byEmail = await Promise.all(emails.slice(0, 2).map((email) => uem.findUsers('email', email)));
  const found = byEmail.flatMap(({ items }) => items);
  // With an address to go by, an account of that user name and no such address is somebody else's.
  if (emails.length > 0) return [...new Map(found.map((user) => [user.userName.toLowerCase(), user])).values()];
  return [...(await uem.findUsers('username', userName)).items];
}

function sortOut(page: Page<UemDevice> | undefined, emails: readonly string[]): UemOwner {
  const known = emails.map((email) => email.toLowerCase());
  const items = page?.items ?? [];
  const devices = items.filter(
    ({ userEmail, userName }) =>
      !userEmail || known.length === 0 || [userEmail, userName ?? ''].some((one) => known.includes(one.toLowerCase())),
  );
  const userNames = [...new Set(devices.flatMap(({ userName }) => userName ?? []))];
  return { userNames, devices, others: items.length - devices.length, more: page?.more ?? false };
}

/** UEM's times have one form, so text order is time order. */
function newestFirst(devices: readonly UemDevice[]): UemDevice[] {
  return [...devices].sort((a, b) => ((a.lastSeen ?? '') < (b.lastSeen ?? '') ? 1 : -1));
}
