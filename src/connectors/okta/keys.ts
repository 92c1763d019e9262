import * as z from 'zod';

const text = z.string().nullish();

/** A certificate as Okta lists it. `expiresAt` may be missing: then `x5c[0]` says it (base64 DER). */
export const keyCredential = z.object({
  kid: z.string().min(1),
  use: text,
  created: text,
  expiresAt: text,
  x5c: z.array(z.string()).nullish(),
});
export type OktaKey = z.infer<typeof keyCredential>;
