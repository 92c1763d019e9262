import type { TraceFinding } from '../../../model/trace.js';
import { called, duration, forEachMessage, moment, requestOf, skewMs, skewText } from './rule.js';

type Said = Omit<TraceFinding, 'message'>;

/**
 * When an assertion holds: from NotBefore until just before NotOnOrAfter (Core, 2.5.1.2). Judged by when the browser
 * sent it, where the trace tells; else by now, and then an end that has passed says only that the trace is older.
 */
export const timesRule = forEachMessage((message, judged): Said[] => {
  const { issuedAt, sentAt, assertion } = message;
  const { now } = judged;
  const [from, until, issued, sent] = [assertion.notBefore, assertion.notOnOrAfter, issuedAt, sentAt].map((at) =>
    at === undefined ? undefined : Date.parse(at),
  );
  const asked = requestOf(message, judged)?.issuedAt;
  if (issued !== undefined && asked !== undefined && issued < Date.parse(asked) - skewMs) {
    const said = `${called(message)} is dated ${duration(Date.parse(asked) - issued)} before the request that it answers: the clocks of the two sides differ by more than the ${skewText} that Okta allows.`;
    return [{ level: 'wrong', said, leg: 'assertion' }];
  }
  const at = sent ?? now;
  const when = sent === undefined ? 'now' : `when the browser sent it, ${moment(sent)}`;
  const begins = Math.max(from ?? Number.NEGATIVE_INFINITY, issued ?? Number.NEGATIVE_INFINITY);
  if (begins > at + skewMs) {
    const said = `${called(message)} is dated, or valid from, ${moment(begins)}: ${duration(begins - at)} after ${when === 'now' ? 'now' : 'the browser sent it'}. Allowing ${skewText}, a clock is ahead.`;
    return [{ level: 'wrong', said, leg: 'assertion' }];
  }
  if (until === undefined) return [];
  if (sent !== undefined && until + skewMs <= sent) {
    const said = `${called(message)} was no longer valid ${when}: it ended ${moment(until)}, ${duration(sent - until)} before. Allowing ${skewText}, it came too late or a clock is wrong.`;
    return [{ level: 'wrong', said, leg: 'assertion' }];
  }
  if (sent === undefined && until <= now) {
    const said = `${called(message)} was valid until ${moment(until)}, ${duration(now - until)} ago: a fault only if you recorded it just now.`;
    return [{ level: 'note', said }];
  }
  return [];
});
