import type { GivenFile } from '../model/given-file.js';
import type { LookupId } from '../model/intent.js';
import type { Redaction, Surface } from '../model/understanding.js';
import type { AlertDeed } from './alert-line.js';
import type { ArticleLink, LiveRequest, Reply } from './reply.js';

/** Where a question was asked. In the CLI `channel` is `cli` and `thread` names the run. */
export interface Place {
  readonly channel: string;
  /** Timestamp of the thread's first message; all follow-ups share it. */
  readonly thread: string;
}

/** Names a place in the store. */
export function keyOf({ channel, thread }: Place): string {
  return `${channel}:${thread}`;
}

/** A text somebody wrote, and from where. */
export interface Question {
  readonly text: string;
  readonly surface: Surface;
  readonly place: Place;
  /** Slack user id, or the shell's user name. */
  readonly asker: string;
  /** What came along with it. */
  readonly files?: readonly GivenFile[];
}

/** One lookup that a person asks for. */
export interface LookupRequest {
  readonly lookup: LookupId;
  /** Whom it is about, as written: a name, or a Slack mention. */
  readonly who?: string | undefined;
  readonly place: Place;
  /** Slack user id, or the shell's user name. */
  readonly asker: string;
  /** The bot was not asked: then a missing right is not worth a record. */
  readonly isUnasked?: boolean;
}

/** Something to be held against the live tenants. */
export interface DiagnosisRequest {
  readonly live: LiveRequest;
  readonly place: Place;
  /** Slack user id, or the shell's user name. */
  readonly asker: string;
  /** Asked for again, after a change: nothing of the last minute is taken for granted. */
  readonly isAgain?: boolean;
  /** The person was asked about by name: then a missing right is an answer. Else the fix stands without the person. */
  readonly isExplicit?: boolean;
  /** The secrets that were in what was asked. */
  readonly redactions?: readonly Redaction[];
}

/** What somebody does with one alert by a button. */
export interface AlertRequest {
  /** The alert's fingerprint. */
  readonly which: string;
  readonly deed: AlertDeed;
  readonly place: Place;
  /** Slack user id. */
  readonly asker: string;
}

/** What somebody does about a gap or a proposed example. */
export interface GapRequest {
  /** The id of the gap or the proposal. */
  readonly which: string;
  /** Draft a new article, draft an example of the article that is near or proposed, or put it aside. */
  readonly deed: 'article' | 'example' | 'dismiss';
  /** Slack user id. */
  readonly asker: string;
}

/**
 * The one door behind all surfaces: a question in, a Reply out. It never throws for what people write; what it throws
 * is a `UserError` (show its message) or a fault of the program (show a constant sentence, log the cause). When the store
 * fails it still answers, and the log says that it will not remember; only `watch` and `unwatch` reject then.
 */
export interface Desk {
  /** True for the first caller with this event key; false when Slack delivers the same event again within ten minutes. */
  firstTime(eventKey: string): Promise<boolean>;
  /**
   * Recognises a text. `channel` surface: `silence` unless sure. In a known thread it refines what was understood, or,
   * when it is a command, is handled as that.
   */
  ask(question: Question): Promise<Reply>;
  /**
   * One command line, as typed after `/wo-okta` or after a mention: one of `commands`. From a mention or a direct message
   * (`asText` true) anything that starts with no command is asked as text; otherwise a mistyped command gets the nearest
   * one suggested.
   */
  command(question: Question, options: { asText: boolean }): Promise<Reply>;
  /** The answer to a `question` Reply: the person chose this intent. */
  choose(place: Place, intentId: string, by: string): Promise<Reply>;
  /** One lookup, about the person chosen from several. The right to it is checked again. */
  lookUp(request: LookupRequest): Promise<Reply>;
  /** The report to show to everybody, when the one who shares it still may look people up; else a refusal. */
  shareReport(request: LookupRequest & { readonly report: string }): Promise<Reply>;
  /**
   * What the live tenants say of an answer, or of the choices of a question: a `diagnosis`, or a refusal. `onProgress` is
   * told how many of how many checks have ended.
   */
  diagnose(request: DiagnosisRequest, onProgress?: (ended: number, all: number) => void): Promise<Reply>;
  /** What a diagnosis rests on: each check with what was read, where, when and by which right. */
  explain(diagnosisId: string, asker: string): Reply;
  /** All of the text that was read in the files of a question. */
  fullText(id: string): Reply;
  /** What somebody does with an alert by a button under it. A `done` notice when the alert shows it by now. */
  actOnAlert(request: AlertRequest): Promise<Reply>;
  /** "Solved" / "Not solved" under an answer. */
  feedback(given: {
    readonly place: Place;
    readonly articleId: string;
    readonly articleVersion: number;
    readonly solved: boolean;
    readonly by: string;
  }): Promise<Reply>;
  /** "That's the right one", of an article opened where another one or none was the answer: proposes it, for review. */
  confirmArticle(given: { readonly place: Place; readonly articleId: string; readonly by: string }): Promise<Reply>;
  /** What somebody does about a gap by a button: a `draft`, or a notice. The right to it is checked again. */
  actOnGap(request: GapRequest): Promise<Reply>;
  /**
   * The person asked for a human: remembers it and returns what to hand over, or a refusal. `excerpt` is the question
   * (redacted; empty when there was none), `tried` are the articles that did not help.
   */
  handOver(
    place: Place,
    recordId: string,
    by: string,
  ): Promise<{ readonly reply: Reply; readonly excerpt: string; readonly tried: readonly ArticleLink[] }>;
  /** Whether the bot reads every message of this channel. */
  isWatched(channel: string): Promise<boolean>;
  /** Whether something was understood in this thread, so that a follow-up without a mention is meant for the bot. */
  knowsThread(place: Place): Promise<boolean>;
}
