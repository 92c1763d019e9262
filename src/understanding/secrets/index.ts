import { codes } from './codes.js';
import { commands } from './commands.js';
import { cookies } from './cookies.js';
import { signInLinks } from './links.js';
import { markup } from './markup.js';
import { nearby } from './nearby.js';
import { passwords } from './passwords.js';
import { privateKeys } from './private-keys.js';
import { samlMessages } from './saml.js';
import type { Secret } from './secret.js';
import { tokens } from './tokens.js';

/**
 * All secrets known. Order matters: whole containers (a key block, a SAML message, a cookie header) go before what they
 * may hold, and what has a label before what is known by its looks.
 */
export const secrets: readonly Secret[] = [
  ...privateKeys,
  ...samlMessages,
  ...signInLinks,
  ...cookies,
  ...tokens,
  ...codes,
  ...commands,
  ...markup,
  ...passwords,
  ...nearby,
];
