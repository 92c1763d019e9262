import { extractEntities } from '../understanding/entities.js';
import type { DiagnosisRequest } from './question.js';
import { type Knowledge, liveOf, nearestArticles, replyFor, suspectsOf } from './replies.js';
import type { Also, LiveRequest, Reply } from './reply.js';
import { isLogin, whomIn } from './whom.js';

/** What is to be proven, without who asks and where. */
export type ToProve = Pick<DiagnosisRequest, 'live' | 'isExplicit' | 'redactions'>;

/** What a text came to with no live system asked. Where it was not recognised nothing is remembered of it. */
export type Unproven =
  | ReturnType<typeof replyFor>
  | Omit<Extract<Reply, { readonly kind: 'unknown' }>, 'recordId' | 'tried'>;

/** What a line after `diagnose` asks for. */
export type LineToProve =
  | {
      readonly kind: 'live';
      readonly toProve: ToProve;
      /** False for a text of which nothing is known: then only the person is looked at. */
      readonly isRecognised: boolean;
      /** What else was recognised; left out where there is nothing else. */
      readonly also?: readonly Also[];
    }
  /** There is nothing that the live tenants could prove: this is all there is to say. */
  | { readonly kind: 'unproven'; readonly reply: Unproven };

/**
 * Reads a line after `diagnose`: an article asked for by its id, what a person's trouble is, or what a text means and
 * whom it names. `who` is the person where that was said apart from the text, which may then be empty. Pure.
 */
export function liveIn(line: string, { library, understand }: Knowledge, who?: string): LineToProve {
  const wanted = wantedIn(line, library);
  if (wanted !== undefined) {
    const toProve = who === undefined ? { live: wanted } : { live: { ...wanted, who }, isExplicit: true };
    return { kind: 'live', toProve: { ...toProve, redactions: [] }, isRecognised: true };
  }
  const understanding = understand(line, { surface: 'direct' });
  const { decision, intents, redactions, entities } = understanding;
  // An address alone means the person, whatever else it may remind of.
  const understood = decision === 'none' || isAddress(line) ? undefined : replyFor(understanding, library);
  // One word that is no error and leads to no article is a name: "jdoe".
  const isName =
    namesOne(line) && entities.errorCodes.length === 0 && (understood && liveOf(understood, library)) === undefined;
  const known = isName ? undefined : understood;
  const isRecognised = known !== undefined;
  const also = known?.also === undefined ? {} : { also: known.also };
  const person = who ?? (known === undefined ? nameAlone(line) : personAskedAbout(known, line));
  if (person !== undefined) {
    const articles = known === undefined ? [] : suspectsOf(known, library.articles).map(({ id }) => id);
    const live = (known && liveOf(known, library)) ?? { articles };
    return {
      kind: 'live',
      toProve: { live: { ...live, who: person }, isExplicit: true, redactions },
      isRecognised: isRecognised || line.trim() === '' || person === nameAlone(line),
      ...also,
    };
  }
  const reply = known ?? { kind: 'unknown' as const, nearest: nearestArticles(intents, library), redactions };
  const live = known && liveOf(known, library);
  if (live === undefined) return { kind: 'unproven', reply };
  return { kind: 'live', toProve: { live: withNamed(live, entities.users), redactions }, isRecognised, ...also };
}

/** The article whose id a line is, where the tenants can prove something of it. */
function wantedIn(line: string, library: Knowledge['library']): LiveRequest | undefined {
  const article = library.articles.get(line.trim().toLowerCase());
  return article === undefined ? undefined : liveOf({ kind: 'article', article }, library);
}

/** Whether a line is somebody's name and nothing else. */
function namesOne(line: string): boolean {
  const word = line.trim();
  return !/\s/.test(word) && (extractEntities(word).users.length === 1 || isLogin(word));
}

/** Whether a line is an e-mail address or DOMAIN\login and nothing else. */
function isAddress(line: string): boolean {
  const word = line.trim();
  return !/\s/.test(word) && extractEntities(word).users[0] === word;
}

function nameAlone(line: string): string | undefined {
  return namesOne(line) ? line.trim() : undefined;
}

/** Of whom it is asked what is wrong, where that is the question itself: "why can't ann@acme.example sign in?" */
function personAskedAbout(reply: Unproven, line: string): string | undefined {
  if (reply.kind !== 'lookup' || (reply.lookup !== 'check' && reply.lookup !== 'last-failure')) return undefined;
  const whom = whomIn(line, reply.users);
  return whom.kind === 'one' ? whom.name : undefined;
}

/** The one person that a text names comes in; of several nobody knows who is meant. */
function withNamed(live: LiveRequest, users: readonly string[]): LiveRequest {
  const [who] = users;
  return users.length === 1 && who !== undefined ? { ...live, who } : live;
}
