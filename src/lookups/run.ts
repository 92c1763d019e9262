import type { LookupStatus } from '../model/evidence.js';
import { isAboutPerson, type LookupReport } from '../model/lookup.js';
import { type Inquiry, startInquiry } from './inquiry.js';
import type { Lookup, LookupContext, LookupFindings, LookupParams } from './lookup.js';
import { readName } from './person/name.js';

/**
 * Runs a lookup: the door around all of them. A system that cannot be read is named in `errors`, and the rest is there
 * all the same. Rejects with `UserError` `bad-input` for a name that cannot be one, before anything is asked.
 */
export async function runLookup(lookup: Lookup, context: LookupContext, params: LookupParams): Promise<LookupReport> {
  if (isAboutPerson(lookup.id)) readName(params.who ?? '');
  const inquiry = startInquiry(context, lookup.needs);
  try {
    const { isFinding, sections = [], timeline = [], ...findings } = await lookup.run(inquiry, params);
    return {
      lookup: lookup.id,
      status: statusOf(isFinding, inquiry),
      ...findings,
      sections,
      timeline,
      // Copies: what is still under way (another system's answer that nobody waits for) must not change a report.
      evidence: [...inquiry.evidence],
      errors: [...inquiry.problems],
    };
  } finally {
    inquiry.end();
  }
}

/** A system that was never connected is no failure, unless nothing else could be read. */
function statusOf(isFinding: LookupFindings['isFinding'], inquiry: Inquiry): LookupStatus {
  if (!inquiry.hasRead()) return 'unreadable';
  // What an org's engine or edition does not have is an answer too.
  if (inquiry.problems.some(({ code }) => code !== 'not-configured' && code !== 'not-found')) return 'partial';
  return isFinding ? 'finding' : 'ok';
}
