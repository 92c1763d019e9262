import { OktaError } from './answer.js';

/** Where an event stands: by a moment (of its arrival, or of its date), then by its number in the log. */
export interface Place {
  readonly at: number;
  readonly nth: number;
}

/** What a page of the System Log begins behind. */
export interface LogCursor {
  /** Which tenants it was given out by: a reader may come back after a restart with a cursor of those before. */
  readonly serial: number;
  readonly began: number;
  /** The lower bound, which next links leave out. */
  readonly since: number;
  /** The last event sent; absent before the first. */
  readonly last?: Place;
}

/** Whether a place lies behind what was sent last. */
export const isBehind = (place: Place, last: Place | undefined, descending: boolean): boolean => {
  if (last === undefined) return true;
  const order = place.at - last.at || place.nth - last.nth;
  return descending ? order < 0 : order > 0;
};

/** Opaque to clients, as Okta's. */
export const writeCursor = ({ serial, began, since, last }: LogCursor): string => {
  const numbers = [serial, began, since, ...(last === undefined ? [] : [last.at, last.nth])];
  return Buffer.from(JSON.stringify(numbers)).toString('base64url');
};

/** Reads what `writeCursor` wrote. Throws E0000031 for anything else. */
export const readCursor = (after: string): LogCursor => {
  const text = Buffer.from(after, 'base64url').toString();
  if (!/^\[\d{1,15},\d{1,15},\d{1,15}(?:,\d{1,15},\d{1,15})?\]$/.test(text)) {
    throw new OktaError('E0000031', 'Invalid search criteria.', ['after: not a valid cursor']);
  }
  const [serial = 0, began = 0, since = 0, at, nth] = JSON.parse(text) as number[];
  return { serial, began, since, ...(at === undefined || nth === undefined ? {} : { last: { at, nth } }) };
};
