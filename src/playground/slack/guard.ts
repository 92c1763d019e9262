import type { MiddlewareHandler } from 'hono';

/** Loopback names under which a browser may ask for this server. */
const NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** Everything the page may load comes from this server; nothing is inline but styles set by script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // `blob:` shows a picture before it is sent.
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Keeps other web sites out: a request must name a loopback host with our port (a rebound DNS name does not), and one
 * that says which page it comes from must come from ours. Programs send neither Origin nor Sec-Fetch-Site.
 */
export const guard =
  (port: () => number): MiddlewareHandler =>
  async (context, next) => {
    const hosts = NAMES.map((name) => `${name}:${port()}`);
    const host = context.req.header('host')?.toLowerCase();
    const origin = context.req.header('origin')?.toLowerCase();
    const site = context.req.header('sec-fetch-site');
    const foreignOrigin = origin !== undefined && !hosts.some((each) => origin === `http://${each}`);
    const navigation = context.req.method === 'GET' && context.req.header('sec-fetch-mode') === 'navigate';
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none' && !navigation;
    if (host === undefined || !hosts.includes(host) || foreignOrigin || foreignSite) {
      return context.json({ ok: false, error: 'This playground answers only its own page on this machine.' }, 403);
    }
    await next();
    context.header('content-security-policy', POLICY);
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
    context.header('cross-origin-resource-policy', 'same-origin');
    context.header('cross-origin-opener-policy', 'same-origin');
    return;
  };
