import { articleOfError } from '../lookups/events/understood.js';
import type { Understand } from '../model/understanding.js';

/** Texts kept. The failures of a tenant are few in kind; a flood of different ones starts over. */
const mostKnown = 2_000;

/**
 * Finds the article of a failure's text. Where only that tells problems apart, devices count as managed: what an alert
 * tells of happens to many at once, and that many unmanaged ones turn up together is unlikely. The same texts come round
 * after round, so each is understood once.
 */
export function articleForFailure(understand: Understand): (text: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (text) => {
    if (known.has(text)) return known.get(text);
    if (known.size >= mostKnown) known.clear();
    const found = articleOfError(understand, text) ?? articleOfError(understand, text, 'The device is managed.');
    known.set(text, found);
    return found;
  };
}
