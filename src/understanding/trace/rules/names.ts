import type { TraceFinding } from '../../../model/trace.js';
import { called, forEachMessage, isToAccess, isToOkta, requestOf, shortName } from './rule.js';

type Said = Omit<TraceFinding, 'message'>;

/** Names that are no names of people by design (Core, 8.3.4 to 8.3.8). */
const opaque = /:nameid-format:(?:persistent|transient|entity|kerberos|WindowsDomainQualifiedName)$/;
const email = /:nameid-format:emailAddress$/;

/** Whom an answer is about, and whether the other side can know the name. */
export const nameRule = forEachMessage((message, judged): Said[] => {
  const { kind, nameId, nameIdFormat = '', assertion, isCutOff } = message;
  if (kind !== 'response' && kind !== 'assertion') return [];
  if (nameId === undefined) {
    if (isCutOff || assertion.isEncrypted || !assertion.isThere || !isToOkta(message)) return [];
    return [
      {
        level: 'wrong',
        said: `${called(message)} names nobody: it has no NameID.`,
        leg: 'user-match',
        articleId: 'username-mismatch',
      },
    ];
  }
  const asked = requestOf(message, judged)?.nameId;
  if (asked !== undefined && asked.toLowerCase() !== nameId.toLowerCase()) {
    // Core, 3.4.1.4: who is asked about and who is answered about have to be the same (3.3.4).
    const said = `The request is about ${asked}, but the answer is about ${nameId}.`;
    return [
      { level: 'wrong', said, leg: 'user-match', ...(isToOkta(message) ? { articleId: 'username-mismatch' } : {}) },
    ];
  }
  if (nameId.includes('@') || opaque.test(nameIdFormat)) return [];
  if (isToOkta(message)) {
    const said = `The NameID is ${nameId}, without an @, while Okta user names are e-mail addresses unless an org chose otherwise: Okta finds nobody by it.`;
    return [{ level: 'wrong', said, leg: 'user-match', articleId: 'username-mismatch' }];
  }
  if (email.test(nameIdFormat)) {
    // Core, 8.3.2: the form is local-part@domain.
    const said = `The NameID is ${nameId}, which is no e-mail address, but its format says ${shortName(nameIdFormat)}.`;
    return [{ level: 'wrong', said, ...(isToAccess(message) ? { articleId: 'no-access-to-service' } : {}) }];
  }
  if (isToAccess(message)) return [];
  const said = `The NameID is ${nameId}, without an @. If this goes to Okta, whose user names are e-mail addresses as a rule, nobody is found by it.`;
  return [{ level: 'note', said, articleId: 'username-mismatch' }];
});
