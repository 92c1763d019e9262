import type { Product } from '../../../model/system.js';

/** How a system misbehaves. */
export type Misbehaviour =
  /** The connection breaks before anything is answered. */
  | { readonly kind: 'down' }
  /** The right answer, but only after this many milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Never an answer, the connection stays open. */
  | { readonly kind: 'silent' }
  /** Too many requests, in the system's own words, until so many seconds from the request. */
  | { readonly kind: 'rate-limited'; readonly seconds: number }
  /** Refused for lack of rights, in the system's own words. */
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'status'; readonly status: number; readonly body: string; readonly contentType: string }
  /** 200 and the page of a proxy instead of JSON. */
  | { readonly kind: 'html' }
  /** JSON that ends in the middle. */
  | { readonly kind: 'truncated' }
  /** Sent on to another address. */
  | { readonly kind: 'redirect'; readonly to: string }
  /** A body of so many bytes, sent as fast as it is read. */
  | { readonly kind: 'huge'; readonly bytes: number }
  /** The right answer from a system whose clock is off by so many milliseconds (ahead when positive). */
  | { readonly kind: 'clock-off'; readonly ms: number };

/** One misbehaviour of one system. */
export type Fault = Misbehaviour & {
  readonly system: Product;
  /** Only requests whose path starts so; all when left out. */
  readonly under?: string;
  /** How many requests it spoils before it is over; no end when left out. */
  times?: number;
};

/** The fault that a request meets, if any. Uses up one of its `times`. */
export const meetFault = (faults: readonly Fault[], system: Product, path: string): Fault | undefined => {
  const fault = faults.find(
    (each) => each.system === system && path.startsWith(each.under ?? '/') && (each.times ?? 1) > 0,
  );
  if (fault?.times !== undefined) fault.times -= 1;
  return fault;
};
