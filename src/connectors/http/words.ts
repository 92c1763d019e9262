import { type Product, productNames } from '../../model/system.js';
import { TenantError, type TenantErrorCode, type TenantErrorDetails } from '../../model/tenant-error.js';

/** What differs between systems when something goes wrong: whose settings to look at. */
export interface SystemWords {
  readonly system: Product;
  /** The variable that holds the address. */
  readonly address: string;
  /** What to do when the credential is refused: a sentence. */
  readonly unauthorised: string;
  /** How to give what is missing: a sentence. */
  readonly grant: string;
}

/** Makes the errors of one system, each with a sentence that tells the helpdesk what to do. */
export function errorsOf({ system, address, unauthorised, grant }: SystemWords) {
  const name = productNames[system];
  const make = (code: TenantErrorCode, message: string, details?: TenantErrorDetails) =>
    new TenantError(system, code, message, details);
  return {
    unauthorised: (cause?: unknown) =>
      make('unauthorised', `${name} does not accept the bot's credential: ${unauthorised}`, { cause }),
    forbidden: (what: string, missing: readonly string[], cause?: unknown) =>
      make('forbidden', `${name} does not let the bot read ${what}: it lacks ${list(missing)}. ${grant}`, {
        missing,
        cause,
      }),
    rateLimited: (until: Date, cause?: unknown) =>
      make(
        'rate-limited',
        `${name} has had too many requests for now: ask again after ${until.toISOString().slice(0, 19).replace('T', ' ')} UTC.`,
        { until, cause },
      ),
    timedOut: (what: string, seconds: number, cause?: unknown) =>
      make(
        'timed-out',
        `${name} did not answer within ${seconds} s when asked for ${what}: try again in a minute, and see whether its console is slow too.`,
        { cause },
      ),
    unreachable: (why: string, cause?: unknown) =>
      make(
        'unreachable',
        `${name} cannot be reached (${why}): see whether its console opens, and check ${address}, the network and the proxy of the bot.`,
        { cause },
      ),
    down: (status: number, cause?: unknown) =>
      make(
        'unreachable',
        `${name} reports a fault of its own (HTTP ${status}): try again in a minute, and look at its status page if it stays so.`,
        { cause },
      ),
    resting: () =>
      make(
        'unreachable',
        `${name} failed several times in a row, so the bot leaves it alone for a moment: ask again in half a minute.`,
      ),
    unexpected: (what: string, why: string, cause?: unknown) =>
      make(
        'unexpected-answer',
        `${name} gave an answer that the bot does not understand when asked for ${what} (${why}): look in the console instead, and check ${address}.`,
        { cause },
      ),
    cursorRefused: (what: string, cause?: unknown) =>
      make(
        'cursor-refused',
        `${name} does not go on in ${what} from where the bot left off: it has to be read again from a moment on.`,
        { cause },
      ),
    notFound: (message: string, cause?: unknown) => make('not-found', message, { cause }),
  };
}

export type SystemErrors = ReturnType<typeof errorsOf>;

function list(names: readonly string[]): string {
  if (names.length === 0) return 'a right';
  return names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
