import * as z from 'zod';
import { alertSchema, ruleIds } from './alert.js';
import { products } from './system.js';

const moment = z.number().int();

const cursorSchema = z
  .object({
    after: z.string().max(4_000).optional(),
    upTo: moment,
    recent: z.array(z.string().max(200)).max(10_000).readonly(),
  })
  .readonly();

/**
 * Everything the alerts remember, in one record: where each feed was read to, what the rules keep, and the alerts. One
 * record, so that no crash can leave a cursor that is ahead of the alerts that its events led to.
 */
export const alertingSchema = z
  .object({
    cursors: z.partialRecord(z.enum(products), cursorSchema),
    memories: z.partialRecord(z.enum(ruleIds), z.unknown()),
    /** When each rule looked last. */
    ranAt: z.partialRecord(z.enum(ruleIds), moment),
    alerts: z.array(alertSchema).max(1_000).readonly(),
    /** When a test was asked for last. */
    testedAt: moment.optional(),
    /** The last day that has a digest; `posting` until it is known to be in Slack. */
    digest: z
      .object({ day: z.string().max(10), posting: z.boolean(), at: moment })
      .readonly()
      .optional(),
  })
  .readonly();
export type Alerting = z.infer<typeof alertingSchema>;

/** Nothing remembered. */
export const nothingYet: Alerting = { cursors: {}, memories: {}, ranAt: {}, alerts: [] };
