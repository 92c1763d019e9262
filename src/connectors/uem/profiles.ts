import * as z from 'zod';
import { segment } from '../http/address.js';
import type { Page } from '../http/page.js';
import { listUnder, type UemReader } from './reader.js';

const text = z.string().nullish();

const profile = z.object({
  ProfileId: z.union([z.number(), z.string()]),
  ProfileUuid: text,
  ProfileName: z.string(),
  ProfileStatus: text,
  Platform: text,
  AssignmentSmartGroups: z.array(z.object({ Name: text })).nullish(),
});

/** A device profile. */
export interface UemProfile {
  /** As in a device's profiles. */
  readonly id: string;
  readonly uuid: string | undefined;
  readonly name: string;
  /** Active or Inactive. */
  readonly status: string | undefined;
  readonly platform: string | undefined;
  /** Names of the smart groups it is assigned to; undefined when UEM did not say. */
  readonly smartGroups: readonly string[] | undefined;
}

const profileDetail = z.object({
  General: z.object({ Name: text }),
  SingleSignOn: z
    .object({
      PrincipalName: text,
      Realm: text,
      /** One text with commas as far as is known; a list would be the device's own form of it. */
      AppIdentifierMatches: z.union([z.string(), z.array(z.string())]).nullish(),
    })
    .nullish(),
});

/** The Single Sign-On payload of an Apple profile. Undefined is what was not sent, which tells nothing. */
export interface UemSingleSignOn {
  readonly principalName: string | undefined;
  readonly realm: string | undefined;
  /** Bundle ids of the apps that may use it; an empty list allows every app. */
  readonly bundleIds: readonly string[] | undefined;
}

const pageSize = 100;

/** Reads of profiles. */
export function profileReads(reader: UemReader) {
  return {
    /** Apple profiles with a single sign-on payload: the ones that Mobile SSO for iOS needs. */
    async iosSsoProfiles(): Promise<Page<UemProfile>> {
      const found = await reader.readIfAny({
        what: 'the iOS SSO profiles',
        path: '/api/mdm/profiles/search',
        query: { platform: 'Apple', payloadName: 'SingleSignOn', page: 0, pagesize: pageSize },
        version: 2,
        schema: listUnder('ProfileList', profile, 'TotalResults'),
      });
      const profiles = found?.list ?? [];
      return { items: profiles.map(toProfile), more: (found?.total ?? 0) > profiles.length };
    },

    /**
     * The Single Sign-On payload of a profile; undefined where UEM does not send it: whether payloads come with a
     * profile's details is not documented (reference on Workspace ONE, B4).
     */
    async profileSingleSignOn(profileId: string): Promise<UemSingleSignOn | undefined> {
      const found = await reader.readIfAny({
        what: 'the profile',
        path: `/api/mdm/profiles/${segment(profileId)}`,
        version: 2,
        schema: profileDetail,
      });
      const payload = found?.SingleSignOn;
      if (payload == null) return undefined;
      return {
        principalName: payload.PrincipalName ?? undefined,
        realm: payload.Realm ?? undefined,
        bundleIds: listed(payload.AppIdentifierMatches),
      };
    },
  };
}

function toProfile(one: z.infer<typeof profile>): UemProfile {
  return {
    id: String(one.ProfileId),
    uuid: one.ProfileUuid ?? undefined,
    name: one.ProfileName,
    status: one.ProfileStatus ?? undefined,
    platform: one.Platform ?? undefined,
    smartGroups: one.AssignmentSmartGroups?.map(({ Name }) => Name ?? 'unnamed'),
  };
}

function listed(ids: string | readonly string[] | null | undefined): string[] | undefined {
  const all = typeof ids === 'string' ? ids.split(/[,;\r\n]/) : ids;
  return all?.map((id) => id.trim()).filter((id) => id !== '');
}
