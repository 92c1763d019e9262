import type { LinkOf } from '../diagnosis/index.js';
import type { Log } from '../model/log.js';
import type { Store } from '../state/store.js';
import { extractEntities } from '../understanding/entities.js';
import type { RunChecks } from './diagnose.js';
import type { Named } from './given/named.js';
import { lookUpInWords } from './in-words.js';
import { createLiveChecks, type LiveChecks } from './live-checks.js';
import { type AskTenants, createLookUp, type LookUp, type People } from './look-up.js';
import type { Memory } from './memory.js';
import { createPermission, type Groups, type LookupRights, type Permission } from './permission.js';
import type { DiagnosisRequest, LookupRequest, Place, Question } from './question.js';
import { byHandReply, type Knowledge, liveOf, refused } from './replies.js';
import type { LiveRequest, Reply } from './reply.js';
import { createTrail, type OtherEntries, type Trail } from './trail.js';
import { type Whom, whomIn } from './whom.js';

/** What it takes to ask the live tenants. */
export interface LiveParts {
  readonly askTenants: AskTenants;
  readonly runChecks: RunChecks;
  /** Where a step happens in the consoles of these tenants. */
  readonly linkOf?: LinkOf;
  readonly rights: LookupRights;
  readonly groups: Groups;
  readonly people: People;
  /** What was asked from a shell, which may have no access to the store. */
  readonly otherEntries?: OtherEntries;
}

/** The desk's way to the live tenants. Where none is connected, each method says so and what to do instead. */
export interface LiveDesk {
  readonly isConnected: boolean;
  /** Absent where none is connected. */
  readonly permission?: Permission;
  /** A lookup asked for by a command or a button; where none is connected how to look by hand. */
  lookUp(request: LookupRequest): Promise<Reply>;
  /** The lookup that a text asked for: about whom it names. */
  lookUpFor(byHand: Extract<Reply, { readonly kind: 'lookup' }>, text: string, question: Question): Promise<Reply>;
  /** The lookup asked for before, about the person named now. */
  lookUpAbout(lookup: LookupRequest['lookup'], whom: Whom, question: Question): Promise<Reply>;
  /** Whether people can be offered for a lookup: where tenants are connected and nobody but the asker reads along. */
  canOfferPeople(place: Place): boolean;
  /**
   * The Reply with what the tenants can prove of it. A person comes in only where nobody else reads along; elsewhere the
   * Reply knows that there is one, by the name that stands in what the asker typed and by no other.
   */
  withLive<R extends Reply>(reply: R, place: Place, named?: Named, typed?: string): R;
  share(request: LookupRequest & { readonly report: string }): Promise<Reply>;
  diagnose(request: DiagnosisRequest, onProgress?: (ended: number, all: number) => void): Promise<Reply>;
  explain(diagnosisId: string, asker: string): Reply;
  audit(): Promise<Reply>;
  /** Who looked up whom, for those who may read it. */
  trail(asker: string): Promise<Reply>;
}

/** What the way to the tenants needs of the desk. */
interface Surroundings {
  readonly memory: Memory;
  readonly store: Store;
  /** Asked anew for every question. */
  readonly current: () => Knowledge;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** As many as a message shows without being a wall. */
const shownEntries = 30;

/** Opens the way to the live tenants; without `live` there is none. */
export function openLiveDesk(live: LiveParts | undefined, surroundings: Surroundings): LiveDesk {
  return live === undefined ? unconnected(surroundings) : connected(live, surroundings);
}

/** The one person that is named comes in, for the articles that they are about; of several nobody knows who is meant. */
function withPerson(request: LiveRequest, { users, of }: Named): LiveRequest {
  const [who, ...others] = users;
  if (who === undefined || others.length > 0) return request;
  const whoFor = request.articles.filter((id) => of === undefined || of.includes(id));
  if (whoFor.length === 0) return request;
  return { ...request, who, ...(whoFor.length === request.articles.length ? {} : { whoFor }) };
}

/** The same where others read along: that there is a person, and no more of them than the asker typed. */
function withoutPerson(request: LiveRequest, named: Named, typed: string): LiveRequest {
  const { who } = withPerson(request, named);
  if (who === undefined) return request;
  const isTyped = typed.includes(who) && !who.startsWith('<');
  return { ...request, heldBack: isTyped ? who : '<e-mail address>' };
}

/** Whether nobody but the asker reads along: in a direct message, and below a command. */
function isPrivate({ channel, thread }: Place): boolean {
  return channel.startsWith('D') || thread.startsWith('command-');
}

function connected(live: LiveParts, { memory, store, current, now, log }: Surroundings): LiveDesk {
  const { askTenants, runChecks, linkOf, rights, groups, people, otherEntries: others } = live;
  const permission = createPermission(rights, groups, log);
  const trail: Trail = createTrail({ store, now, log, ...(others === undefined ? {} : { others }) });
  const articles = () => current().library.articles;
  const lookUp: LookUp = createLookUp({ askTenants, permission, people, trail, articles, now, log });
  const checks: LiveChecks = createLiveChecks({
    runChecks,
    linkOf,
    lookUp,
    current,
    lastAudit: () => memory.forgiving(async (kept) => (await kept.list('audits')).at(-1)?.value, undefined),
    keepAudit: (audit) => memory.forgiving((kept) => kept.put('audits', audit.at, audit), undefined),
    now,
  });
  return {
    isConnected: true,
    permission,
    lookUp,
    async lookUpFor(byHand, text, question) {
      const reply = await lookUpInWords(lookUp, byHand.lookup, whomIn(text, byHand.users), question);
      return reply.kind === 'report' || reply.kind === 'people' ? { ...reply, redactions: byHand.redactions } : reply;
    },
    lookUpAbout: (lookup, whom, question) => lookUpInWords(lookUp, lookup, whom, question),
    canOfferPeople: isPrivate,
    withLive(reply, place, named = { users: [] }, typed = '') {
      const request = liveOf(reply, current().library);
      if (request === undefined) return reply;
      return {
        ...reply,
        live: isPrivate(place) ? withPerson(request, named) : withoutPerson(request, named, typed),
      };
    },
    share: (request) => lookUp.share(request),
    diagnose: (request, onProgress) => checks.diagnose(request, onProgress),
    explain: (diagnosisId, asker) => checks.explain(diagnosisId, asker),
    audit: () => checks.audit(),
    async trail(asker) {
      const verdict = permission.toReadTrail(asker);
      if (!verdict.isAllowed) return { ...refused(verdict.refusal), isForAskerOnly: true };
      return { kind: 'trail', ...(await trail.newest(shownEntries)) };
    },
  };
}

function unconnected({ current }: Surroundings): LiveDesk {
  const byHand: LiveDesk['lookUp'] = async ({ lookup, who = '' }) =>
    byHandReply(lookup, current().library, extractEntities(who).users);
  return {
    isConnected: false,
    lookUp: byHand,
    lookUpFor: async (reply) => reply,
    lookUpAbout: (lookup, whom, { place, asker }) =>
      byHand({ lookup, place, asker, ...(whom.kind === 'one' ? { who: whom.name } : {}) }),
    canOfferPeople: () => false,
    withLive: (reply) => reply,
    share: async () => refused('No live system is connected any more, so I cannot share this.'),
    diagnose: async () => refused('No live system is connected any more, so nothing can be checked.'),
    explain: () => refused('No live system is connected any more.'),
    audit: async () => refused('No live system is connected, so there is nothing to audit.'),
    trail: async () => refused('No live system is connected, so there are no lookups on record.'),
  };
}
