import { UserError } from '../../model/errors.js';

/** What somebody typed for a person, taken apart. */
export interface PersonName {
  /** To look up in Okta: an id, login, e-mail address or short name. */
  readonly text: string;
  /** Set when it is an Okta user id: then no other system knows it. */
  readonly isOktaId: boolean;
  readonly email: string | undefined;
  /** The part before the @, or the whole; undefined for an id. */
  readonly short: string | undefined;
}

const longest = 256;

/**
 * Reads a name as people and Slack write it: `ann@acme.example`, `<mailto:ann@acme.example|ann@acme.example>`, `ann`,
 * `ACME\ann`, an Okta user id. Throws `UserError` `bad-input` for what cannot be one.
 */
export function readName(typed: string): PersonName {
  const text = unwrapped(typed.trim());
  if (text === '') {
    throw new UserError('bad-input', 'Whom should I look up? Give an e-mail address, a login or a short name.');
  }
  if (text.length > longest) {
    throw new UserError(
      'bad-input',
      `A user name has at most ${longest} characters. Give an e-mail address, a login or a short name.`,
    );
  }
  if (/^<[@!#]/.test(text)) {
    throw new UserError(
      'bad-input',
      'Slack did not say whose account that is. Give the e-mail address, login or short name instead.',
    );
  }
  if (/[\s\p{Cc}]/u.test(text)) {
    throw new UserError(
      'bad-input',
      'People are looked up by e-mail address, login or short name: one word, without spaces.',
    );
  }
  // Okta's ids of users: 00u and 17 more. Nobody's short name looks like that.
  if (/^00u[A-Za-z0-9]{17}$/.test(text)) {
    return { text, isOktaId: true, email: undefined, short: undefined };
  }
  const at = text.lastIndexOf('@');
  return {
    text,
    isOktaId: false,
    email: at > 0 ? text : undefined,
    short: at > 0 ? text.slice(0, at) : text,
  };
}

/** Slack turns addresses into links; Windows people write DOMAIN\name. */
function unwrapped(text: string): string {
  const link = /^<(?:mailto:)?(?<address>[^<>|\s]{1,300})(?:\|[^<>]{0,300})?>$/.exec(text)?.groups?.['address'];
  const bare = link === undefined || /^[@!#]/.test(link) ? text : link;
  const backslash = bare.lastIndexOf('\\');
  return bare.slice(backslash + 1).replace(/^["'“”‘’]|["'“”‘’]$/gu, '');
}
