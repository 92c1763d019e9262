import type { Library } from '../knowledge/library.js';
import type { Article } from '../model/article.js';
import type { LookupId } from '../model/intent.js';
import type { RankedIntent, Understand, Understanding } from '../model/understanding.js';
import { redact } from '../understanding/redact.js';
import { findArticles, linkTo } from './find-articles.js';
import type { Also, ArticleAnswer, ArticleLink, Choice, LiveRequest, Reply } from './reply.js';

/** Articles and intents, and the understanding made from them; always of one and the same load. */
export interface Knowledge {
  readonly library: Library;
  readonly understand: Understand;
}

/** A Reply of one of these kinds. */
type ReplyOf<Kind extends Reply['kind']> = Extract<Reply, { readonly kind: Kind }>;

/** Several errors in one paste: more fixes than this help nobody. */
const mostAnswers = 3;

/** The Reply to a text whose decision is `answer` or `ask`. Pure, as everything here. */
export function replyFor(
  { decision, intents, open, question, redactions, entities, facts }: Understanding,
  library: Library,
): ReplyOf<'question' | 'answer' | 'lookup' | 'help'> {
  if (decision === 'ask') {
    const choices = intents.flatMap(({ id }) => choiceOf(id, library) ?? []);
    const also = alsoOf(open ?? [], library);
    return {
      kind: 'question',
      question: question ?? 'Which of these is it?',
      choices,
      evidence: recognised(intents, facts),
      redactions,
      ...(also.length === 0 ? {} : { also }),
    };
  }
  return replyForIntents(intents, library, redactions, entities.users, open);
}

/** An intent as a choice of a question. The intent that leads to an article has its id. */
export function choiceOf(intentId: string, { intents }: Library): Choice | undefined {
  const intent = intents.get(intentId);
  if (intent === undefined) return undefined;
  const { choice, title, leadsTo } = intent;
  const elsewhere = typeof leadsTo === 'object' && 'lookup' in leadsTo ? leadsTo.lookup : leadsTo;
  return {
    intentId,
    label: choice ?? title,
    ...(typeof elsewhere === 'string' && elsewhere !== 'nothing' ? { leadsTo: elsewhere } : {}),
  };
}

/**
 * What a question rests on: what speaks for every choice alike, else what the text says. What speaks for one of them
 * would read as if that were the answer.
 */
function recognised(choices: readonly RankedIntent[], facts: Understanding['facts']): readonly string[] {
  const [first, ...others] = choices;
  const shared = (first?.evidence ?? []).filter((line) => others.every(({ evidence }) => evidence.includes(line)));
  if (shared.length > 0 || facts.length === 0) return shared;
  return [`the text speaks of ${facts.map((fact) => fact.replaceAll('-', ' ')).join(', ')}`];
}

/** What else was recognised: a list of intents for each, several where nothing decides between them. */
export function alsoOf(recognised: readonly (readonly string[])[], library: Library): readonly Also[] {
  return recognised
    .map((ids) => ({ articles: ids.flatMap((id) => labelled(id, library)) }))
    .filter(({ articles }) => articles.length > 0);
}

/** Of the intent that leads to an article the choice is the shortest name of it. */
function labelled(intentId: string, library: Library): readonly ArticleLink[] {
  const article = articleOf(intentId, library);
  const label = library.intents.get(intentId)?.choice;
  return article === undefined ? [] : [{ ...linkTo(article), ...(label === undefined ? {} : { label }) }];
}

/** The Reply once it is settled what is meant: articles, or where to look, or help. */
export function replyForIntents(
  ranked: readonly RankedIntent[],
  library: Library,
  redactions: Understanding['redactions'],
  users: readonly string[],
  open: Understanding['open'] = [],
): ReplyOf<'answer' | 'lookup' | 'help'> {
  const answers = ranked.flatMap((match): ArticleAnswer[] => {
    const article = articleOf(match.id, library);
    return article === undefined ? [] : [{ article, match }];
  });
  if (answers.length > 0) {
    const also = alsoOf([...answers.slice(mostAnswers).map(({ match }) => [match.id]), ...open], library);
    return {
      kind: 'answer',
      answers: answers.slice(0, mostAnswers),
      redactions,
      ...(also.length === 0 ? {} : { also }),
    };
  }
  const intent = library.intents.get(ranked[0]?.id ?? '');
  if (typeof intent?.leadsTo === 'object' && 'lookup' in intent.leadsTo) {
    const { lookup, byHand } = intent.leadsTo;
    return { kind: 'lookup', lookup, title: intent.title, users, byHand, redactions };
  }
  return redactions.length === 0 ? { kind: 'help' } : { kind: 'help', redactions };
}

