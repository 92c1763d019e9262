import * as z from 'zod';
import type { AccessReader } from './reader.js';
import { flag, managerApi, text } from './shapes.js';

const attributes = z.array(z.object({ name: z.string(), required: flag, readOnly: flag }));
/** An attribute of users. That `required` is the console's mark on User Attributes is inferred. */
export type AccessUserSchemaAttribute = z.infer<typeof attributes>[number];

/** One client is handed the schema itself, another a list with it. */
const answer = z
  .union([
    z.object({ attributes }),
    z.object({ Resources: z.array(z.object({ name: text, attributes })).min(1) }).transform(({ Resources }) => ({
      attributes: Resources.flatMap((one) => one.attributes),
    })),
  ])
  .refine((schema) => schema.attributes.length > 0);

/** Reads of the schema of users. */
export function accessUserAttributeReads(reader: AccessReader) {
  return {
    /** The attributes of users, and which of them every user must have (reference on Workspace ONE, A3). */
    async userAttributes(): Promise<readonly AccessUserSchemaAttribute[]> {
      const schema = await reader.read({
        what: 'the user attributes',
        path: `${managerApi}/scim/Schemas`,
        // The filter is mandatory, and takes nothing else.
        query: { filter: 'name eq "User"' },
        schema: answer,
      });
      return schema.attributes;
    },
  };
}
