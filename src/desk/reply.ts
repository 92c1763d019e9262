import type { AlertsOverview } from '../model/alert.js';
import type { Article } from '../model/article.js';
import type { Audit } from '../model/audit.js';
import type { CheckResult } from '../model/check.js';
import type { Diagnosis } from '../model/diagnosis.js';
import type { LookupId } from '../model/intent.js';
import type { LookupReport, PersonChoice } from '../model/lookup.js';
import type { FullText, ReadAlong } from '../model/reading.js';
import type { Place } from '../model/system.js';
import type { Trace } from '../model/trace.js';
import type { RankedIntent, Redaction } from '../model/understanding.js';
import type { TrailEntry } from '../state/collections.js';
import type { DraftFile } from './gap-drafts.js';
import type { Gaps } from './gaps.js';

/** One article given as the answer, and why. */
export interface ArticleAnswer {
  readonly article: Article;
  readonly match: RankedIntent;
}

/** One button of a question. */
export interface Choice {
  readonly intentId: string;
  readonly label: string;
  /** Where it leads, when not to the article of this id. */
  readonly leadsTo?: LookupId | 'help';
}

/** An article the bot names without claiming that it fits. */
export interface ArticleLink {
  readonly articleId: string;
  readonly title: string;
  /** What a button for it can say, where that is known to be shorter than the title. */
  readonly label?: string;
}

/** One thing recognised that is not shown: its article, or the articles between which nothing decides. */
export interface Also {
  readonly articles: readonly ArticleLink[];
  /** What speaks for it, and the file it is in; left out where the text in sight says so. */
  readonly evidence?: string;
  readonly file?: string;
}

/** What of a Reply can be held against the live tenants. */
export interface LiveRequest {
  /** Ids of articles, the likeliest first. */
  readonly articles: readonly string[];
  /** Whom it is about, as written; only where nobody but the asker sees the Reply. */
  readonly who?: string;
  /** Those of the articles that were asked about, where a diagnosis found others beside them; else left out. */
  readonly asked?: readonly string[];
  /** Somebody asked for the first of the articles itself: it stays the one that is shown, whatever else is proven. */
  readonly isWanted?: true;
  /** The articles answer several errors of one text; left out where they explain the same one. */
  readonly hasSeveralErrors?: true;
  /**
   * Somebody was named who may not come in, since others read along: as the asker typed the name, or a placeholder where
   * it stands elsewhere, such as in a file. Nothing is read about them.
   */
  readonly heldBack?: string;
  /** The articles of those above that the person is about; left out when it is all of them. */
  readonly whoFor?: readonly string[];
  /** The check that proved the first of the articles, where that was proven: to say so when it is mended. */
  readonly cause?: string;
  /** The intents between which it stays open while the tenants prove no article; left out where nothing is open. */
  readonly choices?: readonly string[];
}

/**
 * What the desk answers. Whatever its kind, it says which secrets were taken out of the text that asked, and what was read
 * in the files that came along, and what was recognised beside what it shows.
 */
export type Reply = Answered & {
  readonly redactions?: readonly Redaction[];
  readonly read?: ReadAlong;
  /** Left out where there is nothing else. */
  readonly also?: readonly Also[];
};

/**
 * What the desk answers, with no surface in it: Slack views and the CLI each draw it in their own way.
 * Every text in it is plain text from people or files and must be escaped by the surface.
 */
