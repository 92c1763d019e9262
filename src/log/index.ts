import type { Log } from '../model/log.js';
import { humanLine, jsonLine } from './line.js';
import { type RedactText, safeFields } from './safe-value.js';

/** Where the lines go: `process.stderr`, or a test's own. */
interface LogDestination {
  /** True for a terminal: a person reads along. */
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface LogOptions {
  /** Lines below this level are not written. */
  readonly level: keyof Log;
  /** Standard error if left out: standard output belongs to what a command prints. */
  readonly destination?: LogDestination;
  /** Takes the secrets out of every text in the fields. */
  readonly redact: RedactText;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const ranks: Readonly<Record<keyof Log, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

/**
 * A log of one line for each thing that happened: JSON, or on a terminal a form for people. Messages and fields are
 * redacted; fields are bounded, errors written as their code, message and causes. Never throws.
 */
export function createLog({ level, destination = process.stderr, redact, clock }: LogOptions): Log {
  const toLine = destination.isTTY === true ? humanLine : jsonLine;
  const writer = (lineLevel: keyof Log) => {
    if (ranks[lineLevel] < ranks[level]) return () => undefined;
    return (message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
      const time = new Date(clock()).toISOString();
      destination.write(
        toLine({ time, level: lineLevel, message: redact(message), fields: safeFields(fields, redact) }),
      );
    };
  };
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') };
}
