import { TenantError } from '../../model/tenant-error.js';
import { CircuitOpen, createGuard, type Guard } from './circuit.js';
import { type HttpAnswer, type HttpRequest, isJson, type Transport, TransportError } from './exchange.js';
import { type Quota, Quotas } from './quota.js';
import { askedWait, Holds } from './rate-limit.js';
import type { Surroundings } from './surroundings.js';
import { errorsOf, type SystemErrors, type SystemWords } from './words.js';

/** One question to a system. */
export interface Call {
  /** What is asked for, for people and the log; constant: "the user", "the audit events". */
  readonly what: string;
  readonly method?: 'GET' | 'POST';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Scopes or roles the system wants for it, named when it refuses. */
  readonly needs: readonly string[];
  /** Statuses below 500 that are answers here rather than faults: 404 where absence is one. */
  readonly alsoGood?: readonly number[];
}

/** What lets requests in. */
export interface Credential {
  /** Headers of the next request. */
  headers(): Promise<Readonly<Record<string, string>>>;
  /** Called once after a 401, with the headers refused. True: ask for new ones and try again. */
  renew(refused: Readonly<Record<string, string>>): boolean;
}

/** The one way to a system: every call has its time limit, retries, rate limits, circuit breaker and errors here. */
export interface Door {
  /** Resolves with a 2xx answer or one of `alsoGood`; rejects with a `TenantError` for everything else. */
  ask(call: Call): Promise<HttpAnswer>;
  /** What is left of the system's rate limits, as its answers said; asks nothing. */
  quota(): Quota[];
  readonly errors: SystemErrors;
}

/** Parts of a door. */
export interface DoorParts {
  readonly words: SystemWords;
  readonly transport: Transport;
  readonly credential: Credential;
  /** Which limit a path counts against, where a system has several; else `all`. */
  readonly bucketOf?: (url: URL) => string;
  /** Turns a refusal the common rules cannot tell apart into its error; undefined leaves it to them. */
  readonly explain?: (call: Call, answer: HttpAnswer, errors: SystemErrors) => TenantError | undefined;
}

