import type { Tenants } from '../connectors/index.js';
import { type Evidence, problemOf, type SystemProblem } from '../model/evidence.js';
import { type Product, productNames } from '../model/system.js';
import { TenantError } from '../model/tenant-error.js';
import type { Understand } from '../model/understanding.js';
import type { LookupContext, LookupNeeds, LookupSettings } from './lookup.js';

/** What one read gave: a value or the reason why there is none, never an empty list in place of an error. */
export type Answer<T> =
  | { readonly isRead: true; readonly value: T }
  | { readonly isRead: false; readonly problem: SystemProblem };

type Client<System extends Product> = NonNullable<Tenants[System]>;

/** One lookup under way: the only way from a lookup to the live systems. */
export interface Inquiry {
  readonly understand: Understand;
  /** The cause that an article names, in one sentence, if it is known. */
  readonly causeOf: (articleId: string) => string | undefined;
  readonly settings: LookupSettings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** One read, or several of the same system. Never rejects with `TenantError`: that becomes the answer's problem. */
  ask<System extends Product, T>(system: System, read: (client: Client<System>) => Promise<T>): Promise<Answer<T>>;
  /** Keeps a fact that was read, dated now. */
  found(system: Product, what: string, value: string): void;
  /** What was found so far. */
  readonly evidence: readonly Evidence[];
  /** Each problem once, in the order met. */
  readonly problems: readonly SystemProblem[];
  /** Whether anything at all could be read. */
  hasRead(): boolean;
  /** The lookup is over: lets go of the deadlines, which would else hold on to what was read until they pass. */
  end(): void;
}

/** How long one lookup waits for one system in all, counted from its first question to it. */
const systemDeadlineMs = 20_000;

const variableOf: Readonly<Record<Product, string>> = {
  okta: 'OKTA_ORG_URL',
  access: 'ACCESS_URL',
  uem: 'UEM_URL',
};

/** Starts the inquiry of one lookup. No request is made yet. */
export function startInquiry(context: LookupContext, needs: LookupNeeds): Inquiry {
  const { tenants, understand, settings, now } = context;
  const { causeOf = () => undefined, deadline = (ms: number) => AbortSignal.timeout(ms) } = context;
  const evidence: Evidence[] = [];
  const problems: SystemProblem[] = [];
  const expiries = new Map<Product, Promise<TenantError>>();
  const endings: (() => void)[] = [];
  let reads = 0;

  return {
    understand,
    causeOf,
    settings,
    now,
    evidence,
    problems,
    hasRead: () => reads > 0,
    end: () => {
      for (const end of endings) end();
    },
    found: (system, what, value) => {
      evidence.push({ system, what, value, readAt: new Date(now()).toISOString() });
    },
    async ask(system, read) {
      const client = tenants[system];
      if (client === undefined) return refused(notConfigured(system));
      try {
        const value = await Promise.race([read(client), expiryOf(system)]);
        if (value instanceof TenantError) return refused(value);
        reads++;
        return { isRead: true, value };
      } catch (error) {
        if (error instanceof TenantError) return refused(error);
        throw error;
      }
    },
  };

  function refused(error: TenantError): { isRead: false; problem: SystemProblem } {
    const problem = problemOf(error);
    const known = problems.find(
      (one) =>
        one.system === problem.system &&
        one.code === problem.code &&
        (isWholeSystem(one) || one.message.startsWith(problem.message)),
    );
    if (known !== undefined) return { isRead: false, problem: known };
    const isFirst = !problems.some((one) => one.system === problem.system && one.code === 'forbidden');
    const all = needs[problem.system] ?? [];
    // Whoever grants rights should hear of all of them at once, not of the next one at the next try.
    const whole =
      problem.code === 'forbidden' && isFirst && all.length > 0
        ? { ...problem, message: `${problem.message} In all, this lookup needs ${all.join(', ')}.` }
        : problem;
    problems.push(whole);
    return { isRead: false, problem: whole };
  }

  /** Resolves when the system's time is up. */
  function expiryOf(system: Product): Promise<TenantError> {
    const known = expiries.get(system);
    if (known !== undefined) return known;
    const signal = deadline(systemDeadlineMs);
    const expiry = new Promise<TenantError>((resolve) => {
      const end = () => {
        signal.removeEventListener('abort', end);
        resolve(timedOut(system));
      };
      endings.push(end);
      if (signal.aborted) end();
      else signal.addEventListener('abort', end);
    });
    expiries.set(system, expiry);
    return expiry;
  }
}

/** Whether a problem is the same for all that is read of a system: then it is told once. */
function isWholeSystem({ code }: SystemProblem): boolean {
  return code === 'unauthorised' || code === 'unreachable' || code === 'timed-out';
}

function timedOut(system: Product): TenantError {
  const seconds = systemDeadlineMs / 1_000;
  return new TenantError(
    system,
    'timed-out',
    `${productNames[system]} did not answer within ${seconds} s: try again in a minute, and see whether its console is slow too.`,
  );
}

function notConfigured(system: Product): TenantError {
  return new TenantError(
    system,
    'not-configured',
    `The bot is not connected to ${productNames[system]}: set ${variableOf[system]} and what belongs to it, or look in its console.`,
  );
}
