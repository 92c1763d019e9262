import { type SamlSide, samlKindNames, type TracedMessage } from '../model/trace.js';

/** What a message is, and its fields in the order in which people ask for them. Plain text, for any surface. */
export interface MessageLines {
  readonly title: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
}

const sides: Readonly<Record<SamlSide, string>> = { okta: 'Okta', access: 'Workspace ONE Access', other: '' };

/** One message of a trace as lines. `now` of the trace is not needed: what follows from it is among the findings. */
export function linesOf(message: TracedMessage): MessageLines {
  const { assertion, signed, status, requested } = message;
  const lines: readonly (readonly [string, string | undefined])[] = [
    [
      'Status',
      status && [status.codes.map(lastPart).join(' → '), status.message, status.detail].filter(isThere).join(' · '),
    ],
    ['NameID', message.nameId],
    ['NameID format', lastPartOf(message.nameIdFormat ?? message.wantedFormat)],
    ['Issuer', message.issuer ?? assertion.issuer],
    ['Destination', message.destination],
    ['Sent to', message.sentTo === message.destination ? undefined : message.sentTo],
    ['Answer goes to', message.consumer],
    ['Audience', assertion.audiences.join(', ')],
    ['Asks for', requested && `${requested.comparison} ${requested.contexts.map(lastPart).join(', ')}`],
    ['Signed in by', lastPartOf(message.context)],
    [
      'Device',
      message.deviceFacts &&
        Object.entries(message.deviceFacts)
          .map(([name, value]) => `${name} ${value}`)
          .join(', '),
    ],
    ['ForceAuthn', message.forceAuthn === undefined ? undefined : String(message.forceAuthn)],
    ['IsPassive', message.isPassive === undefined ? undefined : String(message.isPassive)],
    ['ID', message.id],
    ['In response to', message.inResponseTo],
    ['Issued', shown(message.issuedAt)],
    ['Valid', validity(message)],
    ['Signature', message.kind === 'authn-request' && !signed.message ? 'none seen' : signatureOf(message)],
    [
      'Certificate',
      message.certificates.map(({ subject, notAfter }) => `${subject}, ends ${notAfter.slice(0, 10)}`).join('; '),
    ],
    [
      'Attributes',
      message.attributes.length === 0 ? undefined : `${message.attributes.join(', ')} (values are not shown)`,
    ],
    ['Encrypted', assertion.isEncrypted ? 'yes: only the receiver can read the assertion' : undefined],
    ['Cut off', message.isCutOff ? 'yes: the text ends within the message' : undefined],
  ];
  return {
    title: titleOf(message),
    lines: lines.flatMap(([label, value]) => (value ? [[label, value] as const] : [])),
  };
}

function titleOf({ kind, from, to, times, file }: TracedMessage): string {
  const way = [from, to].map((side) => sides[side]);
  const between =
    way[0] !== '' && way[1] !== ''
      ? `, ${way.join(' → ')}`
      : way[0] !== ''
        ? ` from ${way[0]}`
        : way[1] !== ''
          ? ` to ${way[1]}`
          : '';
  const often = times > 1 ? ` (${times} times)` : '';
  return `${file === undefined ? '' : `${file}: `}${samlKindNames[kind]}${between}${often}`;
}

function validity({ assertion: { notBefore, notOnOrAfter } }: TracedMessage): string | undefined {
  if (notBefore === undefined && notOnOrAfter === undefined) return undefined;
  return [notBefore && `from ${shown(notBefore)}`, notOnOrAfter && `until ${shown(notOnOrAfter)}`]
    .filter(isThere)
    .join(' ');
}

function signatureOf({ signed, isCutOff }: TracedMessage): string {
  const on = [signed.message ? 'message' : '', signed.assertion ? 'assertion' : ''].filter((part) => part !== '');
  if (on.length > 0) return `on the ${on.join(' and the ')} (not verified)`;
  return isCutOff ? 'not in the part that is there' : 'none';
}

function lastPart(urn: string): string {
  return /^urn:oasis:names:tc:SAML:[\d.]{1,10}:(?:status|ac:classes|nameid-format):(.+)$/.exec(urn)?.[1] ?? urn;
}

function lastPartOf(urn: string | undefined): string | undefined {
  return urn === undefined ? undefined : lastPart(urn);
}

/** `2026-11-24 09:00:00 UTC` of an ISO moment. */
function shown(at: string | undefined): string | undefined {
  return at === undefined ? undefined : `${at.slice(0, 19).replace('T', ' ')} UTC`;
}

function isThere(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
