import type { Understand } from '../model/understanding.js';

/**
 * Finds the article of a failure's text. Only error texts count: log entries sound like nothing that people write, so
 * the nearest phrasing would be a guess. Where only that tells problems apart, devices count as managed: what an alert
 * tells of happens to many at once, and that many unmanaged ones turn up together is unlikely. Texts repeat, so each is
 * understood once in a round.
 */
export function articleForFailure(understand: Understand): (text: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (text) => {
    if (!known.has(text))
      known.set(text, find(understand, text, '') ?? find(understand, text, 'The device is managed.'));
    return known.get(text);
  };
}

function find(understand: Understand, text: string, context: string): string | undefined {
  if (text.trim() === '') return undefined;
  const { decision, intents } = understand(text, { surface: 'channel', context });
  const [best] = intents;
  if (decision !== 'answer' || best === undefined) return undefined;
  if (!best.evidence.some((one) => one.startsWith('matches the error text'))) return undefined;
  return /^(lookup-|help$|unrelated$)/.test(best.id) ? undefined : best.id;
}
