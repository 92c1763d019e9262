import type { Alerts } from '../model/alert.js';
import type { Log } from '../model/log.js';
import type { ReadPicture } from '../model/picture.js';
import type { Reading } from '../model/reading.js';
import type { Understanding } from '../model/understanding.js';
import type { Store, ThreadRecord } from '../state/store.js';
import { extractEntities } from '../understanding/entities.js';
import { redact } from '../understanding/redact.js';
import { createAlertDesk } from './alerts.js';
import { createAskedFor } from './asked-for.js';
import { type CommandName, type Parsed, parseAsText, parseCommand, parseUnaddressed } from './commands.js';
import { beginsWithCourtesy, courtesyIn, courtesyReply } from './courtesy.js';
import { namesArticle } from './find-articles.js';
import { createGapDesk } from './gap-desk.js';
import { aboutFiles, notRead } from './given/about-files.js';
import { createFullTexts } from './given/full-texts.js';
import { type Given, givenOf, isAllWell, isLogsAlone, isUnread, readingsOf, sourcesOf } from './given/given.js';
import { allWell, withLogs } from './given/log-words.js';
import { namedIn, peopleInLogs } from './given/named.js';
import { quoted } from './given/quotes.js';
import { readFiles } from './given/read-files.js';
import { namedAfterwards } from './in-words.js';
import { type LiveParts, openLiveDesk } from './live-desk.js';
import { liveIn } from './live-in.js';
import { createMemory } from './memory.js';
import { articleInHand, saysNotSolved } from './outcome.js';
import type { LookupRights } from './permission.js';
import { createProposals } from './proposals.js';
import { type Desk, keyOf, type Place, type Question } from './question.js';
import { narrows, refine, repeats } from './refine.js';
import { articleReply, done, type Knowledge, refused, replyFor, replyForIntents } from './replies.js';
import type { Reply } from './reply.js';
import { besideTrace, isErrorKnown, traceIn, traceLine, traceReply, withSecretsOf, withTrace } from './trace.js';
import { createUnanswered } from './unanswered.js';

/** What the desk works with. `current` is asked anew for every question, since the library can be swapped while running. */
export interface DeskParts {
  readonly current: () => Knowledge;
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told when the store fails. */
  readonly log: Log;
  /** Absent where pictures cannot be read. */
  readonly readPicture?: ReadPicture;
  /** Absent when no live system is connected: then the Replies say where to look by hand. */
  readonly live?: LiveParts;
  /** Absent when no channel is told of alerts. */
  readonly alerts?: Alerts;
  /** Who may read the gaps; nobody when it is absent. */
  readonly rights?: LookupRights;
  /** How a person calls the command line on this data folder; by its bare name if left out. */
  readonly shellCall?: string;
}

const proposed = 'The question is proposed as an example of this article; a person reviews it.';