/** Opens the door to one system; no request is made yet. */
export function createDoor(parts: DoorParts, surroundings: Surroundings): Door {
  const { words, transport, credential, bucketOf = () => 'all', explain } = parts;
  const { time, random, log, limits } = surroundings;
  const errors = errorsOf(words);
  const holds = new Holds();
  const quotas = new Quotas();
  let guarding: Promise<Guard> | undefined;

  return { errors, ask, quota: () => quotas.left(time.now()) };

  async function ask(call: Call): Promise<HttpAnswer> {
    guarding ??= createGuard(words.system, surroundings);
    const guard = await guarding;
    const bucket = bucketOf(call.url);
    let patience = limits.patienceMs;
    let renewed = false;
    const wait = async (ms: number, giveUp: () => TenantError) => {
      if (ms > patience) throw giveUp();
      patience -= ms;
      await time.sleep(ms);
    };
    // A limit may be used up while a call waits for its turn: by those before it.
    const atTurn = () => {
      if (holds.remaining(bucket, time.now()) > 0) throw new HeldMeanwhile();
    };
    for (let attempt = 1; ; attempt++) {
      const held = holds.remaining(bucket, time.now());
      // Those who waited for the same moment must not all arrive in it.
      if (held > 0) await wait(held + random() * 250, () => errors.rateLimited(new Date(time.now() + held)));
      const headers = await credential.headers();
      const isLast = attempt >= limits.attempts;
      const started = time.now();
      let answer: HttpAnswer;
      try {
        answer = await guard(() => send(call, headers, bucket), atTurn);
      } catch (error) {
        if (error instanceof HeldMeanwhile) {
          attempt--;
          continue;
        }
        const failure = failureOf(call, error);
        log.debug('Call failed', { system: words.system, what: call.what, attempt, code: failure.code, cause: error });
        // A second wait as long as the first would keep a person waiting for an answer that is unlikely to come.
        if (isLast || !isWorthAnother(error)) throw failure;
        await wait(pause(attempt), () => failure);
        continue;
      }
      const { status } = answer;
      log.debug('Call answered', { system: words.system, what: call.what, attempt, status, ms: time.now() - started });
      if ((status >= 200 && status < 300) || call.alsoGood?.includes(status)) return answer;
      if (status === 401 && !renewed && credential.renew(headers)) {
        renewed = true;
        attempt--;
        continue;
      }
      const asked = askedWait(answer, time.now());
      const refusal = explain?.(call, answer, errors) ?? refusalOf(call, answer, asked?.ms);
      if (isLast || !(status === 429 || status >= 500)) throw refusal;
      if (status === 429 && asked?.certain) continue;
      await wait(Math.max(pause(attempt), status === 503 ? (asked?.ms ?? 0) : 0), () => refusal);
    }
  }

  async function send(call: Call, credentials: Readonly<Record<string, string>>, bucket: string): Promise<HttpAnswer> {
    const { method = 'GET', url, body } = call;
    const headers = { accept: 'application/json', ...call.headers, ...credentials };
    const request: HttpRequest = { method, url: url.href, headers, ...(body === undefined ? {} : { body }) };
    const signal = time.deadline(limits.timeoutMs);
    const answer = await transport(request, signal).catch((error: unknown) => {
      throw signal.aborted ? new TransportError('TIMED_OUT', `no answer within ${limits.timeoutMs} ms`) : error;
    });
    // Here, because the next in turn starts as soon as this one is over.
    quotas.hear(bucket, answer, time.now());
    const asked = askedWait(answer, time.now());
    if (asked?.certain && answer.status < 500) holds.hold(bucket, asked.ms, time.now());
    return answer;
  }

  /** Longer each time, and never the same for two callers. */
  function pause(attempt: number): number {
    return 250 * 2 ** (attempt - 1) * (0.5 + random());
  }

  function failureOf(call: Call, error: unknown): TenantError {
    if (error instanceof TenantError) return error;
    if (error instanceof CircuitOpen) return errors.resting();
    if (!(error instanceof TransportError)) throw error;
    if (error.code === 'TIMED_OUT') return errors.timedOut(call.what, limits.timeoutMs / 1_000, error);
    if (error.code === 'TOO_LARGE') return errors.unexpected(call.what, 'it is too large', error);
    return errors.unreachable(error.code, error);
  }

  function refusalOf(call: Call, answer: HttpAnswer, askedMs: number | undefined): TenantError {
    const { status } = answer;
    const cause = causeOf(answer);
    if (status === 401) return errors.unauthorised(cause);
    if (status === 403) return errors.forbidden(call.what, call.needs, cause);
    if (status === 429) return errors.rateLimited(new Date(time.now() + (askedMs ?? 60_000)), cause);
    if (status >= 500) return errors.down(status, cause);
    if (status >= 300 && status < 400) return errors.unexpected(call.what, 'it points to another address', cause);
    return errors.unexpected(call.what, isJson(answer) ? `HTTP ${status}` : `HTTP ${status}, not JSON`, cause);
  }
}

/** Its limit was used up when a call's turn came. */
class HeldMeanwhile extends Error {}

function isWorthAnother(error: unknown): boolean {
  return error instanceof TransportError && !['TIMED_OUT', 'TOO_LARGE'].includes(error.code);
}

/** For the log: what the system's own support needs to find the request, and nothing a person typed. */
export function causeOf(answer: HttpAnswer): Error {
  const id = answer.header('x-okta-request-id') ?? answer.header('x-correlation-id');
  const named = id !== undefined && /^[\w@-]{1,80}$/.test(id) ? `, request ${id}` : '';
  const code = isJson(answer)
    ? /"errorCode"\s{0,5}:\s{0,5}"?(?<code>[A-Z0-9]{1,20})\b/.exec(answer.body.slice(0, 4_000))
    : null;
  return new Error(`HTTP ${answer.status}${code?.groups?.['code'] ? ` ${code.groups['code']}` : ''}${named}`);
}
