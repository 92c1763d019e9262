import type { Secret } from './secret.js';
import { isRandom } from './values.js';

/** Addresses that let whoever opens them in: activation, reset of a password, unlock, verification by mail. */
export const signInLinks: readonly Secret[] = [
  {
    kind: 'sign-in-link',
    hints: ['/welcome/', '/reset-password/', '/account-unlock/', '/tokens/', '/reset_password/', '/activate/'],
    pattern:
      /(?<keep>\/(?:welcome|(?:signin\/)?(?:reset[-_]password|account-unlock|forgot-password|activate)|tokens)\/)[\w.~-]{16,}/gi,
    isSecret: (token) => /[A-Z\d_]/.test(token),
  },
  // Shorter tokens, and addresses that also lead elsewhere: what a generator made is none of a page's name.
  {
    kind: 'sign-in-link',
    hints: ['reset', 'verify', 'magic', 'invit', 'confirm', 'unlock', 'activate'],
    pattern:
      /(?<keep>\/(?:reset[-_]password|password[-_]reset|account-unlock|activate|(?:email[/-])?verify(?:[-_]email)?|confirm|magic(?:[-_]?(?:link|login))?|invit(?:e|ation)s?)\/(?:[\w-]{2,40}\/){0,2})[\w~-]{10,}(?=[?#\s"'<>|)]|$)/gi,
    isSecret: isRandom,
  },
  {
    kind: 'sign-in-link',
    hints: ['code=', 'otp=', 'token='],
    pattern: /(?<keep>[?&;](?:user_code|otp|otc|passcode|token|(?:activation|recovery|reset)_?token)=)[\w.~%-]{4,}/gi,
    isSecret: (token) => /\d{4}|[A-Z]{4}|[\w.~%-]{16}/.test(token),
  },
];
