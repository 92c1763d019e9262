import { createHmac } from 'node:crypto';
import type { Clock } from './clock.js';
import { ACK_WITHIN, type Outcome, type Request, type Transport } from './delivery.js';
import type { Json } from './objects.js';

/** Where an app without Socket Mode listens. */
export interface RequestUrl {
  readonly requestUrl: string;
  readonly signingSecret: string;
}

const MAX_ANSWER = 1_000_000;

/** Slash commands are form fields, interactions one field `payload`, events a JSON body. */
const encode = (request: Request): { readonly type: string; readonly body: string } => {
  if (request.kind === 'events_api') return { type: 'application/json', body: JSON.stringify(request.payload) };
  const fields = new URLSearchParams();
  if (request.kind === 'interactive') fields.set('payload', JSON.stringify(request.payload));
  else for (const [name, value] of Object.entries(request.payload)) fields.set(name, String(value));
  return { type: 'application/x-www-form-urlencoded', body: fields.toString() };
};

/** Slack's `v0` signature over the timestamp and the raw body. */
const signature = (secret: string, timestamp: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

const parseAnswer = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // A slash command may be answered with plain text.
    return text;
  }
};

/** Delivers signed requests to the app's request URL, following no redirects. */
export const createHttpDelivery = (clock: Clock, target: RequestUrl): Transport & { verify(): Promise<void> } => {
  const post = async (type: string, body: string, headers: Record<string, string>): Promise<Response> => {
    const timestamp = Math.floor(clock.now() / 1000);
    const abort = new AbortController();
    const cancel = clock.after(ACK_WITHIN, () => abort.abort());
    try {
      return await fetch(target.requestUrl, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: abort.signal,
        headers: {
          'content-type': type,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': signature(target.signingSecret, timestamp, body),
          ...headers,
        },
      });
    } finally {
      cancel();
    }
  };

  return {
    connected: () => true,
    async send(request): Promise<Outcome> {
      const { type, body } = encode(request);
      const headers: Record<string, string> =
        request.retry === undefined
          ? {}
          : { 'x-slack-retry-num': String(request.retry.attempt), 'x-slack-retry-reason': request.retry.reason };
      try {
        const answer = await post(type, body, headers);
        const text = (await answer.text()).slice(0, MAX_ANSWER);
        if (!answer.ok) {
          const noRetry = answer.headers.get('x-slack-no-retry') === '1';
          return { acknowledged: false, reason: 'http_error', ...(noRetry ? { noRetry } : {}) };
        }
        return {
          acknowledged: true,
          ...(request.acceptsResponse && text !== '' ? { response: parseAnswer(text) } : {}),
        };
      } catch (error) {
        const timedOut = error instanceof Error && error.name === 'AbortError';
        return { acknowledged: false, reason: timedOut ? 'http_timeout' : 'connection_failed' };
      }
    },
    /** The handshake Slack makes when a request URL is saved. Rejects when the app does not echo the challenge. */
    async verify() {
      const challenge = 'playground-challenge';
      const body = JSON.stringify({ type: 'url_verification', token: 'playground', challenge });
      const answer = await post('application/json', body, {});
      const echoed = parseAnswer(await answer.text());
      const value = typeof echoed === 'object' && echoed !== null ? (echoed as Json)['challenge'] : echoed;
      if (!answer.ok || value !== challenge)
        throw new Error(`The app at ${target.requestUrl} did not echo the challenge.`);
    },
    close: () => Promise.resolve(),
  };
};
