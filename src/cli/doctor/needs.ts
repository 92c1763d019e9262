import type { Product } from '../../model/system.js';

/** A right that commands need in a live system, and which of them. */
export interface Need {
  readonly system: Product;
  /** As the system's console calls it. */
  readonly right: string;
  readonly neededBy: readonly string[];
}

/** What a command's credentials must allow. */
export interface NeedingCommand {
  readonly id: string;
  readonly needs: Partial<Record<Product, readonly string[]>>;
}

/** The least that the commands need together: each right once, in the order of the systems given. */
export function leastRights(commands: readonly NeedingCommand[], systems: readonly Product[]): Need[] {
  return systems.flatMap((system) => {
    const rights = new Set(commands.flatMap(({ needs }) => needs[system] ?? []));
    return [...rights].toSorted().map((right) => ({
      system,
      right,
      neededBy: commands.filter(({ needs }) => needs[system]?.includes(right)).map(({ id }) => id),
    }));
  });
}

/** The needs of a command that reads all of these. */
export function needsOf(
  id: string,
  sources: readonly { readonly system: Product; readonly right: string }[],
): NeedingCommand {
  const needs: Partial<Record<Product, readonly string[]>> = {};
  for (const { system, right } of sources) needs[system] = [...new Set([...(needs[system] ?? []), right])];
  return { id, needs };
}
