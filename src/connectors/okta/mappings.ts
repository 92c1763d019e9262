import * as z from 'zod';
import { segment } from '../http/address.js';
import type { Page } from '../http/page.js';
import type { OktaReader } from './reader.js';

const text = z.string().nullish();

const listed = z.object({ id: z.string().min(1) });

const mapping = z.object({
  id: z.string().min(1),
  /** Target attribute → what fills it, in Okta’s expression language. */
  properties: z.record(z.string(), z.object({ expression: text, pushStatus: text }).nullish()).nullish(),
});
/** How the attributes of one profile are filled from those of another. */
export type OktaProfileMapping = z.infer<typeof mapping>;

/** An app has one a user type. */
const mostMappings = 10;

/** Reads of profile mappings. All need `okta.profileMappings.read`. */
export function mappingReads(reader: OktaReader) {
  const common = { what: 'the profile mappings', scope: 'okta.profileMappings.read' } as const;
  return {
    /**
     * The mappings that fill an app's profile, each read by itself: a list leaves `properties` out ("List all profile
     * mappings" in Okta's OpenAPI document 2026.06.3).
     */
    async profileMappings(appId: string): Promise<Page<OktaProfileMapping>> {
      const { items, more } = await reader.list(
        { ...common, path: '/api/v1/mappings', query: { targetId: appId, limit: 200 }, schema: listed },
        1,
      );
      const read = items.slice(0, mostMappings);
      return {
        items: await Promise.all(
          read.map(({ id }) => reader.one({ ...common, path: `/api/v1/mappings/${segment(id)}`, schema: mapping })),
        ),
        more: more || read.length < items.length,
      };
    },
  };
}
