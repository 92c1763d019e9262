import type { Context } from 'hono';
import type { Json } from './objects.js';

/** The texts of Okta's error catalogue that this server needs: code → status and summary. */
const catalogue = {
  E0000001: [400, 'Api validation failed'],
  E0000005: [403, 'Invalid session'],
  E0000006: [403, 'You do not have permission to perform the requested action'],
  E0000007: [404, 'Not found: Resource not found'],
  E0000011: [401, 'Invalid token provided'],
  E0000022: [405, 'The endpoint does not support the provided HTTP method'],
  E0000031: [400, 'Invalid search criteria.'],
  E0000047: [429, 'API call exceeded rate limit due to too many requests.'],
  E0000053: [400, 'Invalid filter'],
} as const;
export type OktaErrorCode = keyof typeof catalogue;

/** An answer that is an error. Thrown by the endpoints, sent by the app. */
export class OktaError extends Error {
  readonly code: OktaErrorCode;
  readonly causes: readonly string[];

  constructor(code: OktaErrorCode, summary?: string, causes: readonly string[] = []) {
    super(summary ?? catalogue[code][1]);
    this.name = 'OktaError';
    this.code = code;
    this.causes = causes;
  }
}

/** `Not found: Resource not found: x (User)` */
export const notFound = (id: string, kind: string): OktaError =>
  new OktaError('E0000007', `Not found: Resource not found: ${id} (${kind})`);

/** Sends an error as Okta words it. */
export const sendError = (c: Context, error: OktaError, errorId: string): Response =>
  c.json(
    {
      errorCode: error.code,
      errorSummary: error.message,
      errorLink: error.code,
      errorId,
      errorCauses: error.causes.map((errorSummary) => ({ errorSummary })),
    },
    catalogue[error.code][0],
  );

/** Adds the link every object has to itself. */
export const withSelf = <T extends Json>(object: T, url: string): T & { readonly _links: Json } => ({
  ...object,
  _links: { self: { href: url, hints: { allow: ['GET'] } } },
});
