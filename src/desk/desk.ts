import type { Log } from '../model/log.js';
import type { Understand, Understanding } from '../model/understanding.js';
import type { Store } from '../state/store.js';
import { extractEntities } from '../understanding/entities.js';
import { redact } from '../understanding/redact.js';
import { type CommandName, type Parsed, parseAsText, parseCommand } from './commands.js';
import { linkTo } from './find-articles.js';
import { lookUpInWords, namedAfterwards } from './in-words.js';
import { type AskTenants, createLookUp, type People } from './look-up.js';
import { createMemory } from './memory.js';
import { createPermission, type Groups, type LookupRights } from './permission.js';
import { type Desk, keyOf, type LookupRequest, type Place, type Question } from './question.js';
import {
  articleReply,
  byHandReply,
  done,
  type Knowledge,
  nearestArticles,
  neighboursOf,
  refused,
  replyFor,
  replyForIntents,
} from './replies.js';
import type { Reply } from './reply.js';
import { createTrail, type OtherEntries } from './trail.js';
import { whomIn } from './whom.js';

/** What the desk works with. `current` is asked anew for every question, since the library can be swapped while running. */
export interface DeskParts {
  readonly current: () => Knowledge;
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told when the store fails. */
  readonly log: Log;
  /** Absent when no live system is connected: then the Replies say where to look by hand. */
  readonly live?: LiveParts;
}

/** What it takes to ask the live tenants. */
export interface LiveParts {
  readonly askTenants: AskTenants;
  readonly rights: LookupRights;
  readonly groups: Groups;
  readonly people: People;
  /** What was asked from a shell, which may have no access to the store. */
  readonly otherEntries?: OtherEntries;
}

/** As many as a message shows without being a wall. */
const shownEntries = 30;

