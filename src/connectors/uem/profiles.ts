import * as z from 'zod';
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
  readonly smartGroups: readonly string[];
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
  };
}

function toProfile(one: z.infer<typeof profile>): UemProfile {
  return {
    id: String(one.ProfileId),
    uuid: one.ProfileUuid ?? undefined,
    name: one.ProfileName,
    status: one.ProfileStatus ?? undefined,
    platform: one.Platform ?? undefined,
    smartGroups: (one.AssignmentSmartGroups ?? []).flatMap(({ Name }) => Name ?? []),
  };
}
