import { type FlowLeg, flowLegFailures, flowLegs } from '../../../model/lookup.js';
import type { TracedMessage, TraceFinding } from '../../../model/trace.js';
import { issuerRule } from './addresses.js';
import {
  asksForDevice,
  called,
  forEachMessage,
  isDeviceContext,
  isToAccess,
  isToOkta,
  type Judged,
  requestOf,
  shortName,
} from './rule.js';

type Cause = Pick<TraceFinding, 'leg' | 'articleId' | 'between'>;

const unmanaged: Cause = { leg: 'authentication', articleId: 'okta-sign-in-page-unmanaged-device' };

/** What Access says beside the code (Okta's guide has DEVICE_NOT_MANAGED; the others are the errors that Access shows). */
const texts: readonly (readonly [RegExp, Cause])[] = [
  [/DEVICE_NOT_MANAGED|NOT_ENROLLED/i, unmanaged],
  [/no valid authentication methods/i, { leg: 'authentication', articleId: 'mobile-sso-no-valid-auth-methods' }],
  [/Kerberos NEGOTIATE failed/i, { leg: 'authentication', articleId: 'mobile-sso-kerberos-failed' }],
  [/IDP not found/i, { leg: 'identity-provider', articleId: 'idp-not-found' }],
];

/** Okta's roll-up code. Whether Device Trust is in use tells what it is about. */
const rollUp = {
  text: /GENERAL_NONSUCCESS/i,
  device: 'device-trust-general-nonsuccess',
  routing: 'routing-rules-general-nonsuccess',
};

/** What each code means when Access answers Okta (Core, 3.2.2.2). The inner code says more than the outer one. */
const ofAccess: Readonly<Record<string, Cause>> = {
  UnknownPrincipal: { leg: 'user-match', articleId: 'username-mismatch' },
  InvalidNameIDPolicy: { leg: 'user-match', articleId: 'username-mismatch' },
  NoAvailableIDP: { leg: 'identity-provider', articleId: 'idp-not-found' },
  NoSupportedIDP: { leg: 'identity-provider', articleId: 'idp-not-found' },
  AuthnFailed: { leg: 'authentication', articleId: 'sign-in-leg-failing' },
  NoAuthnContext: { leg: 'authentication', articleId: 'sign-in-leg-failing' },
  NoPassive: { leg: 'authentication', articleId: 'sign-in-leg-failing' },
  RequestDenied: { leg: 'application-source', articleId: 'saml-request-wrong-application-source' },
  RequestUnsupported: { leg: 'application-source', articleId: 'saml-request-wrong-application-source' },
  Requester: { leg: 'application-source', articleId: 'saml-request-wrong-application-source' },
};

/** The same when the state of the device was asked for. */
const ofDevice: Readonly<Record<string, Cause>> = {
  AuthnFailed: unmanaged,
  // Access does not give the result that Okta asks for.
  NoAuthnContext: { leg: 'authentication', articleId: 'device-trust-redirect-loop' },
};

const ofOkta: Readonly<Record<string, Cause>> = {
  UnknownPrincipal: { articleId: 'no-access-to-service' },
  InvalidNameIDPolicy: { articleId: 'no-access-to-service' },
};

const meanings: Readonly<Record<string, string>> = {
  AuthnFailed: 'the person or the device could not be authenticated',
  NoAuthnContext: 'what the request asks for under RequestedAuthnContext cannot be given',
  NoPassive: 'the request allows no dialogue, and without one the person could not be authenticated',
  UnknownPrincipal: 'the person is not known there',
  InvalidNameIDPolicy: 'the Name ID format that the request wants cannot be given',
  NoAvailableIDP: 'no identity provider is available',
  NoSupportedIDP: 'no identity provider is supported',
  RequestDenied: 'the request was denied',
  RequestUnsupported: 'the request is not supported',
  PartialLogout: 'not every session was ended',
  Requester: 'the fault is in the request',
  Responder: 'the fault is at the side that answers',
  VersionMismatch: 'the version of the request is another one',
};

/** Anything but Success (Core, 3.2.2.2: the outer code is Success, Requester, Responder or VersionMismatch). */
export const statusRule = forEachMessage((message, judged) => {
  const { status } = message;
  if (status === undefined || shortName(status.codes[0] ?? '') === 'Success') return [];
  const codes = status.codes.map(shortName);
  const inner = [...codes].reverse().find((code) => code in meanings) ?? '';
  const cause = causeOf(message, codes, judged);
  const beside = [status.message, status.detail].filter((text) => text !== undefined);
  const said = [
    `${called(message)} says ${codes.join(' → ')}${meanings[inner] === undefined ? '' : `: ${meanings[inner]}`}.`,
    ...(beside.length === 0 ? [] : [`It adds “${beside.join('”, “')}”.`]),
    ...(cause.leg === undefined ? [] : [failedAt(cause.leg)]),
    ...(cause.between === undefined ? [] : [open]),
    ...(cause === unmanaged ? ['For a device that is not managed this is the right answer.'] : []),
  ];
  return [{ level: 'wrong', said: said.join(' '), ...cause }];
});

const open =
  'The trace does not tell whether Device Trust or a routing rule sent the person to Workspace ONE; the fix depends on it.';

/** The legs are numbered as in the article that walks them. */
function failedAt(leg: FlowLeg): string {
  return `The sign-in failed at leg ${flowLegs.indexOf(leg) + 1} of ${flowLegs.length}: ${flowLegFailures[leg]}.`;
}

function causeOf(message: TracedMessage, codes: readonly string[], judged: Judged): Cause {
  const isDevice = isAboutDevice(message, judged);
  if (message.kind === 'logout-response') return { articleId: 'logout-signs-back-in' };
  const text = `${message.status?.message ?? ''} ${message.status?.detail ?? ''}`;
  const byText = texts.find(([pattern]) => pattern.test(text))?.[1];
  if (byText !== undefined && !isToAccess(message)) return byText;
  const byCode = causeByCode(message, codes, isDevice);
  if (!rollUp.text.test(text) || isToAccess(message)) return byCode;
  const { leg } = byCode;
  return { ...(leg === undefined ? {} : { leg }), ...rolledUp(message, judged, isDevice) };
}

/** What the roll-up code is about: the request for the device, or an issuer that Okta cannot take, decides. */
function rolledUp(message: TracedMessage, judged: Judged, isDevice: boolean): Cause {
  if (isDevice) return { articleId: rollUp.device };
  const isIssuer = issuerRule(judged).some(
    ({ level, message: index }) => level === 'wrong' && judged.messages[index] === message,
  );
  return isIssuer ? { articleId: rollUp.routing } : { between: [rollUp.device, rollUp.routing] };
}

/** Whether the state of the device was asked for, or is answered. */
function isAboutDevice(message: TracedMessage, judged: Judged): boolean {
  const { context, deviceFacts } = message;
  const isAnswered = deviceFacts !== undefined || (context !== undefined && isDeviceContext(context));
  return isAnswered || asksForDevice(requestOf(message, judged));
}

function causeByCode(message: TracedMessage, codes: readonly string[], isDevice: boolean): Cause {
  const tables = isToOkta(message) ? [...(isDevice ? [ofDevice] : []), ofAccess] : isToAccess(message) ? [ofOkta] : [];
  for (const code of [...codes].reverse()) {
    for (const table of tables) if (table[code] !== undefined) return table[code];
  }
  return { articleId: 'sign-in-leg-failing' };
}
