import type { Product } from '../../model/system.js';

/** A right that lookups need in a live system, and which of them. */
export interface Need {
  readonly system: Product;
  /** As the system's console calls it. */
  readonly right: string;
  readonly neededBy: readonly string[];
}

/** The part of a lookup that says what its credentials must allow. */
export interface NeedingLookup {
  readonly id: string;
  readonly needs: Partial<Record<Product, readonly string[]>>;
}

/** The least that the lookups need together: each right once, in the order of the systems given. */
export function leastRights(lookups: readonly NeedingLookup[], systems: readonly Product[]): Need[] {
  return systems.flatMap((system) => {
    const rights = new Set(lookups.flatMap(({ needs }) => needs[system] ?? []));
    return [...rights].toSorted().map((right) => ({
      system,
      right,
      neededBy: lookups.filter(({ needs }) => needs[system]?.includes(right)).map(({ id }) => id),
    }));
  });
}
