import { UserError } from '../model/errors.js';
import type { LookupId } from '../model/intent.js';
import type { Log } from '../model/log.js';
import { isAboutPerson, type LookupReport } from '../model/lookup.js';
import type { TrailEntry } from '../state/collections.js';
import type { Permission } from './permission.js';
import type { LookupRequest } from './question.js';
import { refused } from './replies.js';
import type { Reply } from './reply.js';
import { type ArticleNames, articlesOf } from './report-articles.js';
import { createShortMemory } from './short-memory.js';
import { keptName, type Trail } from './trail.js';

/** Asks the live tenants: `runLookup` with its context filled in. Rejects with `UserError` `bad-input` for no name. */
export type AskTenants = (lookup: LookupId, who: string | undefined) => Promise<LookupReport>;

/** Asks the workspace about its people. */
export interface People {
  /** Somebody's e-mail address, by Slack id; undefined when Slack does not tell. Never rejects. */
  emailOf(user: string): Promise<string | undefined>;
}

/** What lookups work with. */
export interface LookUpParts {
  readonly askTenants: AskTenants;
  readonly permission: Permission;
  readonly people: People;
  readonly trail: Trail;
  /** The articles by id, asked anew for each report. */
  readonly articles: () => ArticleNames;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** The one way from a question to the live tenants. Replies are for the asker alone unless they say otherwise. */
export interface LookUp {
  (request: LookupRequest): Promise<Reply>;
  /** The report that somebody wants everybody to see: the one they saw, or read anew when that is forgotten. */
  share(request: LookupRequest & { readonly report: string }): Promise<Reply>;
}

/** As long as somebody can be expected to press "Share". */
const reportMemory = { most: 100, ms: 30 * 60_000 };

/** Asks whose account, device or failure is meant. */
export function askWhose(id: LookupId): Reply {
  return refused(
    `Whose? Give an e-mail address, a login, a short name or a mention: \`${id} ann@acme.example\`. First and last names are not enough, as people share them.`,
  );
}

/** Opens the way to the live tenants: permission first, then the tenants, then the record, then the reply. */
export function createLookUp(parts: LookUpParts): LookUp {
  const { askTenants, permission, people, trail, now, log } = parts;
  const reports = createShortMemory<{ readonly report: LookupReport; readonly key: string }>(now, reportMemory);

  /** Nobody sees what is not on record: the record comes first. */
  function record({ lookup, who, place, asker }: LookupRequest, outcome: TrailEntry['outcome'], person?: string) {
    return trail.record({
      by: asker,
      lookup,
      channel: place.channel,
      outcome,
      ...(who === undefined || who === '' ? {} : { asked: keptName(who) }),
      ...(person === undefined ? {} : { person: keptName(person) }),
    });
  }

  function reply(report: LookupReport, request: LookupRequest): Reply {
    const { lookup, who } = request;
    if (report.choices !== undefined && report.choices.length > 0) {
      return { kind: 'people', lookup, question: report.summary, choices: report.choices };
    }
    return {
      kind: 'report',
      report,
      ...(who === undefined ? {} : { who }),
      reportId: reports.keep({ report, key: keyOf(request) }),
      articles: articlesOf(report, parts.articles()),
    };
  }

  async function nameOf({ lookup, who }: LookupRequest): Promise<{ name?: string } | { refusal: string }> {
    const mentioned = /^<@([UW][A-Z0-9]{2,20})(?:\|[^<>]*)?>$/.exec(who?.trim() ?? '')?.[1];
    if (mentioned === undefined) return who === undefined ? {} : { name: who };
    const email = await people.emailOf(mentioned);
    if (email !== undefined) return { name: email };
    return {
      refusal: `Slack does not tell me the e-mail address of that person. Give it, or the login: \`${lookup} ann@acme.example\`.`,
    };
  }

  async function look(request: LookupRequest): Promise<Reply> {
    const { lookup } = request;
    const named = await nameOf(request);
    if ('refusal' in named) {
      await record(request, 'refused');
      return forAsker(named.refusal);
    }
    let report: LookupReport;
    try {
      report = await askTenants(lookup, named.name);
    } catch (error) {
      const isRefusal = error instanceof UserError && error.code === 'bad-input';
      await record(request, isRefusal ? 'refused' : 'failed');
      if (!isRefusal) throw error;
      return forAsker(error.message);
    }
    const isSeveral = report.choices !== undefined && report.choices.length > 0;
    await record(request, isSeveral ? 'several' : report.status, isSeveral ? undefined : report.subject);
    log.debug('A lookup ran', {
      lookup,
      status: report.status,
      errors: report.errors.map(({ code }) => code),
    });
    return reply(report, request);
  }

  /** The refusal, on record; undefined when the asker may. */
  async function refusalFor(request: LookupRequest): Promise<Reply | undefined> {
    if (!isAboutPerson(request.lookup)) return undefined;
    const verdict = await permission.toLookUpPeople(request.asker, request.place.channel);
    if (verdict.isAllowed) return undefined;
    if (request.isUnasked !== true) await record(request, 'denied');
    return forAsker(verdict.refusal);
  }

  async function lookUp(request: LookupRequest): Promise<Reply> {
    const refusal = await refusalFor(request);
    if (refusal !== undefined) return refusal;
    const isNobody = (request.who ?? '').trim() === '';
    if (isNobody && isAboutPerson(request.lookup)) return askWhose(request.lookup);
    return look(request);
  }

  async function share(request: LookupRequest & { readonly report: string }): Promise<Reply> {
    const refusal = await refusalFor(request);
    if (refusal !== undefined) return refusal;
    const kept = reports.get(request.report);
    if (kept === undefined || kept.key !== keyOf(request)) {
      const again = await look(request);
      if (again.kind === 'report') await record(request, 'shared', again.report.subject);
      return again;
    }
    await record(request, 'shared', kept.report.subject);
    return reply(kept.report, request);
  }

  return Object.assign(lookUp, { share });
}

/** A report is shared only where, and as what, it was asked. */
function keyOf({ lookup, who = '', place }: LookupRequest): string {
  return JSON.stringify([lookup, who, place.channel]);
}

function forAsker(text: string): Reply {
  return { ...refused(text), isForAskerOnly: true };
}
