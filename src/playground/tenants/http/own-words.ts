import type { Product } from '../../../model/system.js';

const json = (status: number, body: unknown, headers: Record<string, string>): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

const oktaError = (
  status: number,
  errorCode: string,
  errorSummary: string,
  headers: Record<string, string>,
): Response =>
  json(status, { errorCode, errorSummary, errorLink: errorCode, errorId: 'oaeplayground', errorCauses: [] }, headers);

/** How each system says that there were too many requests. `resets` in whole seconds since the epoch. */
export const tooManyRequests: Readonly<Record<Product, (resets: number) => Response>> = {
  okta: (resets) =>
    oktaError(429, 'E0000047', 'API call exceeded rate limit due to too many requests.', {
      'X-Rate-Limit-Limit': '60',
      'X-Rate-Limit-Remaining': '0',
      'X-Rate-Limit-Reset': String(resets),
    }),
  // Access documents the text only, no header.
  access: () => new Response('Received too many requests. Please try after some time.', { status: 429 }),
  uem: (resets) =>
    json(
      429,
      { errorCode: 429, message: 'Too many requests', activityId: '' },
      { 'x-ratelimit-limit': '250000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resets) },
    ),
};

/** How each system says that the caller lacks the right. */
export const forbidden: Readonly<Record<Product, () => Response>> = {
  okta: () => oktaError(403, 'E0000006', 'You do not have permission to perform the requested action', {}),
  access: () => new Response(null, { status: 403 }),
  uem: () => json(403, { errorCode: 403, message: 'Access denied', activityId: '' }, {}),
};
