import * as z from 'zod';
import { type Credential, causeOf, type Door, type DoorParts } from './door.js';
import { readJson } from './read-json.js';
import type { Time } from './surroundings.js';

const tokenAnswer = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,16384}$/),
  // Named in seconds everywhere; left out by some servers, which then renew after a 401.
  expires_in: z.coerce.number().positive().optional(),
});

/** Where a client-credentials token comes from. */
export interface TokenSource {
  /** A door of its own: a token server that is down is not the system that is down. */
  readonly door: Door;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
}

/**
 * OAuth client credentials as `Authorization: Bearer`. One token for all calls, fetched once however many wait for it,
 * renewed a minute before it expires and after a 401. Never written anywhere.
 */
export function bearerCredential({ door, url, headers, form }: TokenSource, time: Time): Credential {
  let held: { readonly authorization: string; readonly renewAt: number } | undefined;
  let fetching: Promise<string> | undefined;

  async function fetchToken(): Promise<string> {
    const asked = time.now();
    const answer = await door.ask({
      what: 'an access token',
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      needs: [],
    });
    const token = readJson(answer, tokenAnswer, 'an access token', door.errors);
    const lifetime = (token.expires_in ?? Number.POSITIVE_INFINITY) * 1_000;
    const authorization = `Bearer ${token.access_token}`;
    held = { authorization, renewAt: asked + lifetime - Math.min(60_000, lifetime / 5) };
    return authorization;
  }

  return {
    async headers() {
      if (held !== undefined && time.now() < held.renewAt) return { authorization: held.authorization };
      fetching ??= fetchToken().finally(() => {
        fetching = undefined;
      });
      return { authorization: await fetching };
    },
    renew(refused) {
      // Another call may have renewed it meanwhile.
      if (held?.authorization === refused['authorization']) held = undefined;
      return true;
    },
  };
}

/** The same headers for every request: nothing to renew. */
export function fixedCredential(headers: Readonly<Record<string, string>>): Credential {
  return { headers: async () => headers, renew: () => false };
}

/** The value of an `Authorization: Basic` header. */
export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}

/** A refused client is answered with 400 as often as with 401; both mean the same to the helpdesk. */
export const explainTokenRefusal: NonNullable<DoorParts['explain']> = (_call, answer, errors) =>
  answer.status === 400 ? errors.unauthorised(causeOf(answer)) : undefined;
