import type { Tenants } from '../connectors/index.js';
import type { Product } from '../model/system.js';

/** The client of one live system. */
export type Client<System extends Product> = NonNullable<Tenants[System]>;

/**
 * One thing that can be read of a live system: what evidence rests on. Two reads of one source with the same arguments
 * are the same read, so arguments are plain data.
 */
export interface Source<System extends Product, Args extends readonly unknown[], T> {
  /** Unique among the sources. */
  readonly id: string;
  readonly system: System;
  /** The call behind it, as in the system's documentation: `GET /api/v1/idps`. */
  readonly call: string;
  /** What the call needs: a scope of Okta; a role or right of the others. */
  readonly right: string;
  /** The menu path where a person sees the same, labels as in the console. */
  readonly where: string;
  /** Rejects with `TenantError` when it cannot be read. */
  read(client: Client<System>, ...args: Args): Promise<T>;
}

/** What evidence needs to know of a source. */
export type Origin = Pick<Source<Product, never, unknown>, 'id' | 'system' | 'call' | 'right' | 'where'>;

/** Declares a source, so that its types follow from `read`. */
export function source<System extends Product, Args extends readonly unknown[], T>(
  declared: Source<System, Args, T>,
): Source<System, Args, T> {
  return declared;
}

/** The right of a source that anybody can read. */
export const noRight = 'none: it is public';
