import type { TracedMessage } from '../../../model/trace.js';
import { called, duration, type Rule } from './rule.js';

/** So often the same request is no chance. */
const fewestRounds = 3;
/** And it comes within this time. */
const loopMs = 5 * 60_000;

/**
 * The same request again and again: the very same, or a new one from the same side to the same address. A browser that
 * is sent back and forth makes them; people do not sign in three times in five minutes.
 */
export const loopRule: Rule = ({ messages }) => {
  const groups = new Map<string, { readonly message: TracedMessage; readonly index: number }[]>();
  messages.forEach((message, index) => {
    if (message.kind !== 'authn-request') return;
    const key = JSON.stringify([message.issuer, message.destination ?? message.sentTo, message.consumer]);
    groups.set(key, [...(groups.get(key) ?? []), { message, index }]);
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const rounds = roundsIn(group.map(({ message }) => message));
    if (first === undefined || rounds < fewestRounds) return [];
    const { message, index } = first;
    const times = group.flatMap(({ message: { issuedAt } }) => (issuedAt === undefined ? [] : [Date.parse(issuedAt)]));
    const span = times.length < 2 ? '' : ` within ${duration(Math.max(...times) - Math.min(...times))}`;
    const said = `${called(message)} was sent ${rounds} times${span}: the browser goes round between the two sides.`;
    const loop = { level: 'wrong' as const, said, message: index };
    return [
      message.to === 'access' || message.from === 'okta' ? { ...loop, articleId: 'device-trust-redirect-loop' } : loop,
    ];
  });
};

/** The most requests within `loopMs`; one whose moment is not told counts to any. */
function roundsIn(requests: readonly TracedMessage[]): number {
  const untimed = requests.filter(({ issuedAt }) => issuedAt === undefined).reduce((sum, { times }) => sum + times, 0);
  const timed = requests
    .flatMap(({ issuedAt, times }) => (issuedAt === undefined ? [] : [{ at: Date.parse(issuedAt), times }]))
    .sort((a, b) => a.at - b.at);
  let most = 0;
  let inWindow = 0;
  let start = 0;
  for (const { at, times } of timed) {
    inWindow += times;
    for (let oldest = timed[start]; oldest !== undefined && at - oldest.at > loopMs; oldest = timed[start]) {
      inWindow -= oldest.times;
      start += 1;
    }
    most = Math.max(most, inWindow);
  }
  return most + untimed;
}
