import * as z from 'zod';
import { alertingSchema } from '../model/alerting.js';

/** ISO 8601 in UTC, as `Date.toISOString()` writes it. */
const instant = z.iso.datetime();
const id = z.string().min(1).max(200);
/** Redacted text. An excerpt has at most 2,000 characters; the rest is room for a follow-up joined to it. */
const text = z.string().max(10_000);

/** A channel in which the bot reads every message. */
const watchedChannelSchema = z
  .object({
    channel: id,
    by: id,
    since: instant,
  })
  .readonly();

/** What was understood last in one thread, so that a follow-up can refine it. */
const threadRecordSchema = z
  .object({
    /** Redacted text the understanding rests on. */
    text,
    decision: z.enum(['answer', 'ask', 'none']),
    /** Intent ids, best first. */
    intents: z.array(id).readonly(),
    /** Ids of the articles that did not help. */
    tried: z.array(id).readonly().optional(),
    /** The intent that a person chose when the bot asked. */
    chosen: id.optional(),
    at: instant,
  })
  .readonly();
export type ThreadRecord = z.infer<typeof threadRecordSchema>;

/** "Solved" or "Not solved" pressed under an answer. */
const feedbackSchema = z
  .object({
    articleId: id,
    articleVersion: z.int(),
    solved: z.boolean(),
    by: id,
    /** Channel and thread it was given in. */
    place: id,
    at: instant,
  })
  .readonly();
export type Feedback = z.infer<typeof feedbackSchema>;

/** A question nobody could answer, or whose answer did not help: kept so that the knowledge can grow. */
const unansweredQuestionSchema = z
  .object({
    /** Redacted text. */
    text,
    place: id,
    by: id,
    at: instant,
    nearest: z.array(id).readonly(),
    /** Ids of the articles that did not help. */
    tried: z.array(id).readonly().optional(),
    handedOver: z.boolean(),
  })
  .readonly();

/** A question and the article that turned out to be right for it: proposed as an example, for a person to review. */
const proposalSchema = z
  .object({
    /** Redacted text. */
    text,
    articleId: id,
    /** What went wrong before: nothing was recognised, another article did not help, the bot had to ask. */
    because: z.enum(['unknown', 'not-solved', 'asked']),
    place: id,
    by: id,
    at: instant,
  })
  .readonly();
export type Proposal = z.infer<typeof proposalSchema>;

/** Questions that somebody called no gap: they stay away until somebody else asks like that. */
const notAGapSchema = z
  .object({
    /** Redacted text of the most telling question. */
    text,
    /** Who had asked by then. */
    askers: z.array(id).readonly(),
    by: id,
    at: instant,
  })
  .readonly();

/** How a lookup ended: as its report says, or why there is none. */
export const trailOutcomes = [
  'ok',
  'finding',
  'partial',
  'unreadable',
  /** Several people fit: nothing was looked up. */
  'several',
  'denied',
  /** What was typed cannot be a user. */
  'refused',
  /** The program failed. */
  'failed',
  /** Its report was shown to everybody in the channel. */
  'shared',
] as const;

/** One lookup that somebody asked for: the record of who asked about whom. */
export const trailEntrySchema = z
  .object({
    /** Slack user id, or the shell's user name. */
    by: id,
    lookup: id,
    /** The person, as typed; redacted. Absent when the lookup is about no person. */
    asked: z.string().max(300).optional(),
    /** The person, as the systems name them. */
    person: z.string().max(300).optional(),
    /** Slack channel id, or `cli`. */
    channel: id,
    at: instant,
    outcome: z.enum(trailOutcomes),
  })
  .readonly();
export type TrailEntry = z.infer<typeof trailEntrySchema>;

/** An article that somebody got as the answer. */
const askedForSchema = z
  .object({
    articleId: id,
    by: id,
    at: instant,
  })
  .readonly();

/** How one audit of the set-up ended, to compare the next one with. */
const auditSchema = z
  .object({
    at: instant,
    results: z.array(z.object({ check: id, outcome: z.enum(['pass', 'fail', 'unknown']) }).readonly()).readonly(),
  })
  .readonly();

/**
 * The collections: what each holds, and how many records at most. Beyond that the records written longest ago go, so
 * that the state cannot grow without end. A new kind of record is one line here.
 */
export const collections = {
  'watched-channels': { schema: watchedChannelSchema, most: 10_000 },
  threads: { schema: threadRecordSchema, most: 5_000 },
  feedback: { schema: feedbackSchema, most: 10_000 },
  unanswered: { schema: unansweredQuestionSchema, most: 2_000 },
  proposals: { schema: proposalSchema, most: 1_000 },
  'not-gaps': { schema: notAGapSchema, most: 500 },
  trail: { schema: trailEntrySchema, most: 5_000 },
  'asked-for': { schema: askedForSchema, most: 5_000 },
  audits: { schema: auditSchema, most: 100 },
  alerting: { schema: alertingSchema, most: 1 },
} as const;

/** What each collection holds, by its name. */
export type Collections = {
  readonly [Name in keyof typeof collections]: z.infer<(typeof collections)[Name]['schema']>;
};
export type CollectionName = keyof Collections;

/** The collections' names, in the order they are kept. */
export const collectionNames = Object.keys(collections) as CollectionName[];

/** Claims at most; beyond that the oldest go. Ten minutes of a very busy workspace are a few hundred. */
export const mostClaims = 20_000;

/** Characters in a key at most: ids of channels, threads and events are far below. */
export const longestKey = 500;