/** Opens the desk. See `Desk` for what each method promises. */
export function createDesk({
  current,
  store,
  now,
  log,
  readPicture,
  live,
  alerts,
  rights,
  shellCall,
}: DeskParts): Desk {
  const memory = createMemory(store, log);
  const at = () => new Date(now()).toISOString();
  const tenants = openLiveDesk(live, { memory, store, current, now, log });
  const alertDesk = createAlertDesk(alerts, tenants.permission);
  // Only alerts look at it: without them no answer waits for one more write.
  const noteAsked = alerts === undefined ? async () => {} : createAskedFor(memory, now);
  const fullTexts = createFullTexts(now);
  const unanswered = createUnanswered({ memory, library: () => current().library, now });
  const proposals = createProposals({ memory, library: () => current().library, now });
  const gapDesk = createGapDesk({ store, current, now, shellCall, ...(rights === undefined ? {} : { rights }) });

  async function ask(question: Question): Promise<Reply> {
    const { files = [], text } = question;
    const read = files.length === 0 ? [] : await readFiles(files, { readPicture, log });
    const given = givenOf(text, read, current().understand);
    const reply = await askGiven(question, given);
    const isComplete = reply.kind === 'silence' || reply.kind === 'trace' || reply.read !== undefined;
    return withPeople(isComplete ? reply : withRead(reply, readingsOf(given), given), given, question.place);
  }

  /** Offers those whom the failures of a log are about, but for the one who is looked up anyway. */
  function withPeople(reply: Reply, given: Given, place: Place): Reply {
    if (reply.read === undefined || !tenants.canOfferPeople(place)) return reply;
    const people = peopleInLogs(given, 'live' in reply ? reply.live?.who : undefined);
    return people.length === 0 ? reply : { ...reply, read: { ...reply.read, people } };
  }

  /** Names what was read in files. What of a file is quoted depends on what was understood, so that comes with the Reply. */
  function withRead<R extends Reply>(reply: R, readings: readonly Reading[], { parts }: Given): R {
    if (readings.length === 0) return reply;
    const texts = parts.flatMap(({ shown }) => shown ?? []);
    const id = texts.length === 0 ? {} : { id: fullTexts.keep(texts) };
    return { ...reply, read: { readings, ...id } };
  }

  async function askGiven(question: Question, given: Given): Promise<Reply> {
    const { library, understand } = current();
    const { surface, place } = question;
    const { text } = given;
    const earlier = await memory.thread(place);
    const isUnasked = surface === 'channel';
    if (text.trim() === '' && question.files !== undefined && isUnread(given))
      return isUnasked ? { kind: 'silence' } : notRead(given);
    const typed = isUnasked && earlier !== undefined ? commandIn(text) : undefined;
    if (typed !== undefined) return warned(await run(typed.name, typed.rest, question), text);
    const courtesy = courtesyIn(text);
    if (courtesy !== undefined)
      return isUnasked || earlier !== undefined ? { kind: 'silence' } : courtesyReply(courtesy);
    if (saysNotSolved(text)) {
      const inVain = earlier === undefined ? undefined : articleInHand(earlier, library);
      if (inVain !== undefined) {
        const { id: articleId, version: articleVersion } = inVain;
        return feedback({ place, articleId, articleVersion, solved: false, by: question.asker });
      }
      if (isUnasked) return { kind: 'silence' };
      const before = earlier?.tried?.at(-1);
      if (before !== undefined) return unanswered.notSolved(place, before, question.asker);
    }
    const named = namedAfterwards(text, earlier, library);
    if (tenants.isConnected && named !== undefined) return tenants.lookUpAbout(named.lookup, named.whom, question);
    const trace = isUnasked && earlier === undefined ? undefined : traceIn(sourcesOf(given), now());
    const understood =
      earlier === undefined ? understand(text, { surface }) : refine(understand, earlier.text, { text, surface });
    const understanding = withLogs(understood, given.logs, { isAlone: isLogsAlone(given) });
    if (trace !== undefined && (trace.trace.status === 'finding' || !isErrorKnown(understanding))) {
      // The card says what the messages say; what else was read of their file would only repeat it.
      const others = { ...given, parts: given.parts.filter((_, index) => trace.holds[index] !== true) };
      const beside = besideTrace(understanding, others.parts, understand);
      await (understanding.decision === 'answer' ? remember(place, understanding, earlier) : ownThread(place));
      return withRead(traceReply(trace.trace, library, beside), quoted(others, understanding), others);
    }
    const readings = withTrace(quoted(given, understanding), trace, given.parts);
    // "What is this?" beside a file asks about the file.
    const isAboutFile = question.files !== undefined && understanding.intents[0]?.id === 'help';
    if (understanding.decision === 'none' || isAboutFile) {
      if (isUnasked || (earlier !== undefined && beginsWithCourtesy(text))) return { kind: 'silence' };
      if (question.files !== undefined && isUnread(given)) return notRead(given);
      if (isAllWell(given)) return withRead(allWell, readings, given);
      return withRead(await unanswered.unknown(question, understanding), readings, given);
    }
    const secrets = withSecretsOf(trace, understanding.redactions);
    const answer = replyFor({ ...understanding, redactions: secrets }, library);
    if (isUnasked && !isWorthSaying(answer, understanding, earlier)) return { kind: 'silence' };
    // Only now: what was read of an overheard file is not kept when nothing is said.
    const reply = withRead(answer, readings, given);
    await Promise.all([remember(place, understanding, earlier), noteAsked(reply, question.asker)]);
    return reply.kind === 'lookup'
      ? tenants.lookUpFor(reply, understanding.excerpt, question)
      : tenants.withLive(reply, place, namedIn(given, understanding, understand), question.text);
  }

  /** "Solved" or "Not solved", pressed or said. */
  async function feedback({
    place,
    articleId,
    articleVersion,
    solved,
    by,
  }: Parameters<Desk['feedback']>[0]): Promise<Reply> {
    const key = `${keyOf(place)}:${articleId}`;
    const given = { articleId, articleVersion, solved, by, place: keyOf(place), at: at() };
    await memory.forgiving((kept) => kept.put('feedback', key, given), undefined);
    if (!solved) {
      await proposals.withdraw(place, articleId);
      return unanswered.notSolved(place, articleId, by);
    }
    const isProposed = await proposals.propose(place, articleId, by);
    return done(`Glad it is solved.${isProposed ? ` ${proposed}` : ''}`);
  }

  /** `diagnose`: a person, or a text that is understood first. */
  async function diagnoseLine(rest: string, question: Question): Promise<Reply> {
    if (!tenants.isConnected)
      return refused('No live system is connected, so nothing can be proven. `fix` and the text finds the fix.');
    if (rest === '')
      return refused('Paste the error text after `diagnose`, or name a person: `diagnose ann@acme.example`.');
    const line = liveIn(rest, current());
    if (line.kind === 'unproven') return ask({ ...question, text: rest, surface: 'direct' });
    const { place, asker } = question;
    await ownThread(place);
    const reply = await tenants.diagnose({ ...line.toProve, place, asker });
    return line.also === undefined || reply.kind !== 'diagnosis' ? reply : { ...reply, also: line.also };
  }

  async function remember(
    place: Place,
    { excerpt, decision, intents }: Understanding,
    earlier: ThreadRecord | undefined,
  ): Promise<void> {
    const record = { text: excerpt, decision, intents: intents.map(({ id }) => id), at: at() };
    await memory.rememberThread(place, { ...record, ...triedIn(earlier) });
  }

  /** A thread in which an article was shown is one of ours, though nothing was understood there yet. */
  async function ownThread(place: Place): Promise<void> {
    if ((await memory.thread(place)) !== undefined) return;
    await memory.rememberThread(place, { text: '', decision: 'none', intents: [], at: at() });
  }

  async function showArticle(words: string, place: Place): Promise<Reply> {
    const reply = articleReply(words, current());
    if (reply.kind !== 'notice') await ownThread(place);
    const isSought = reply.kind === 'article' && (await proposals.isSought(place, reply.article.id));
    return tenants.withLive(isSought ? { ...reply, isSought } : reply, place);
  }

  /** What somebody typed in one of our threads without addressing the bot, when it is a command. */
  function commandIn(text: string): Extract<Parsed, { ok: true }> | undefined {
    const { library, understand } = current();
    const parsed = parseUnaddressed(text, {
      isArticle: (words) => namesArticle(words, library.articles),
      isProblem: (problem) => {
        const { decision, entities } = understand(problem, { surface: 'channel' });
        return decision === 'answer' || entities.errorCodes.length > 0;
      },
    });
    return parsed?.ok === true ? parsed : undefined;
  }

  async function run(name: CommandName, words: string, question: Question): Promise<Reply> {
    const { channel } = question.place;
    // What is understood as a text loses its secrets there, and is whole until then; nobody is called by a secret.
    const rest = name === 'fix' || name === 'diagnose' || name === 'trace' ? words : redact(words).text;
    switch (name) {
      case 'help':
        return { kind: 'help' };
      case 'fix':
        if (rest === '') return refused('Paste the error text or describe the problem after `fix`.');
        return ask({ ...question, text: rest, surface: 'direct' });
      case 'diagnose':
        return diagnoseLine(rest, question);
      case 'audit':
        if (rest !== '') return refused('`audit` stands alone.');
        return tenants.audit();
      case 'trace':
        return traceLine(rest, current().library, now());
      case 'article':
        return showArticle(rest, question.place);
      case 'check':
      case 'last-failure':
      case 'devices':
        return tenants.lookUp({ lookup: name, who: personIn(rest), place: question.place, asker: question.asker });
      case 'token':
      case 'idp':
        if (rest !== '') return refused(`\`${name}\` stands alone. For an error text: \`fix\` and the text.`);
        return tenants.lookUp({ lookup: name, place: question.place, asker: question.asker });
      case 'alerts':
        return alertDesk.run(rest, question);
      case 'trail':
        return tenants.trail(question.asker);
      case 'gaps':
        return rest === '' ? gapDesk.list(question.asker) : refused('`gaps` stands alone.');
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
      const withFiles = aboutFiles(question);
      if (withFiles !== undefined) return ask(withFiles);
      const parsed: Parsed | undefined = asText ? parseAsText(question.text) : parseCommand(question.text);
      if (parsed === undefined) return ask({ ...question, surface: 'direct' });
      if (parsed.ok) return warned(await run(parsed.name, parsed.rest, question), question.text);
      const meant = parsed.suggestion === undefined ? '' : ` Did you mean \`${parsed.suggestion}\`?`;
      // The word is cut, so that a secret would not be recognised in it: a line with one is not repeated at all.
      const isSafe = redact(question.text).redactions.length === 0;
      const text = `There is no ${isSafe ? `command “${parsed.typed}”` : 'such command'}.${meant} \`help\` shows all commands; \`fix\` and a text finds a fix.`;
      return warned(refused(text), question.text);
    },
    lookUp: tenants.lookUp,
    shareReport: tenants.share,
    diagnose: tenants.diagnose,
    explain: tenants.explain,
    fullText: fullTexts.show,
    actOnAlert: alertDesk.act,
    async choose(place, intentId, by) {
      const { library } = current();
      const intent = library.intents.get(intentId);
      if (intent === undefined)
        return refused('That choice no longer exists; the knowledge has changed since. Ask again.');
      const earlier = await memory.thread(place);
      const text = earlier?.text ?? '';
      const record = { text, decision: 'answer' as const, intents: [intentId], chosen: intentId, at: at() };
      await memory.rememberThread(place, { ...record, ...triedIn(earlier) });
      const { users } = extractEntities(text);
      const chosen = [{ id: intentId, confidence: 1, evidence: ['chosen by you'] }];
      const reply = replyForIntents(chosen, library, [], users);
      await noteAsked(reply, by);
      return reply.kind === 'lookup'
        ? tenants.lookUpFor(reply, text, { text, surface: 'direct', place, asker: by })
        : tenants.withLive(reply, place, { users });
    },
    feedback,
    async confirmArticle({ place, articleId, by }) {
      return (await proposals.propose(place, articleId, by))
        ? done(proposed)
        : refused('There is no question here that it could become an example of, or it is known already.');
    },
    actOnGap: gapDesk.act,
    handOver: unanswered.handOver,
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

/** Whether people who did not ask want to read this: an answer, or a question that helps on; and nothing twice. */
function isWorthSaying(reply: Reply, understanding: Understanding, earlier: ThreadRecord | undefined): boolean {
  // The same lookup may be about somebody else.
  if (reply.kind === 'lookup') return true;
  if (earlier !== undefined && repeats(understanding, earlier)) return false;
  if (reply.kind === 'question') return earlier !== undefined && narrows(understanding, earlier);
  return reply.kind === 'answer' || earlier !== undefined;
}

/** What was tried in a thread stays known when more is understood there. */
function triedIn(earlier: ThreadRecord | undefined): Pick<ThreadRecord, 'tried'> {
  return earlier?.tried === undefined ? {} : { tried: earlier.tried };
}

/** The Reply to a command, with the secrets that stood in its line; what was understood as a text says so itself. */
function warned(reply: Reply, line: string): Reply {
  const { redactions } = redact(line);
  return reply.redactions !== undefined || redactions.length === 0 ? reply : { ...reply, redactions };
}