/** Opens the desk. See `Desk` for what each method promises. */
export function createDesk({ current, store, now, log, live }: DeskParts): Desk {
  const memory = createMemory(store, log);
  const at = () => new Date(now()).toISOString();
  const tenants = live === undefined ? undefined : openTenants(live);

  function openTenants({ askTenants, rights, groups, people, otherEntries: others }: LiveParts) {
    const permission = createPermission(rights, groups, log);
    const trail = createTrail({ store, now, log, ...(others === undefined ? {} : { others }) });
    const articles = () => current().library.articles;
    return { permission, trail, lookUp: createLookUp({ askTenants, permission, people, trail, articles, now, log }) };
  }

  async function ask(question: Question): Promise<Reply> {
    const { library, understand } = current();
    const { text, surface, place } = question;
    const earlier = await memory.thread(place);
    const named = namedAfterwards(text, earlier, library);
    if (tenants !== undefined && named !== undefined) {
      return lookUpInWords(tenants.lookUp, named.lookup, named.whom, question);
    }
    const understanding =
      earlier === undefined ? understand(text, { surface }) : refine(understand, earlier.text, question);
    if (understanding.decision === 'none') {
      if (surface === 'channel' || (earlier !== undefined && isCourtesy(text))) return { kind: 'silence' };
      return unknown(question, understanding);
    }
    const reply = replyFor(understanding, library);
    const isMeantForPeople = reply.kind === 'answer' || reply.kind === 'lookup' || earlier !== undefined;
    if (surface === 'channel' && !isMeantForPeople) return { kind: 'silence' };
    await remember(place, understanding);
    return reply.kind === 'lookup' ? lookUpOrByHand(reply, understanding.excerpt, question) : reply;
  }

  /** What the tenants say, where they are connected; else how to look by hand. */
  async function lookUpOrByHand(
    byHand: Extract<Reply, { readonly kind: 'lookup' }>,
    text: string,
    question: Question,
  ): Promise<Reply> {
    if (tenants === undefined) return byHand;
    const reply = await lookUpInWords(tenants.lookUp, byHand.lookup, whomIn(text, byHand.users), question);
    return reply.kind === 'report' || reply.kind === 'people' ? { ...reply, redactions: byHand.redactions } : reply;
  }

  /** A lookup asked for by a command or a button. */
  async function lookUp(request: LookupRequest): Promise<Reply> {
    if (tenants !== undefined) return tenants.lookUp(request);
    return byHandReply(request.lookup, current().library, extractEntities(request.who ?? '').users);
  }

  async function trail({ asker }: Question): Promise<Reply> {
    if (tenants === undefined) return refused('No live system is connected, so there are no lookups on record.');
    const verdict = tenants.permission.toReadTrail(asker);
    if (!verdict.isAllowed) return { ...refused(verdict.refusal), isForAskerOnly: true };
    return { kind: 'trail', ...(await tenants.trail.newest(shownEntries)) };
  }

  async function remember(place: Place, understanding: Understanding): Promise<void> {
    const { excerpt, decision, intents } = understanding;
    const record = { text: excerpt, decision, intents: intents.map(({ id }) => id), at: at() };
    await memory.rememberThread(place, record);
  }

  /** Keeps a question that nobody could answer; gives the id to hand it over by. */
  async function record(place: Place, by: string, text: string, nearest: readonly string[]): Promise<string> {
    const recordId = `${keyOf(place)}:${now()}`;
    const question = { text, place: keyOf(place), by, at: at(), nearest, handedOver: false };
    await memory.forgiving((kept) => kept.put('unanswered', recordId, question), undefined);
    return recordId;
  }

  async function unknown({ place, asker }: Question, understanding: Understanding): Promise<Reply> {
    const nearest = nearestArticles(understanding.intents, current().library);
    const ids = nearest.map(({ articleId }) => articleId);
    const recordId = await record(place, asker, understanding.excerpt, ids);
    return { kind: 'unknown', nearest, recordId, redactions: understanding.redactions };
  }

  async function run(name: CommandName, rest: string, question: Question): Promise<Reply> {
    const { channel } = question.place;
    switch (name) {
      case 'help':
        return { kind: 'help' };
      case 'fix':
        if (rest === '') return refused('Paste the error text or describe the problem after `fix`.');
        return ask({ ...question, text: rest, surface: 'direct' });
      case 'article':
        return articleReply(rest, current());
      case 'check':
      case 'last-failure':
      case 'devices':
        return lookUp({ lookup: name, who: personIn(rest), place: question.place, asker: question.asker });
      case 'token':
      case 'idp':
        if (rest !== '') return refused(`\`${name}\` stands alone. For an error text: \`fix\` and the text.`);
        return lookUp({ lookup: name, place: question.place, asker: question.asker });
      case 'trail':
        return trail(question);
      case 'watch':
        if (channel.startsWith('D'))
          return refused('In a direct message I read everything anyway; use `watch` in a channel.');
        await store.put('watched-channels', channel, { channel, by: question.asker, since: at() });
        return done(
          'I now read every message of this channel and answer the problems I am sure of. `unwatch` stops it.',
        );
      case 'unwatch':
        return (await store.delete('watched-channels', channel))
          ? done('I no longer read this channel. A mention still reaches me.')
          : refused('I was not reading this channel. `watch` starts it.');
    }
  }

  return {
    firstTime: (eventKey) => memory.claimEvent(eventKey),
    ask,
    async command(question, { asText }) {
      const parsed: Parsed | undefined = asText ? parseAsText(question.text) : parseCommand(question.text);
      if (parsed === undefined) return ask({ ...question, surface: 'direct' });
      if (parsed.ok) return warned(await run(parsed.name, parsed.rest, question), question.text);
      const meant = parsed.suggestion === undefined ? '' : ` Did you mean \`${parsed.suggestion}\`?`;
      const text = `There is no command “${redact(parsed.typed).text}”.${meant} \`help\` shows all commands; \`fix\` and a text finds a fix.`;
      return warned(refused(text), question.text);
    },
    lookUp,
    async shareReport(request) {
      if (tenants === undefined) return refused('No live system is connected any more, so I cannot share this.');
      return tenants.lookUp.share(request);
    },
    async choose(place, intentId, by) {
      const { library } = current();
      const intent = library.intents.get(intentId);
      if (intent === undefined)
        return refused('That choice no longer exists; the knowledge has changed since. Ask again.');
      const earlier = await memory.thread(place);
      const text = earlier?.text ?? '';
      await memory.rememberThread(place, { text, decision: 'answer', intents: [intentId], at: at() });
      const { users } = extractEntities(text);
      const chosen = [{ id: intentId, confidence: 1, evidence: ['chosen by you'] }];
      const reply = replyForIntents(chosen, library, [], users);
      return reply.kind === 'lookup'
        ? lookUpOrByHand(reply, text, { text, surface: 'direct', place, asker: by })
        : reply;
    },
    async feedback({ place, articleId, articleVersion, solved, by }) {
      const key = `${keyOf(place)}:${articleId}`;
      const given = { articleId, articleVersion, solved, by, place: keyOf(place), at: at() };
      await memory.forgiving((kept) => kept.put('feedback', key, given), undefined);
      if (solved) return done('Glad it is solved.');
      const { library } = current();
      const tried = library.articles.get(articleId);
      const earlier = await memory.thread(place);
      const nearest = neighboursOf(articleId, earlier?.intents ?? [], library);
      const ids = [articleId, ...nearest.map((link) => link.articleId)];
      const recordId = await record(place, by, earlier?.text ?? '', ids);
      return {
        kind: 'unknown',
        ...(tried === undefined ? {} : { tried: linkTo(tried) }),
        nearest,
        recordId,
        redactions: [],
      };
    },
    async handOver(place, recordId, by) {
      const kept = await memory.forgiving(() => store.get('unanswered', recordId), undefined);
      if (kept === undefined || kept.place !== keyOf(place)) {
        return { reply: refused('I no longer have that question. Ask again in a new message.'), excerpt: '' };
      }
      // Two people can press at the same moment.
      if (kept.handedOver || !(await memory.claimHandOver(recordId))) {
        return { reply: refused('This was handed over already.'), excerpt: '' };
      }
      await memory.forgiving(() => store.put('unanswered', recordId, { ...kept, handedOver: true, by }), undefined);
      return { reply: done('Handed over: a colleague takes it from here.'), excerpt: kept.text };
    },
    isWatched: (channel) =>
      memory.forgiving(async () => (await store.get('watched-channels', channel)) !== undefined, false),
    knowsThread: async (place) => (await memory.thread(place)) !== undefined,
  };
}