/**
 * What of a Reply the live tenants can prove: articles of whose steps at least one has a check. A question that is first
 * about something else, such as a person's account, is for the person to answer.
 */
export function liveOf(reply: Reply, { articles }: Library): LiveRequest | undefined {
  const likely = suspectsOf(reply, articles);
  if (reply.kind === 'question' && reply.choices[0]?.intentId !== likely[0]?.id) return undefined;
  if (!likely.some(({ steps }) => steps.some(({ checks }) => checks !== undefined))) return undefined;
  const ids = likely.map(({ id }) => id);
  if (reply.kind === 'article') return { articles: ids, isWanted: true };
  if (reply.kind !== 'question') return { articles: ids, ...(ids.length > 1 ? { hasSeveralErrors: true } : {}) };
  return { articles: ids, choices: reply.choices.map(({ intentId }) => intentId) };
}

/** The articles that a Reply names as what it may be, the likeliest first. */
export function suspectsOf(reply: Reply, articles: Library['articles']): readonly Article[] {
  if (reply.kind === 'answer') return reply.answers.map(({ article }) => article);
  if (reply.kind === 'article') return [reply.article];
  if (reply.kind === 'question') return reply.choices.flatMap(({ intentId }) => articles.get(intentId) ?? []);
  return [];
}

/** How to find by hand what a lookup would tell. */
export function byHandReply(lookup: LookupId, library: Library, users: readonly string[]): Reply {
  for (const { title, leadsTo } of library.intents.values()) {
    if (typeof leadsTo === 'object' && 'lookup' in leadsTo && leadsTo.lookup === lookup) {
      return { kind: 'lookup', lookup, title, users, byHand: leadsTo.byHand, redactions: [] };
    }
  }
  return refused(`Live lookups are not connected, and no intent says how to find the answer to \`${lookup}\` by hand.`);
}

/** The article, the list of those that fit, or a refusal, for what follows the command `article`. */
export function articleReply(
  words: string,
  { library, understand }: Knowledge,
): ReplyOf<'article' | 'articles' | 'notice'> {
  const query = redact(words).text;
  const matches = findArticles(query, library.articles, understand);
  const only = matches.length === 1 ? library.articles.get(matches[0]?.articleId ?? '') : undefined;
  if (only !== undefined) return { kind: 'article', article: only };
  if (matches.length === 0)
    return refused(`No article fits “${query.slice(0, 100)}”. \`article\` alone lists them all.`);
  return { kind: 'articles', query, matches };
}

/** Below this an article is no nearer than any other, and naming it sends people astray. */
const leastNear = 0.05;

/** At most two articles that come near a text that was not recognised. */
export function nearestArticles(ranked: readonly RankedIntent[], library: Library): ArticleLink[] {
  return ranked
    .filter(({ confidence }) => confidence >= leastNear)
    .flatMap(({ id }) => articleOf(id, library) ?? [])
    .slice(0, 2)
    .map(linkTo);
}

/** What else it may be: what was understood beside the article tried, then the article's own neighbours. */
export function neighboursOf(articleId: string, understood: readonly string[], library: Library): ArticleLink[] {
  const others = understood.flatMap((id) => articleOf(id, library)?.id ?? []);
  const neighbours = library.articles.get(articleId)?.tellsApart.map(({ from }) => from) ?? [];
  const ids = [...new Set([...others, ...neighbours])].filter((id) => id !== articleId).slice(0, 2);
  return ids.flatMap((id) => library.articles.get(id) ?? []).map(linkTo);
}

/** A statement that something was done. */
export function done(text: string): ReplyOf<'notice'> {
  return { kind: 'notice', tone: 'done', text };
}

/** A statement why something was not done, and what to do next. */
export function refused(text: string): ReplyOf<'notice'> {
  return { kind: 'notice', tone: 'refused', text };
}

function articleOf(intentId: string, library: Library): Article | undefined {
  const intent = library.intents.get(intentId);
  return typeof intent?.leadsTo === 'object' && 'article' in intent.leadsTo
    ? library.articles.get(intent.leadsTo.article)
    : undefined;
}
