import { asksForDevice, called, forEachMessage, isToAccess, requestOf, shortName } from './rule.js';

const usual = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport';

/** How the person signed in, against what was asked for: `exact` means one of these (Core, 3.3.2.2.1). */
export const contextRule = forEachMessage((message, judged) => {
  const { context, kind } = message;
  if (kind !== 'response' || context === undefined) return [];
  const request = requestOf(message, judged);
  const { comparison, contexts } = request?.requested ?? { comparison: 'exact', contexts: [] };
  if (comparison === 'exact' && contexts.length > 0 && !contexts.includes(context) && !asksForDevice(request)) {
    const said = `The request asks for exactly ${contexts.map(shortName).join(' or ')}, but ${called(message).replace('The', 'the')} has the context ${shortName(context)}.`;
    return [
      isToAccess(message)
        ? { level: 'wrong', said, articleId: 'federation-artifact-not-found' }
        : { level: 'wrong', said, leg: 'assertion' },
    ];
  }
  if (!isToAccess(message) || context === usual) return [];
  const said = `${called(message)} has the SAML context ${context}: the identity provider for Okta in Workspace ONE Access has to list it.`;
  return [{ level: 'note', said, articleId: 'federation-artifact-not-found' }];
});
