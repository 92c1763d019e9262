import type { TracedMessage, TraceFinding } from '../../../model/trace.js';
import { called, duration, forEachMessage, moment } from './rule.js';

type Said = Omit<TraceFinding, 'message'>;

/** From here on the end of a certificate is worth a word. */
const soonMs = 30 * 86_400_000;

/** Whether a message, whole and not sent by redirect, holds an assertion that nothing signs: it signs nobody in. */
export function isUnsigned({ signed, assertion, isCutOff, binding }: TracedMessage): boolean {
  return assertion.isThere && !isCutOff && binding !== 'redirect' && !signed.message && !signed.assertion;
}

/** An assertion that comes by POST is signed, by itself or with the message around it (Profiles, 4.1.4.5). */
export const signatureRule = forEachMessage((message): Said[] => {
  if (message.kind !== 'response' || !isUnsigned(message)) return [];
  return [
    {
      level: 'wrong',
      said: `${called(message)} has no signature, neither its own nor its assertion's: nobody accepts it.`,
      leg: 'assertion',
    },
  ];
});

/** The certificates that came with the signatures, against now. */
export const certificateRule = forEachMessage(({ certificates }, { now }): Said[] =>
  certificates.flatMap(({ subject, notBefore, notAfter }): Said[] => {
    const name = `The certificate of the signature (${subject})`;
    const [from, until] = [Date.parse(notBefore), Date.parse(notAfter)];
    const articleId = 'certificate-expired';
    if (until <= now) {
      return [
        {
          level: 'wrong',
          said: `${name} ended ${moment(until)}, ${duration(now - until)} ago.`,
          leg: 'assertion',
          articleId,
        },
      ];
    }
    if (from > now) {
      return [{ level: 'wrong', said: `${name} is valid only from ${moment(from)}.`, leg: 'assertion', articleId }];
    }
    if (until - now >= soonMs) return [];
    return [{ level: 'note', said: `${name} ends ${moment(until)}, in ${duration(until - now)}.`, articleId }];
  }),
);
