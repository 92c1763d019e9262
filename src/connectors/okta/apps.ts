import * as z from 'zod';
import { segment } from '../http/address.js';
import type { Page } from '../http/page.js';
import { scimLiteral } from '../http/scim-literal.js';
import { keyCredential, type OktaKey } from './keys.js';
import type { OktaReader } from './reader.js';

const text = z.string().nullish();

const appUser = z.object({
  id: z.string(),
  status: text,
  /** USER or GROUP: assigned directly or through a group. */
  scope: text,
  externalId: text,
  /** DISABLED, OUT_OF_SYNC, SYNCING, SYNCHRONIZED, ERROR. DISABLED speaks of profile mastering, not of push. */
  syncState: text,
  lastSync: text,
  credentials: z.object({ userName: text }).nullish(),
  /** What the app is told of the user: its keys are the app's own. */
  profile: z.record(z.string(), z.unknown()).nullish(),
});
/** A user as one app sees them: `credentials.userName` is the application username. */
export type OktaAppUser = z.infer<typeof appUser>;

const app = z.object({
  id: z.string().min(1),
  name: text,
  label: z.string(),
  status: z.string(),
  signOnMode: text,
  features: z.array(z.string()).nullish(),
  credentials: z
    .object({
      userNameTemplate: z.object({ template: text, type: text, pushStatus: text }).nullish(),
      signing: z.object({ kid: text }).nullish(),
    })
    .nullish(),
  settings: z
    .object({
      signOn: z
        .object({
          ssoAcsUrl: text,
          ssoAcsUrlOverride: text,
          audience: text,
          audienceOverride: text,
          recipient: text,
          destination: text,
          subjectNameIdTemplate: text,
          subjectNameIdFormat: text,
          authnContextClassRef: text,
          honorForceAuthn: z.boolean().nullish(),
          /** Single Logout. */
          slo: z.object({ enabled: z.boolean().nullish() }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
});
/** An app in Okta. */
export type OktaApp = z.infer<typeof app>;

const assignedApp = app.extend({ _embedded: z.object({ user: appUser.nullish() }).nullish() });
/** An app with the user's assignment in it. */
export interface OktaAssignedApp {
  readonly app: OktaApp;
  /** Undefined when Okta did not embed it. */
  readonly appUser: OktaAppUser | undefined;
}

/** Reads of apps. All need `okta.apps.read`. */
export function appReads(reader: OktaReader) {
  const scope = 'okta.apps.read';
  return {
    /** The apps a user is assigned to, each with the application username and status. */
    async assignedApps(userId: string): Promise<Page<OktaAssignedApp>> {
      const query = { filter: `user.id eq ${scimLiteral(userId)}`, expand: `user/${userId}`, limit: 200 };
      const page = await reader.list(
        { what: 'the user’s apps', path: '/api/v1/apps', query, scope, schema: assignedApp },
        3,
      );
      return {
        more: page.more,
        items: page.items.map(({ _embedded, ...rest }) => ({ app: rest, appUser: _embedded?.user ?? undefined })),
      };
    },

    /** Apps whose name or label begins with a text, in any case. */
    findApps: (beginning: string): Promise<Page<OktaApp>> =>
      reader.list({ what: 'the app', path: '/api/v1/apps', query: { q: beginning, limit: 50 }, scope, schema: app }, 1),

    /** The app with that id; undefined when there is none. */
    app: (id: string): Promise<OktaApp | undefined> =>
      reader.oneIfAny({ what: 'the app', path: `/api/v1/apps/${segment(id)}`, scope, schema: app }),

    /** Some of an app's users, whoever comes first. */
    someAppUsers: (id: string, count: number): Promise<Page<OktaAppUser>> =>
      reader.list(
        {
          what: 'the app’s users',
          path: `/api/v1/apps/${segment(id)}/users`,
          query: { limit: count },
          scope,
          schema: appUser,
        },
        1,
      ),

    /** An app's signing certificates. The one in use is named by the app's `credentials.signing.kid`. */
    appKeys: (id: string): Promise<Page<OktaKey>> =>
      reader.list(
        {
          what: 'the app’s certificates',
          path: `/api/v1/apps/${segment(id)}/credentials/keys`,
          scope,
          schema: keyCredential,
        },
        1,
      ),
  };
}
