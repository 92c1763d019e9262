import type { Redaction, SecretKind } from '../../model/understanding.js';
import type { Block } from '../limits.js';
import { section } from './blocks.js';

/** What each kind of secret is called, and what makes it worthless to whoever read it. */
const secrets: Readonly<Record<SecretKind, { readonly name: string; readonly remedy: string }>> = {
  'api-token': { name: 'API token', remedy: 'revoke it in the console that issued it' },
  'bearer-token': { name: 'bearer token', remedy: 'revoke it or sign its session out' },
  jwt: { name: 'signed token (JWT)', remedy: 'sign its session out or rotate its key' },
  'slack-token': { name: 'Slack token', remedy: 'revoke it on the Slack app’s page' },
  password: { name: 'password', remedy: 'change it' },
  'private-key': { name: 'private key', remedy: 'replace the key and its certificate' },
  cookie: { name: 'session cookie', remedy: 'sign the session out' },
  'saml-message': { name: 'SAML message', remedy: 'sign its session out' },
};

/** Tells people that they pasted a secret: which kinds, and what to do. Nothing when there was none. */
export function redactionWarning(redactions: readonly Redaction[]): Block[] {
  const known = redactions.filter(({ count, kind }) => count > 0 && kind in secrets);
  if (known.length === 0) return [];
  const found = known.map(({ kind, count }) => (count === 1 ? secrets[kind].name : `${secrets[kind].name} × ${count}`));
  const remedies = known.map(({ kind }) => `for the *${secrets[kind].name}*, ${secrets[kind].remedy}`);
  return [
    section(
      [
        `:warning: *The message holds a secret* (${found.join(', ')}). I have not stored or repeated it, but everybody here can read it.`,
        `Delete the message, then ${remedies.join('; ')}.`,
      ].join('\n'),
    ),
  ];
}
