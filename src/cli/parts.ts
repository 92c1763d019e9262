import type { DraftFile, NewExamples } from '../desk/gap-drafts.js';
import type { GapRecords } from '../desk/gaps.js';
import type { ReadFile } from '../desk/given/read-files.js';
import type { AuditOptions, OnProgress } from '../desk/live-checks.js';
import type { ToProve } from '../desk/live-in.js';
import type { Knowledge } from '../desk/replies.js';
import type { Reply } from '../desk/reply.js';
import type { Trail } from '../desk/trail.js';
import type { Alerts } from '../model/alert.js';
import type { GivenFile } from '../model/given-file.js';
import type { LookupId } from '../model/intent.js';
import type { ReadPicture } from '../model/picture.js';
import type { Trace } from '../model/trace.js';
import type { EvaluationCase, EvaluationReport, PictureCase } from '../understanding/evaluate.js';
import type { RedactionReport } from '../understanding/evaluate-redaction.js';
import type { AlertsShown } from './alerts-card.js';
import type { DoctorParts } from './doctor/finding.js';
import type { ExitCode } from './exit-codes.js';
import type { Input } from './input.js';
import type { Output } from './output.js';

/** What the commands work with. Whatever is costly is loaded when it is asked for. */
export interface Parts {
  readonly output: Output;
  readonly input: Input;
  /** The knowledge as configured; takes no lock, so that a bot may run on the same folders. */
  readonly knowledge: () => Promise<Knowledge>;
  /** A clock for durations, in milliseconds. */
  readonly stopwatch: () => number;
  /** Reads the files of a question, as far as they can be read. Never rejects. */
  readonly readFiles: (files: readonly GivenFile[]) => Promise<readonly ReadFile[]>;
  /** Reads a SAML trace, by the time it is now. */
  readonly readTrace: (text: string) => Promise<Trace>;
  readonly evaluation: () => Promise<Evaluation>;
  /** Starts the bot on a simulated Slack; resolves with the page's address, a sentence about what is simulated, and a way to stop. */
  readonly startPlayground: (
    port: number | undefined,
  ) => Promise<{ readonly page: string; readonly note: string; stop(): Promise<void> }>;
  /** Resolves when the process is told to stop. */
  readonly told: () => Promise<unknown>;
  readonly doctor: () => Promise<DoctorParts>;
  /** Asks the live tenants in the name of the shell's user. Rejects with `UserError` `not-configured` when none is configured. */
  readonly lookUp: (lookup: LookupId, who: string | undefined) => Promise<Reply>;
  /** Holds something against the live tenants in the name of the shell's user. Rejects as `lookUp` does. */
  readonly diagnose: (toProve: ToProve, onProgress: OnProgress) => Promise<Reply>;
  /** How the whole set-up stands. Rejects as `lookUp` does. */
  readonly audit: (options: AuditOptions) => Promise<Reply>;
  /** Who looked up what about whom, newest first. */
  readonly trail: Trail['newest'];
  readonly alerts: ShellAlerts;
  readonly gaps: ShellGaps;
  /** How a person calls the command line on what the playground kept; undefined when none ran in the data folder. */
  readonly playgroundCall: () => Promise<string | undefined>;
  /** The shell's user. */
  readonly userName: () => string;
  /** What the process exits with when the command has ended; `ran` unless set. */
  readonly exitWith: (code: ExitCode) => void;
}

/** Alerts, as a shell gets at them. */
export interface ShellAlerts {
  /** What the bot on the data folder knows. Takes no lock, so that it may be running. */
  known(): Promise<AlertsShown>;
  /** In the place of a bot. Rejects with `UserError`: `not-configured`, or `store-busy` when a bot runs. */
  open(): Promise<OpenedAlerts>;
}

/** What people asked without an answer, as a shell gets at it. */
export interface ShellGaps {
  /** What the bot on the data folder kept. Takes no lock, so that it may be running. Rejects with `UserError` `store-failed`. */
  records(): Promise<GapRecords>;
  /** Where that is. */
  dataDir(): Promise<string>;
  /** How a person calls the command line on it. */
  readonly call: string;
  /** An intent's file with more examples in it. Rejects with `UserError` when it cannot be read or has no such list. */
  withExamples(examples: NewExamples): Promise<DraftFile>;
  /** Writes files below a folder, none of which may be there yet; gives their paths. Rejects with `UserError` `bad-input`. */
  write(folder: string, files: readonly DraftFile[]): Promise<readonly string[]>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Alerts opened for one command. */
export interface OpenedAlerts {
  readonly door: Alerts;
  /** Reads the systems, runs the rules and tells Slack. */
  once(): Promise<void>;
  close(): Promise<void>;
}

/** The held-out evaluation. */
export interface Evaluation {
  /** The folder that comes with the project. */
  readonly ownFolder: string;
  /** The case on this line, or what is wrong with it. */
  readCase(
    line: string,
  ):
    | { readonly ok: true; readonly case: EvaluationCase | PictureCase }
    | { readonly ok: false; readonly fault: string };
  /** The reader of the bot. Close it when done. */
  openPictureReader(): Promise<{ readonly read: ReadPicture; close(): Promise<void> }>;
  evaluate(
    cases: readonly EvaluationCase[],
    understand: Knowledge['understand'],
    progress: (done: number) => void,
  ): EvaluationReport;
  /** How redaction fares on the planted secrets of the folder `redaction` within; undefined when there is none. */
  evaluateRedaction(folder: string): Promise<RedactionReport | undefined>;
}
