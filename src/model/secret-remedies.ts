import type { SecretKind } from './understanding.js';

/** What people call a kind of secret, and what makes it worthless to whoever read it. */
export interface SecretRemedy {
  readonly name: string;
  /** An imperative with where to do it: goes on a sentence, has no full stop. */
  readonly remedy: string;
}

const okta = 'in the Okta Admin Console';
const signOut = `sign the person out ${okta} (Directory → People → the person → More Actions → Clear User Sessions)`;

/** Where each kind of secret is made worthless, in the words of the consoles. */
export const secretRemedies: Readonly<Record<SecretKind, SecretRemedy>> = {
  'api-token': {
    name: 'API token or key',
    remedy: `revoke it in the console that issued it and create a new one (Okta: Security → API → Tokens; Workspace ONE UEM: Groups & Settings → All Settings → System → Advanced → API → REST API)`,
  },
  'bearer-token': {
    name: 'bearer token',
    remedy: `revoke it where it was issued, or ${signOut}`,
  },
  jwt: {
    name: 'signed token (JWT)',
    remedy: `${signOut}; when a client was issued it, rotate that client’s key or secret`,
  },
  'slack-token': {
    name: 'Slack token',
    remedy:
      'revoke it at api.slack.com/apps → the app → OAuth & Permissions, or Basic Information for an app-level token',
  },
  password: {
    name: 'password',
    remedy: `change it where it belongs (a person’s ${okta}: Directory → People → the person → Reset Password)`,
  },
  'client-secret': {
    name: 'client or shared secret',
    remedy:
      'create a new one (Okta: Applications → the app → General → Client Credentials; Workspace ONE UEM: Groups & Settings → Configurations → OAuth Client Management; Workspace ONE Access: the console’s Remote App Access) and delete this one',
  },
  'one-time-code': {
    name: 'one-time or recovery code',
    remedy: `let nobody enter it; a recovery code or a setup key is void once the authenticator is reset ${okta} (Directory → People → the person → More Actions → Reset Authenticators)`,
  },
  'sign-in-link': {
    name: 'link that signs in',
    remedy: `send a new one ${okta} (Directory → People → the person), which ends this one`,
  },
  'private-key': {
    name: 'private key',
    remedy:
      'replace the key and its certificate or public key (an Okta service app: Applications → the app → General → Client Credentials; a keytab or certificate: where it was issued)',
  },
  cookie: { name: 'session cookie', remedy: signOut },
  'saml-message': { name: 'SAML message', remedy: signOut },
};
