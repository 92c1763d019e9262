import type { TraceFinding } from '../../../model/trace.js';
import { called, forEachMessage, isToOkta, requestOf } from './rule.js';

const idpXml = 'SAAS/API/1.0/GET/metadata/idp.xml';
const signOn = 'SAAS/auth/federation/sso';

type Said = Omit<TraceFinding, 'message'>;

/**
 * Who says to have sent the answer. Okta compares it, letter by letter, with the Issuer URI it has on record. The issuers
 * of a Response and of its assertion are both the identity provider (SAML 2.0 Profiles, 4.1.4.2).
 */
export const issuerRule = forEachMessage((message, judged): Said[] => {
  const { kind, assertion, isCutOff } = message;
  if (kind !== 'response' && kind !== 'assertion') return [];
  const issuer = assertion.issuer ?? message.issuer;
  if (message.issuer !== undefined && assertion.issuer !== undefined && message.issuer !== assertion.issuer) {
    const said = `${called(message)} has the issuer ${message.issuer}, but its assertion ${assertion.issuer}: both have to be the same.`;
    return [{ level: 'wrong', said, leg: 'assertion', articleId: 'routing-rules-general-nonsuccess' }];
  }
  if (!isToOkta(message)) return [];
  if (issuer === undefined) {
    if (isCutOff || !assertion.isThere) return [];
    return [
      {
        level: 'wrong',
        said: `${called(message)} has no issuer.`,
        leg: 'assertion',
        articleId: 'routing-rules-general-nonsuccess',
      },
    ];
  }
  if (message.from === 'access' && !issuer.endsWith(`/${idpXml}`)) {
    const said = `${called(message)} has the issuer ${issuer}, which does not end in ${idpXml}. Okta takes the answer only if this is its Issuer URI for Workspace ONE.`;
    return [{ level: 'wrong', said, leg: 'assertion', articleId: 'routing-rules-general-nonsuccess' }];
  }
  const asked = hostOf(requestOf(message, judged)?.destination);
  const host = hostOf(issuer);
  if (asked === undefined || host === undefined || asked === host) return [];
  const said = `Okta asks ${asked}, but the answer has the issuer ${issuer}. Its Issuer URI for Workspace ONE has to be this issuer, to the last letter.`;
  return [{ level: 'note', said, articleId: 'routing-rules-general-nonsuccess' }];
});

/** Where Okta sends its request: what was typed in as IdP Single Sign-On URL. */
export const signOnAddressRule = forEachMessage((message): Said[] => {
  const { kind, to, destination, sentTo } = message;
  const address = sentTo ?? destination;
  if (kind !== 'authn-request' || to !== 'access' || address === undefined) return [];
  if (address.replace(/\/$/, '').endsWith(`/${signOn}`)) return [];
  const said = `${called(message)} goes to ${address}, which does not end in ${signOn}: there Workspace ONE Access takes no request.`;
  return [{ level: 'wrong', said, leg: 'request', articleId: 'saml-request-missing' }];
});

/** The receiver has to refuse what was sent to another address than the message says (Core, 3.2.1 and 3.2.2). */
export const destinationRule = forEachMessage((message): Said[] => {
  const { destination, sentTo } = message;
  if (destination === undefined || sentTo === undefined || isSame(destination, sentTo)) return [];
  const said = `${called(message)} is meant for ${destination}, but the browser sent it to ${sentTo}: the receiver refuses it.`;
  return [{ level: 'wrong', said }];
});

/** An assertion is for the service that asked: its entity id is among the audiences (Profiles, 4.1.4.2; Core, 2.5.1.4). */
export const audienceRule = forEachMessage((message, judged): Said[] => {
  const issuer = requestOf(message, judged)?.issuer;
  const { audiences } = message.assertion;
  if (message.kind !== 'response' || issuer === undefined || audiences.length === 0 || audiences.includes(issuer))
    return [];
  const said = `${called(message)} is for the audience ${audiences.join(', ')}, but ${issuer} asked for it.`;
  return [
    isToOkta(message)
      ? { level: 'wrong', said, leg: 'application-source', articleId: 'saml-request-wrong-application-source' }
      : { level: 'wrong', said },
  ];
});

function hostOf(address: string | undefined): string | undefined {
  return /^https?:\/\/([^/]{1,300})/i.exec(address ?? '')?.[1]?.toLowerCase();
}

/** Scheme and host in any case, the usual port and a slash at the end do not matter. */
function isSame(one: string, other: string): boolean {
  const plain = (address: string) =>
    address
      .replace(/^https?:\/\/[^/]*/i, (origin) => origin.toLowerCase().replace(/:(?:443|80)$/, ''))
      .replace(/\/$/, '');
  return plain(one) === plain(other);
}
