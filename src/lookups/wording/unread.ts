import type { SystemProblem } from '../../model/evidence.js';
import { type Product, productNames, products } from '../../model/system.js';
import type { TenantErrorCode } from '../../model/tenant-error.js';
import type { Answer } from '../inquiry.js';
import { listed } from './lines.js';
import { clipped } from './time.js';

/** One thing that a lookup asked a system for. */
export interface Part {
  readonly system: Product;
  /** Said after "its": "log of sign-ins". */
  readonly what: string;
  readonly answer: Answer<unknown>;
}

type Saying = (name: string, what: string, problem: SystemProblem) => string;

/**
 * What happened, for somebody who cannot mend it: what is missing, and what they can do. The sentences of the errors
 * themselves speak to whoever runs the bot, and stand in the sections.
 */
const sayings: Readonly<Partial<Record<TenantErrorCode, Saying>>> = {
  unreachable: (name, what) => `${name} cannot be reached just now, so ${what} could not be read.`,
  'timed-out': (name, what) => `${name} did not answer in time, so ${what} could not be read: try again in a minute.`,
  'rate-limited': (name, what, { until }) =>
    `${name} has had too many requests for now, so ${what} could not be read: ask again ${until === undefined ? 'in a minute' : `after ${second(until)} UTC`}.`,
  unauthorised: (name, what) =>
    `${name} does not accept the bot’s credential, so ${what} could not be read: tell whoever runs the bot.`,
  forbidden: (name, what) => `${name} does not let the bot read ${what}: tell whoever runs the bot.`,
  'unexpected-answer': (name, what) =>
    `${name} gave an answer that the bot does not understand, so ${what} could not be read: look in its console.`,
};

/** A part for each thing that was asked for; none for what was not. */
export function partOf(system: Product, what: string, answer: Answer<unknown> | undefined): Part[] {
  return answer === undefined ? [] : [{ system, what, answer }];
}

/** Which systems could not be read, or not wholly, and why: a sentence for each system and reason. */
export function unreadSentences(parts: readonly Part[]): string[] {
  return products.flatMap((system) => {
    const own = parts.filter((part) => part.system === system);
    const isHalf = !own.some(({ answer }) => answer.isRead);
    const faults = own.flatMap(({ what, answer }) => (answer.isRead ? [] : [{ what, problem: answer.problem }]));
    const codes = new Set(faults.map(({ problem }) => problem.code));
    return [...codes].slice(0, isHalf ? 1 : undefined).flatMap((code) => {
      const ofCode = faults.filter(({ problem }) => problem.code === code);
      const [first] = ofCode;
      const say: Saying | undefined = sayings[code];
      if (first === undefined || say === undefined) return [];
      const missing = isHalf ? 'half' : listed(ofCode.map(({ what }) => what));
      return [say(productNames[system], `its ${missing}`, first.problem)];
    });
  });
}

/** `Okta`, `the rest of Workspace ONE Access`: what could be read, for a sentence. */
export function readNames(parts: readonly Part[]): string[] {
  return products.flatMap((system) => {
    const own = parts.filter((part) => part.system === system);
    if (!own.some(({ answer }) => answer.isRead)) return [];
    const isWhole = own.every(({ answer }) => answer.isRead || !isFault(answer.problem));
    return [isWhole ? productNames[system] : `the rest of ${productNames[system]}`];
  });
}

/** What an installation or an edition does not have is no fault. */
function isFault({ code }: SystemProblem): boolean {
  return sayings[code] !== undefined;
}

/** `2026-11-24 09:00:45` of an ISO moment. */
function second(at: string): string {
  return clipped(at.slice(0, 19).replace('T', ' '), 40);
}
