import * as z from 'zod';

/**
 * What a text can say about the situation, beyond its error text. Neighbouring problems share their words and differ
 * in these, so intents decide by them. The words that express each one are in `understanding/lexicon.ts`.
 */
export const facts = [
  // the device
  'managed',
  'unmanaged',
  'ios',
  'android',
  'macos',
  'windows',
  // the feature or set-up named
  'device-trust',
  'routing-rule',
  'scim',
  'mobile-sso',
  'okta-as-idp',
  'workspace-one-as-idp',
  'okta-catalog',
  'built-in-idp',
  'application-source',
  'user-name',
  'certificate',
  'directory',
  'kerberos',
  'saml',
  'audit-log',
  'profile',
  // what the person sees
  'loop',
  'okta-sign-in-page',
  'password-prompt',
  'domain-chooser',
  'apps-missing',
  'used-to-work',
  'signed-in-again',
  'signing-out',
  'access-denied',
  'error-400',
  'provisioning-failed',
  'after-workspace-one',
  'no-request',
  'wrong-object',
] as const;

/** A fact named in an intent's `needs`, `excludes` or `prefers`. */
export const factSchema = z.enum(facts);
export type Fact = z.infer<typeof factSchema>;
