import { type SamlSide, samlKindNames, type TracedMessage, type TraceFinding } from '../../../model/trace.js';

/** What rules look at. */
export interface Judged {
  readonly messages: readonly TracedMessage[];
  /** The messages of other files: a request may be in one and its answer in another. */
  readonly elsewhere?: readonly TracedMessage[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Finds what the messages say is wrong. Pure. */
export type Rule = (judged: Judged) => readonly TraceFinding[];

/** A rule that looks at each message by itself. */
export function forEachMessage(
  judge: (message: TracedMessage, judged: Judged) => readonly Omit<TraceFinding, 'message'>[],
): Rule {
  return (judged) =>
    judged.messages.flatMap((message, index) => judge(message, judged).map((found) => ({ ...found, message: index })));
}

const sideNames: Readonly<Record<SamlSide, string>> = { okta: 'Okta', access: 'Workspace ONE Access', other: '' };

/** "The Response from Okta". */
export function called({ kind, from }: TracedMessage): string {
  return `The ${samlKindNames[kind]}${from === 'other' ? '' : ` from ${sideNames[from]}`}`;
}

/** The request that a message answers, when the trace has it (Core, 3.2.2: InResponseTo). */
export function requestOf(
  { inResponseTo }: TracedMessage,
  { messages, elsewhere = [] }: Judged,
): TracedMessage | undefined {
  if (inResponseTo === undefined) return undefined;
  return [...messages, ...elsewhere].find(
    ({ kind, id }) => id === inResponseTo && (kind === 'authn-request' || kind === 'logout-request'),
  );
}

/** Whether Access answers Okta: routing rules and Device Trust. */
export function isToOkta({ from, to }: TracedMessage): boolean {
  return to === 'okta' ? from !== 'okta' : from === 'access' && to === 'other';
}

/** Whether Okta answers Access, for which it is the third-party identity provider. */
export function isToAccess({ from, to }: TracedMessage): boolean {
  return to === 'access' ? from !== 'access' : from === 'okta' && to === 'other';
}

/** By how much two clocks may differ: what Okta allows an identity provider (`maxClockSkew`, Okta API, Identity Providers). */
export const skewMs = 2 * 60_000;
export const skewText = '2 minutes of difference between clocks';

/** `2026-11-24 09:00:00 UTC`. */
export function moment(at: string | number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** A duration in its largest whole unit. */
export function duration(ms: number): string {
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1_000],
  ] as const;
  const [name, size] = units.find(([, least]) => Math.abs(ms) >= least) ?? units[3];
  const count = Math.round(Math.abs(ms) / size);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** The last part of a URN: `AuthnFailed`. */
export function shortName(urn: string): string {
  return /^urn:oasis:names:tc:SAML:[\d.]+:(?:status|ac:classes|nameid-format):(.+)$/.exec(urn)?.[1] ?? urn;
}

/** What Okta asks for when it wants the state of the device (Okta, “Configure a device posture IdP”). */
export const deviceContext = 'urn:okta:saml:2.0:DevicePosture';

/** Whether a request asks for the state of the device. */
export function asksForDevice(request: TracedMessage | undefined): boolean {
  return request?.requested?.contexts.some(isDeviceContext) ?? false;
}

/** Also by the names of earlier set-ups. */
export function isDeviceContext(context: string): boolean {
  return context === deviceContext || /device[-_.:]?(?:trust|posture)/i.test(context);
}
