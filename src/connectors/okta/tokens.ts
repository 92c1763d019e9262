import * as z from 'zod';
import type { Page } from '../http/page.js';
import type { OktaReader } from './reader.js';

const text = z.string().nullish();

const apiToken = z.object({
  id: z.string().min(1),
  name: z.string(),
  userId: text,
  clientName: text,
  /** ISO 8601 duration: how long the token lives from its creation or last use; P30D for most. */
  tokenWindow: text,
  created: text,
  lastUpdated: text,
  expiresAt: text,
  network: z.object({ connection: text }).nullish(),
});
/** An active API token; never its secret. */
export type OktaApiToken = z.infer<typeof apiToken>;

/** Reads of API tokens. */
export function tokenReads(reader: OktaReader) {
  return {
    /**
     * Active API tokens (`okta.apiTokens.read`). May be fewer than there are: a limited admin role sees only some, and
     * nothing in the answer says so. Each call renews the token it is made with.
     */
    apiTokens: (): Promise<Page<OktaApiToken>> =>
      reader.list(
        { what: 'the API tokens', path: '/api/v1/api-tokens', scope: 'okta.apiTokens.read', schema: apiToken },
        10,
      ),
  };
}