type Answered =
  /** The fix: one or more articles (several errors in one paste). */
  | {
      readonly kind: 'answer';
      readonly answers: readonly ArticleAnswer[];
      readonly redactions: readonly Redaction[];
      /** Absent where no live system is connected, or no step has a check. */
      readonly live?: LiveRequest;
    }
  /** One question that decides between neighbours. */
  | {
      readonly kind: 'question';
      readonly question: string;
      readonly choices: readonly Choice[];
      readonly evidence: readonly string[];
      readonly redactions: readonly Redaction[];
      readonly live?: LiveRequest;
    }
  /** The fix, held against the live tenants: the proven cause first. */
  | {
      readonly kind: 'diagnosis';
      readonly diagnosis: Diagnosis;
      /** Names this very diagnosis when somebody asks what it rests on. */
      readonly diagnosisId: string;
      /** How to run it again. */
      readonly live: LiveRequest;
      /** What is still to be asked: then no verdict on one of the articles is the answer. */
      readonly undecided?: { readonly question: string; readonly choices: readonly Choice[] };
      /** What a button for one of its articles can say, by id; left out of it where nothing shorter than the title is known. */
      readonly labels?: Readonly<Record<string, string>>;
      /** The person's picture, where it is about one: then the Reply is for the asker alone. */
      readonly report?: LookupReport;
    }
  /** What a diagnosis rests on. For the asker. */
  | { readonly kind: 'evidence'; readonly results: readonly CheckResult[] }
  /** All of the text that was read in files. For the asker. */
  | { readonly kind: 'full-text'; readonly texts: readonly FullText[] }
  /** How the whole set-up stands. */
  | { readonly kind: 'audit'; readonly audit: Audit }
  /**
   * Not recognised, or (with `tried`) the fix did not help: says so, names the nearest two, offers to hand over.
   * `recordId` is the stored question.
   */
  | {
      readonly kind: 'unknown';
      readonly tried?: ArticleLink;
      readonly nearest: readonly ArticleLink[];
      readonly recordId: string;
      readonly redactions: readonly Redaction[];
    }
  /** What a lookup found in the live tenants. For the asker, who can share it. */
  | {
      readonly kind: 'report';
      readonly report: LookupReport;
      /** Whom it is about, as asked. */
      readonly who?: string;
      /** Names this very report when it is shared. */
      readonly reportId: string;
      /** The articles it names, that of its summary first. */
      readonly articles: readonly ArticleLink[];
    }
  /** Several people fit the name, or several were named: the asker chooses. */
  | {
      readonly kind: 'people';
      readonly lookup: LookupId;
      readonly question: string;
      readonly choices: readonly PersonChoice[];
    }
  /** What a SAML trace says, and the articles that its findings name. */
  | {
      readonly kind: 'trace';
      readonly trace: Trace;
      readonly articles: readonly ArticleLink[];
      /** What the messages leave open between articles; those are not among `articles`. */
      readonly undecided?: { readonly question: string; readonly choices: readonly Choice[] };
    }
  /** What the alerts know. For the asker: everybody else has it in the alerts' channel. */
  | { readonly kind: 'alerts'; readonly overview: AlertsOverview }
  /** Who looked up what about whom, newest first; `more` older ones are not shown. */
  | { readonly kind: 'trail'; readonly entries: readonly TrailEntry[]; readonly more: number }
  /** What people asked and no article answers, and the examples proposed. For the asker, an administrator. */
  | ({ readonly kind: 'gaps'; readonly shellCall?: string } & Gaps)
  /**
   * Files for a person to review: a new article and its intent, or the lines that add an example to an intent. `about` is
   * the question, or the title of the article that gets the example; `id` names the gap or the proposal, `shellCall` is
   * how a person calls the command line that writes the files, if not by its bare name.
   */
  | {
      readonly kind: 'draft';
      readonly what: 'article' | 'example';
      readonly about: string;
      readonly files: readonly DraftFile[];
      readonly id: string;
      readonly shellCall?: string;
    }
  /** A question to the live tenants was recognised, but none is connected: how to find the answer by hand. */
  | {
      readonly kind: 'lookup';
      readonly lookup: LookupId;
      readonly title: string;
      readonly users: readonly string[];
      readonly byHand: readonly { readonly place: Place; readonly where: string; readonly look: string }[];
      readonly redactions: readonly Redaction[];
    }
  /**
   * An article asked for by id, or by words that fit only one. `isSought`: opened where a question had no answer or a
   * wrong one, so it may be the right one.
   */
  | { readonly kind: 'article'; readonly article: Article; readonly live?: LiveRequest; readonly isSought?: true }
  /** Several articles fit the words; or, with no words, all of them. */
  | { readonly kind: 'articles'; readonly query: string; readonly matches: readonly ArticleLink[] }
  | { readonly kind: 'help' }
  /** A short statement: what was done, or why not and what to do next; or a friendly word where nothing was asked. */
  | {
      readonly kind: 'notice';
      readonly tone: 'done' | 'refused' | 'friendly';
      readonly text: string;
      /** What concerns nobody but the asker, such as a missing right. */
      readonly isForAskerOnly?: boolean;
    }
  /** Nothing to say: an unasked message in a channel that is none of our business. */
  | { readonly kind: 'silence' };

const forAskers: ReadonlySet<Reply['kind']> = new Set([
  'report',
  'people',
  'trail',
  'alerts',
  'evidence',
  'full-text',
  'gaps',
  'draft',
] as const);

/** Whether only the person who asked may see a Reply: it is about people, or about that person's rights. */
export function isForAskerOnly(reply: Reply): boolean {
  if (reply.kind === 'notice') return reply.isForAskerOnly === true;
  if (reply.kind === 'diagnosis') return reply.report !== undefined;
  return forAskers.has(reply.kind);
}