/** What follows a command: the one person named in it, or all of it, to be judged as a name. */
function personIn(rest: string): string {
  const { users } = extractEntities(rest);
  const [only] = users;
  return users.length === 1 && only !== undefined && /\s/.test(rest) ? only : rest;
}

/**
 * A follow-up in a thread: a new problem stands for itself; otherwise what it adds ("it's an unmanaged iPad") is read
 * together with what was said before. One that adds nothing decides nothing.
 */
function refine(understand: Understand, earlierText: string, { text, surface }: Question): Understanding {
  const alone = understand(text, { surface });
  const isNewProblem = alone.decision === 'answer' && alone.intents.some(({ confidence }) => confidence >= 0.9);
  if (isNewProblem) return alone;
  if (alone.facts.length === 0 && alone.entities.errorCodes.length === 0 && alone.decision === 'none') return alone;
  // The excerpt has all that was understood of the text, however long that was; what was taken out of it is known.
  const again = understand(alone.excerpt, { surface: 'direct', context: earlierText });
  const together = { ...again, redactions: alone.redactions };
  const namesNewError = alone.entities.errorCodes.some((code) => !earlierText.includes(code));
  const isAboutIt = together.intents.some(({ id }) => alone.intents.some((intent) => intent.id === id));
  // Another error that leaves its cause open must not bring the fix of the earlier one again.
  return namesNewError && alone.decision === 'ask' && !isAboutIt ? alone : together;
}

/** Thanks and the like need no answer. */
function isCourtesy(text: string): boolean {
  return (
    text.length < 60 &&
    /^\W*(?:thanks|thank you|thx|ty|cheers|ok|okay|great|perfect|super|nice|cool|works|solved)\b/i.test(text)
  );
}

/** The Reply to a command, with the secrets that stood in its line; what was understood as a text says so itself. */
function warned(reply: Reply, line: string): Reply {
  const { redactions } = redact(line);
  return reply.redactions !== undefined || redactions.length === 0 ? reply : { ...reply, redactions };
}
