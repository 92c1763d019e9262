import type { FlowLeg } from '../../model/lookup.js';
import type { Product } from '../../model/system.js';

/** One event of either system, in the words of both. */
export interface Happening {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly system: Product;
  /** For people: bounded, one line, no login that is not known. */
  readonly text: string;
  /** For understanding: the same with what the system says besides. */
  readonly said: string;
  readonly failed: boolean;
  /** A later success of the same kind puts a failure right. */
  readonly kind: string;
  /** Other kinds that this, as a success, puts right. */
  readonly putsRight?: readonly string[];
  /** Whether the event names the person, or nobody at all. */
  readonly names: 'person' | 'nobody';
  /** The authentication methods of a sign-in at Access, as its console calls them. */
  readonly methods?: readonly string[];
  /** The leg of a sign-in through Workspace ONE that it tells of. */
  readonly leg?: FlowLeg;
  /** Set for a failure that says nothing about its cause: the request it belongs to. */
  readonly rollUpOf?: string;
  /** Known without reading the text. */
  readonly articleId?: string;
}

/** Failures that no later success has put right, oldest first. */
export function currentFailures(happenings: readonly Happening[]): Happening[] {
  const lastGood = new Map<string, number>();
  for (const { kind, putsRight = [], at, failed } of happenings) {
    if (failed) continue;
    for (const right of [kind, ...putsRight]) lastGood.set(right, Math.max(at, lastGood.get(right) ?? 0));
  }
  return happenings
    .filter(({ failed, kind, at, names }) => failed && names === 'person' && at >= (lastGood.get(kind) ?? 0))
    .sort((a, b) => a.at - b.at);
}
