import type { Client, RequestExecutor } from '@okta/okta-sdk-nodejs';
import { TenantError } from '../../model/tenant-error.js';
import type { OktaConfig } from '../config.js';
import { type HttpAnswer, type HttpRequest, isJson, type Transport } from '../http/exchange.js';
import type { Time } from '../http/surroundings.js';
import { oktaScopes } from './scopes.js';

/** Parts of the transport through Okta's SDK. */
export interface OktaTransportParts {
  readonly config: OktaConfig;
  /** What carries the bytes: the SDK's own way has no time limit, no size limit and no open connections. */
  readonly carrier: Transport;
  readonly time: Time;
  readonly timeoutMs: number;
}

/** The SDK's own type leans on types of node-fetch that are not there; these are the same names. */
type SdkRequest = Parameters<RequestExecutor['fetch']>[0] & Pick<RequestInit, 'method' | 'headers' | 'body' | 'signal'>;

/** Thrown through the SDK to hand out what the token endpoint answered, so that the door can retry it. */
class TokenAnswer extends Error {
  readonly answer: HttpAnswer;
  constructor(answer: HttpAnswer) {
    super('the token endpoint gave no token');
    this.answer = answer;
  }
}

/** Thrown through the SDK when a token was asked for with a scope that is not granted. */
class ScopeRefused extends Error {}

/**
 * Requests through @okta/okta-sdk-nodejs, which adds the credential: `SSWS`, or an OAuth token it fetches with the
 * private key (DPoP included) and fetches again once after a 401. Its models are not used: they drop what they do not
 * know. Its cache is off: it never expires and hangs on large bodies. Loaded with the first request.
 */
export function oktaTransport({ config, carrier, time, timeoutMs }: OktaTransportParts): Transport {
  const answers = new WeakMap<object, HttpAnswer>();
  let tokenUntil = Number.POSITIVE_INFINITY;
  let loading: Promise<Client> | undefined;
  let fetching: Promise<unknown> | undefined;

  return async (request, signal) => {
    loading ??= load();
    const client = await loading;
    // The object is the SDK's and the executor's too: the answer is found under it, whatever the SDK makes of it.
    const exchange: SdkRequest = { method: request.method, headers: { ...request.headers }, signal };
    try {
      if (config.credential.kind === 'service-app') await freshToken(client);
      await client.http.http(request.url, exchange);
    } catch (error) {
      if (error instanceof TokenAnswer) return error.answer;
      if (!answers.has(exchange)) throw error;
    }
    const answer = answers.get(exchange);
    if (answer === undefined) throw new Error('the SDK returned without asking');
    return answer;
  };

  async function load(): Promise<Client> {
    const sdk = await import('@okta/okta-sdk-nodejs');
    const executor = new sdk.RequestExecutor();
    executor.fetch = fetchThroughCarrier;
    const { credential } = config;
    const common = { orgUrl: new URL(config.url).origin, cacheMiddleware: null, requestExecutor: executor };
    return credential.kind === 'token'
      ? new sdk.Client({ ...common, authorizationMode: 'SSWS', token: credential.token })
      : new sdk.Client({
          ...common,
          authorizationMode: 'PrivateKey',
          clientId: credential.clientId,
          privateKey: credential.privateKey,
          keyId: credential.keyId,
          scopes: [...oktaScopes],
        });
  }

  /** The SDK keeps a token until it is refused and fetches one for each of several first calls; not here. */
  async function freshToken(client: Client): Promise<void> {
    if (time.now() >= tokenUntil) {
      client.oauth.clearCachedAccessToken();
      tokenUntil = Number.POSITIVE_INFINITY;
    }
    if (client.oauth.accessToken) return;
    fetching ??= fetchToken(client).finally(() => {
      fetching = undefined;
    });
    await fetching;
  }

  /** Okta refuses a whole request for one scope that is not granted; what is granted must work all the same. */
  async function fetchToken(client: Client): Promise<void> {
    try {
      await client.oauth.getAccessToken();
    } catch (error) {
      if (!(error instanceof ScopeRefused)) throw error;
      const granted: string[] = [];
      for (const scope of oktaScopes) {
        client.scopes = [scope];
        client.oauth.clearCachedAccessToken();
        if (await isGranted(client)) granted.push(scope);
      }
      client.scopes = granted.length === 0 ? [...oktaScopes] : granted;
      client.oauth.clearCachedAccessToken();
      if (granted.length === 0) throw noScopes();
      await client.oauth.getAccessToken();
    }
  }

  async function isGranted(client: Client): Promise<boolean> {
    try {
      await client.oauth.getAccessToken();
      return true;
    } catch (error) {
      if (error instanceof ScopeRefused) return false;
      throw error;
    }
  }

  async function fetchThroughCarrier(request: SdkRequest): ReturnType<RequestExecutor['fetch']> {
    const url = String(request.url);
    answers.delete(request);
    const sent: HttpRequest = {
      method: String(request.method).toUpperCase() === 'POST' ? 'POST' : 'GET',
      url,
      headers: request.headers as Record<string, string>,
      ...(typeof request.body === 'string' ? { body: request.body } : {}),
    };
    const answer = await carrier(sent, request.signal ?? time.deadline(timeoutMs));
    answers.set(request, answer);
    if (new URL(url).pathname === '/oauth2/v1/token') examineToken(answer);
    const headers = { 'content-type': answer.header('content-type') ?? '' };
    const nonce = answer.header('dpop-nonce');
    const isEmpty = answer.status === 204 || answer.status === 304;
    return new Response(isEmpty ? null : answer.body, {
      status: answer.status,
      headers: nonce === undefined ? headers : { ...headers, 'dpop-nonce': nonce },
    }) as unknown as Awaited<ReturnType<RequestExecutor['fetch']>>;
  }

  /** The SDK takes any answer for a token: a refused client would go on as “Bearer undefined”. */
  function examineToken(answer: HttpAnswer): void {
    const body: unknown = isJson(answer) ? safeParse(answer.body) : undefined;
    const { error, access_token, expires_in } = Object(body) as Record<string, unknown>;
    if (error === 'use_dpop_nonce') return;
    if (error === 'invalid_scope' || error === 'consent_required') throw new ScopeRefused('scope refused');
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
      const code = typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) ? error : `HTTP ${answer.status}`;
      throw new TenantError(
        'okta',
        'unauthorised',
        'Okta refuses the bot as a service app: compare OKTA_CLIENT_ID, OKTA_KEY_ID and the private key with the app in Okta (General → Client Credentials, “Public key / Private key”), and this machine’s clock with the right time.',
        { cause: new Error(`token endpoint: ${code}`) },
      );
    }
    if (typeof access_token !== 'string') throw new TokenAnswer(answer);
    const seconds = typeof expires_in === 'number' && expires_in > 0 ? expires_in : 3_600;
    tokenUntil = time.now() + seconds * 1_000 - Math.min(60_000, seconds * 200);
  }
}

function noScopes(): TenantError {
  return new TenantError(
    'okta',
    'forbidden',
    `Okta gives the bot none of the scopes it asks for: grant ${oktaScopes.join(', ')} on the “Okta API Scopes” tab of its service app.`,
    { missing: oktaScopes },
  );
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
