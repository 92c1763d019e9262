import type { Around, Secret } from './secret.js';
import { isRandom, isStrongPassword } from './values.js';

/**
 * What a person writes about a secret stands between its name and the secret itself: "I reset his password to …",
 * "the REST API key of UEM, as discussed: …". So a value that hardly anything else looks like is taken for a secret
 * when its line named one before. Runs last: whatever has a plain label is gone by then.
 */

/** The last thing named in front of a random value decides: behind these it is an id, a hash or public. */
const publicName =
  /\b(?:ids?|[ou]?uid|udid|guid|uuid|thumbprint|fingerprint|sha-?\d*|md5|hash|digest|checksum|serial|seriennummer|trace|span|request|transaction|correlation|kid|issuer|audience|entity|cert(?:ificate)?|zertifikat|certificat|x5\w|commit|build|version|etag|device|user|group|app|nonce|state|public|error|code [a-z]+|imei|udids|file|names?|named|called)\b[^\r\n]{0,8}$/iu;

const keyNames: readonly { readonly kind: Secret['kind']; readonly name: RegExp }[] = [
  {
    kind: 'client-secret',
    name: /(?:client|shared|oauth|radius|app)[ _-]?secret|secret (?:du client|partagé|of the client)|geheimnis|shared key/iu,
  },
  { kind: 'private-key', name: /keytab|\bpfx\b|\bp12\b|pkcs|keystore|private key|privater schlüssel/iu },
  {
    kind: 'one-time-code',
    name: /(?:activation|recovery|backup|setup|enrol+ment|challenge)[ -](?:code|key|token|password)|challenge|seed/iu,
  },
  {
    kind: 'api-token',
    name: /(?<!\p{L})(?:(?:api|secret|access|tenant|rest|uem|auth|signing|encryption)[ _-]?keys?|keys?|tokens?|secrets?|jeton|schlüssel|clé|clave|chiave|sleutel|klucz|tenant ?code|bearer|ssws|authorization|geheim|segreto|sekret|ключ|токен|credentials?)(?!\p{L})|キー|トークン|密钥|秘密/iu,
  },
];

const passwordName =
  /pass ?word|passwd|pass ?phrase|passwort|kennwort|mot de passe|contraseña|senha|wachtwoord|lösenord|hasło|heslo|пароль|密码|パスワード|(?<!\p{L})(?:pwd?|p\/w|pass|mdp|clave|pin|creds?|credentials?|zugangsdaten|anmeldedaten|identifiants|credenciales|log(?:ged|s)? ?in|sign(?:ed|s)? ?in|login|typed|sshpass|plink|runas|kinit|radtest|cmdkey|net use|root|admin)(?!\p{L})/iu;
/** "… are the creds", "… as password". */
const namedAfter =
  /^["'\u0060*_]{0,3},? (?:is|are|was|as|ist|als|est|es)(?: \p{L}{1,10}){0,2} (?:pass|pwd?\b|creds|credential|kennwort|login)/iu;

/** The line the value stands in, up to it; with the line before when the value begins its own. */
function announcement({ before }: Around): string {
  const lines = before.split(/\r?\n/);
  const own = lines.at(-1) ?? '';
  return /\p{L}/u.test(own) ? own : lines.slice(-2).join(' ');
}

const keyHints = [
  ...['key', 'secret', 'token', 'geheim', 'schlüssel', 'clé', 'clave', 'chiave', 'sleutel', 'klucz', 'tenant'],
  ...['keytab', 'pfx', 'p12', 'pkcs', 'code', 'challenge', 'seed', 'bearer', 'authorization', 'credential', 'jeton'],
  ...['segreto', 'sekret', 'ключ', 'токен', 'キー', 'トークン', '密钥', '秘密'],
];

const nearbyKeys = keyNames.map(
  ({ kind, name }): Secret => ({
    kind,
    hints: keyHints,
    pattern: /(?<![\w+/~.%-])[A-Za-z0-9_+/~-]{16,}={0,2}/g,
    isSecret(value, around) {
      if (!isRandom(value)) return false;
      const announced = announcement(around);
      return name.test(announced) && !publicName.test(announced);
    },
  }),
);

export const nearby: readonly Secret[] = [
  ...nearbyKeys,
  {
    kind: 'password',
    hints: [
      ...['pass', 'pw', 'p/w', 'kennwort', 'mot de', 'contraseña', 'senha', 'wachtwoord', 'lösenord', 'hasło', 'heslo'],
      ...[
        'пароль',
        '密码',
        'パスワード',
        'mdp',
        'clave',
        'pin',
        'cred',
        'zugangsdaten',
        'anmeldedaten',
        'identifiants',
      ],
      ...['log', 'sign', 'typed', 'plink', 'runas', 'kinit', 'radtest', 'cmdkey', 'net use', 'root', 'admin'],
    ],
    pattern:
      /(?<![^\s"'\u0060(=:/|,;>*_“„«])[^\s"'\u0060<>|/,;:=“”„«»()[\]]{8,64}(?=[\s"'\u0060<>|/,;:“”„«»()[\]]|$)/gu,
    isSecret(value, around) {
      if (!isStrongPassword(value)) return false;
      return passwordName.test(announcement(around)) || namedAfter.test(around.after);
    },
  },
];
