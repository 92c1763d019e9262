import type { FlowLeg } from './lookup.js';
import type { Redaction } from './understanding.js';

/** What a SAML 2.0 message is, by its root element (SAML 2.0 Core, 2.3.3, 3.2 to 3.7). */
export type SamlKind = 'authn-request' | 'response' | 'assertion' | 'logout-request' | 'logout-response';

/** How each kind is called for people. */
export const samlKindNames: Readonly<Record<SamlKind, string>> = {
  'authn-request': 'AuthnRequest',
  response: 'Response',
  assertion: 'Assertion',
  'logout-request': 'LogoutRequest',
  'logout-response': 'LogoutResponse',
};

/** The systems between which sign-ins travel; `other` when the addresses in a message tell neither. */
export type SamlSide = 'okta' | 'access' | 'other';

/** A certificate that came with a signature. Times are ISO 8601. */
export interface TracedCertificate {
  readonly subject: string;
  readonly notBefore: string;
  readonly notAfter: string;
}

/**
 * One SAML message without what could be misused: no attribute values, signatures, session indexes or queries of
 * addresses. Every text is one line of what the message said, cut to a few hundred characters; times are ISO 8601, UTC.
 */
export interface TracedMessage {
  readonly kind: SamlKind;
  /** In which file it stands, where several hold messages. */
  readonly file?: string;
  /** How often this very message (by its ID) was sent in the trace. */
  readonly times: number;
  /** The text ended before the message did: what is missing says nothing. */
  readonly isCutOff: boolean;
  /** By which binding it was sent, where the trace tells (SAML 2.0 Bindings, 3.4 and 3.5). */
  readonly binding?: 'redirect' | 'post';
  /** The address that the browser sent it to, without the query. */
  readonly sentTo?: string;
  /** When the browser sent it, by the browser's clock. */
  readonly sentAt?: string;
  readonly from: SamlSide;
  readonly to: SamlSide;
  readonly id?: string;
  readonly inResponseTo?: string;
  readonly issuedAt?: string;
  readonly issuer?: string;
  readonly destination?: string;
  /** Where a request wants the answer. */
  readonly consumer?: string;
  readonly forceAuthn?: boolean;
  readonly isPassive?: boolean;
  /** The Name ID format that a request wants. */
  readonly wantedFormat?: string;
  /** What a request asks for, and how the answer is to compare with it (`exact` unless said, Core 3.3.2.2.1). */
  readonly requested?: { readonly comparison: string; readonly contexts: readonly string[] };
  /** The status codes, outermost first, and what was said beside them (Core 3.2.2). */
  readonly status?: { readonly codes: readonly string[]; readonly message?: string; readonly detail?: string };
  readonly nameId?: string;
  readonly nameIdFormat?: string;
  /** How the person signed in: the AuthnContextClassRef of the assertion. */
  readonly context?: string;
  /** What Okta's device contract calls facts (`IsManaged`, `IsCompliant`), where the assertion has them. */
  readonly deviceFacts?: Readonly<Record<string, string>>;
  /** Names of the attributes that were sent; their values are kept out. */
  readonly attributes: readonly string[];
  readonly assertion: {
    readonly isThere: boolean;
    /** An EncryptedAssertion or EncryptedID is in it: what that says nobody but the receiver can read. */
    readonly isEncrypted: boolean;
    readonly issuer?: string;
    readonly audiences: readonly string[];
    readonly recipient?: string;
    readonly notBefore?: string;
    readonly notOnOrAfter?: string;
  };
  readonly signed: { readonly message: boolean; readonly assertion: boolean };
  readonly certificates: readonly TracedCertificate[];
}

/** What the messages of a trace say is wrong, or worth knowing. */
export interface TraceFinding {
  /** `wrong` is a fault; `note` is not one by itself. */
  readonly level: 'wrong' | 'note';
  /** Whole sentences, behind the name of the file where several hold messages. */
  readonly said: string;
  /** Where in the sign-in it is, for what failed. */
  readonly leg?: FlowLeg;
  readonly articleId?: string;
  /** Articles of which it is one, where the messages do not tell which; then `articleId` is left out. */
  readonly between?: readonly string[];
  /** Index of the message it is about. */
  readonly message: number;
}

/** What was read from a trace. */
export interface Trace {
  /** `none`: the text holds no SAML message that can be read. */
  readonly status: 'ok' | 'finding' | 'none';
  /** One line for people: what is wrong first, or that nothing is. */
  readonly summary: string;
  /** In the order of the trace. */
  readonly messages: readonly TracedMessage[];
  /** Faults first. */
  readonly findings: readonly TraceFinding[];
  /** What looked like a message and could not be read, and why: whole sentences. */
  readonly unread: readonly string[];
  /** How many messages more there are than were read. */
  readonly more: number;
  /**
   * Until when an assertion in the text signs in whoever has it, ISO 8601; left out when none does: it ended, or has no
   * signature.
   */
  readonly liveUntil?: string;
  /** Secrets in the text; a message with an assertion is one. */
  readonly redactions: readonly Redaction[];
}
