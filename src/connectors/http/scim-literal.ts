import { UserError } from '../../model/errors.js';

const longest = 256;

/**
 * A text from outside as a literal of a SCIM filter expression, quotes included. The grammar takes literals from JSON,
 * so JSON does the escaping. Throws `UserError` `bad-input` for control characters and for what is too long to be a
 * name: whether every server un-escapes them right is not known, and no user name has them.
 */
export function scimLiteral(text: string): string {
  if (text.length > longest) {
    throw new UserError(
      'bad-input',
      `A user name has at most ${longest} characters. Give an e-mail address or a login.`,
    );
  }
  if (/\p{Cc}/u.test(text)) {
    throw new UserError(
      'bad-input',
      'A user name has no line breaks or control characters. Give an e-mail or a login.',
    );
  }
  return JSON.stringify(text.toWellFormed());
}
