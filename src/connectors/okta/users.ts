import * as z from 'zod';
import { segment } from '../http/address.js';
import type { Page } from '../http/page.js';
import { scimLiteral } from '../http/scim-literal.js';
import type { OktaReader } from './reader.js';

const text = z.string().nullish();

const userBlock = z.object({ type: z.string(), appliesTo: z.string() });
/** Why sign-in is blocked beside the status; `appliesTo` ANY_DEVICES or UNKNOWN_DEVICES. */
export type OktaUserBlock = z.infer<typeof userBlock>;

const oktaUser = z
  .object({
    id: z.string().min(1),
    /** STAGED, PROVISIONED, ACTIVE, RECOVERY, PASSWORD_EXPIRED, LOCKED_OUT, SUSPENDED, DEPROVISIONED; others may come. */
    status: z.string(),
    statusChanged: text,
    lastLogin: text,
    passwordChanged: text,
    activated: text,
    profile: z.object({ login: z.string(), email: text, firstName: text, lastName: text }),
    // A block of a shape nobody knows is no reason to lose the user: blocks can be asked for by themselves.
    _embedded: z
      .object({ blocks: z.array(userBlock).nullish() })
      .nullish()
      .catch(undefined),
  })
  .transform(({ _embedded, ...user }) => ({ ...user, ...(_embedded?.blocks ? { blocks: _embedded.blocks } : {}) }));
/** A user in Okta. Times are ISO 8601. `blocks` is there when Okta sent it along; else `userBlocks` reads it. */
export type OktaUser = z.infer<typeof oktaUser>;

const userFactor = z.object({
  id: z.string().min(1),
  factorType: z.string(),
  provider: text,
  vendorName: text,
  /** ACTIVE, PENDING_ACTIVATION, ENROLLED, EXPIRED, INACTIVE, DISABLED, NOT_SETUP. */
  status: z.string(),
  created: text,
});
/** An enrolled second factor. Phone numbers and the like are left out on purpose. */
export type OktaUserFactor = z.infer<typeof userFactor>;

const userDevice = z.object({
  deviceUserId: text,
  created: text,
  device: z.object({
    id: z.string(),
    /** ACTIVE, SUSPENDED, DEACTIVATED. */
    status: z.string(),
    profile: z
      .object({
        displayName: text,
        platform: text,
        osVersion: text,
        serialNumber: text,
        managed: z.boolean().nullish(),
        registered: z.boolean().nullish(),
      })
      .nullish(),
  }),
});
/** A device that Okta Verify registered for a user (Identity Engine only). */
export type OktaUserDevice = z.infer<typeof userDevice>;

const mostUsers = 25;

/** Reads of users. All need `okta.users.read`. */
export function userReads(reader: OktaReader) {
  const scope = 'okta.users.read';

  /** `expand=blocks` saves a call. "Retrieve a user", parameter `expand`, in Okta's OpenAPI document 2026.06.3. */
  const byId = (name: string) =>
    reader.oneIfAny({
      what: 'the user',
      path: `/api/v1/users/${segment(name)}`,
      query: { expand: 'blocks' },
      scope,
      schema: oktaUser,
    });

  const bySearch = async (name: string, search: string): Promise<Page<OktaUser>> => {
    const { items, more } = await reader.list(
      { what: 'the user', path: '/api/v1/users', query: { search, limit: mostUsers }, scope, schema: oktaUser },
      1,
    );
    return { items: items.filter((user) => isMeant(user, name)), more };
  };

  return {
    /** The user with that id or login; undefined when there is none. */
    getUser: (id: string): Promise<OktaUser | undefined> => byId(id),

    /**
     * Every user a text can mean: by id, login or e-mail address, or by a short name (the login's part before the @).
     * Several are several; none is an empty page. Deactivated users are found too. Throws `UserError` `bad-input` for
     * text that cannot be a name.
     */
    async findUsers(name: string): Promise<Page<OktaUser>> {
      const search = searchFor(name);
      const [one, several] = await Promise.all([
        // Search lags behind changes, so the fresh answer comes first. A login with a slash is found by search only.
        canBeAddressed(name) ? byId(name) : undefined,
        bySearch(name, search),
      ]);
      const others = several.items.filter((user) => user.id !== one?.id);
      return { items: one === undefined ? others : [one, ...others], more: several.more };
    },

    /** As `findUsers`, for a name that `getUser` knows nobody by: not asked for once more. */
    searchUsers: async (name: string): Promise<Page<OktaUser>> => bySearch(name, searchFor(name)),

    /** Some users, whoever comes first, without deactivated ones: enough to see what logins look like here. */
    someUsers: (count: number): Promise<Page<OktaUser>> =>
      reader.list({ what: 'some users', path: '/api/v1/users', query: { limit: count }, scope, schema: oktaUser }, 1),

    /** What blocks sign-in beside the status. */
    userBlocks: (id: string): Promise<Page<OktaUserBlock>> =>
      reader.list(
        { what: 'the user’s blocks', path: `/api/v1/users/${segment(id)}/blocks`, scope, schema: userBlock },
        1,
      ),

    /** Enrolled factors. */
    userFactors: (id: string): Promise<Page<OktaUserFactor>> =>
      reader.list(
        { what: 'the user’s factors', path: `/api/v1/users/${segment(id)}/factors`, scope, schema: userFactor },
        1,
      ),

    /** Registered devices. A Classic org has none: rejects with `not-found` when it says so, else an empty page. */
    userDevices: (id: string): Promise<Page<OktaUserDevice>> =>
      reader.list(
        { what: 'the user’s devices', path: `/api/v1/users/${segment(id)}/devices`, scope, schema: userDevice },
        1,
      ),

    /** The user whose API token the bot uses: there is no way to ask for the token itself. */
    whoAmI: (): Promise<OktaUser | undefined> => byId('me'),
  };
}

/** `me` is the owner of the bot's own token; steps in a path are none of anybody's names. */
function canBeAddressed(name: string): boolean {
  return !name.includes('/') && !['', '.', '..', 'me'].includes(name.toLowerCase());
}

/** A search for everybody whom a name can mean. Throws `UserError` `bad-input` for text that cannot be a name. */
function searchFor(name: string): string {
  const literal = scimLiteral(name);
  const shortName = scimLiteral(`${name}@`);
  return name.includes('@')
    ? `profile.login eq ${literal} or profile.email eq ${literal}`
    : `profile.login eq ${literal} or profile.login sw ${shortName} or profile.email sw ${shortName}`;
}

/** Escaping is not the only guard: what a filter expression let through is compared once more. */
function isMeant({ id, profile }: OktaUser, name: string): boolean {
  const wanted = name.toLowerCase();
  const names = [profile.login.toLowerCase(), profile.email?.toLowerCase() ?? ''];
  return id === name || names.some((one) => one === wanted || (!wanted.includes('@') && one.startsWith(`${wanted}@`)));
}
