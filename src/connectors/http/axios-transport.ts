import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { AxiosStatic } from 'axios';
import { isLoopback } from './address.js';
import { type Transport, TransportError } from './exchange.js';

/** A transport with connections of its own, kept open between calls. axios is loaded with the first request. */
export function axiosTransport(maxBodyBytes: number): Transport {
  const agents = { httpAgent: new HttpAgent({ keepAlive: true }), httpsAgent: new HttpsAgent({ keepAlive: true }) };
  let loading: Promise<AxiosStatic> | undefined;
  return async ({ method, url, headers, body }, signal) => {
    loading ??= import('axios').then((module) => module.default);
    const axios = await loading;
    try {
      const answer = await axios.request<string>({
        method,
        url,
        headers,
        ...(body === undefined ? {} : { data: body }),
        signal,
        ...agents,
        // A redirect would carry the credential to an address nobody configured.
        maxRedirects: 0,
        maxContentLength: maxBodyBytes,
        responseType: 'text',
        // Without this axios parses JSON by itself and hides where it is broken.
        transformResponse: (text: string) => text,
        validateStatus: () => true,
        // The proxy variables of the environment count, except for what never leaves this machine.
        ...(isLoopback(new URL(url).hostname) ? { proxy: false as const } : {}),
      });
      const sent = answer.headers;
      return {
        status: answer.status,
        header: (name) => {
          const value: unknown = sent[name.toLowerCase()];
          return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : undefined;
        },
        body: answer.data ?? '',
      };
    } catch (error) {
      throw signal.aborted ? error : withoutRequest(error);
    }
  };
}

function withoutRequest(error: unknown): TransportError {
  const { code, message } = error as { code?: unknown; message?: unknown };
  // Node's network codes (ECONNREFUSED, CERT_HAS_EXPIRED) say all there is; texts may quote addresses.
  if (/maxContentLength/.test(String(message))) return new TransportError('TOO_LARGE', 'the answer is too large');
  const known = typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'UNKNOWN';
  return new TransportError(known, `no answer: ${known}`);
}
