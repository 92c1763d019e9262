import { createHash } from 'node:crypto';
import type { Library } from '../knowledge/library.js';
import { fold } from '../model/fold.js';
import type { Understand } from '../model/understanding.js';
import type { Collections } from '../state/collections.js';
import type { Likeness } from '../understanding/likeness.js';
import { masked } from '../understanding/mask.js';
import { linkTo } from './find-articles.js';
import type { ArticleLink } from './reply.js';

/** What was kept of questions that went wrong, each list oldest first. */
export interface GapRecords {
  readonly unanswered: readonly Collections['unanswered'][];
  readonly feedback: readonly Collections['feedback'][];
  readonly proposals: readonly Collections['proposals'][];
  readonly notGaps: readonly Collections['not-gaps'][];
}

/** Something that people ask and no article answers. Its texts name nobody. */
export interface Gap {
  /** Names it, as the id of each of its questions does. */
  readonly id: string;
  /** How people asked, each once: the most telling first, then the newest. */
  readonly texts: readonly string[];
  /** Conversations in which it was asked. */
  readonly times: number;
  readonly people: number;
  /** How many of them were handed over to a colleague. */
  readonly handedOver: number;
  /** ISO 8601. */
  readonly firstAt: string;
  readonly lastAt: string;
  /**
   * The article that was named as near most often, of those that were not tried. Not where the error text of an article
   * that did not help stands in the question: as an example of another one it would change nothing.
   */
  readonly nearest?: ArticleLink;
  /** Whether the error text of an article that did not help stands in it. */
  readonly isKnown: boolean;
  /** The articles that did not help. */
  readonly tried: readonly ArticleLink[];
  /** The ids of its questions. */
  readonly questions: readonly string[];
}

/** A question and the article that turned out to be right for it: to be reviewed as an example. */
export interface ProposedExample {
  readonly id: string;
  /** Names nobody. */
  readonly text: string;
  readonly article: ArticleLink;
  readonly because: Collections['proposals']['because'];
  /** Conversations it was proposed in. */
  readonly times: number;
  readonly lastAt: string;
}

/** What the knowledge lacks. */
export interface Gaps {
  /** Most frequent first. */
  readonly gaps: readonly Gap[];
  /** Newest first. */
  readonly proposals: readonly ProposedExample[];
  /** Questions that the articles answer by now. */
  readonly answered: number;
  /** Questions that are not among these: only the newest are compared. */
  readonly older: number;
}

/** More different questions than these are not compared: the older ones wait until newer ones are answered. */
export const mostQuestions = 500;

/** One question that went wrong, without whom it names. */
export interface MissedQuestion {
  readonly id: string;
  /** As it was kept: redacted. */
  readonly text: string;
  readonly place: string;
  readonly by: string;
  readonly at: string;
  readonly nearest: readonly string[];
  /** Ids of the articles that did not help, as they are now. */
  readonly tried: readonly string[];
  readonly handedOver: boolean;
}

/**
 * The questions that went wrong and stayed so: neither solved later in their conversation, nor with an article that
 * somebody found for them there. An article that was mended since it did not help does not count as tried. Pure.
 */
export function missedQuestions(
  { unanswered, feedback, proposals }: GapRecords,
  { articles }: Library,
): readonly MissedQuestion[] {
  const versions = new Map(
    feedback.flatMap((given) =>
      given.solved ? [] : [[`${given.place}:${given.articleId}`, given.articleVersion] as const],
    ),
  );
  // Oldest first, so that the latest counts.
  const solvedAt = new Map(feedback.flatMap(({ solved, place, at }) => (solved ? [[place, at] as const] : [])));
  const proposedAt = new Map(proposals.map(({ place, at }) => [place, at]));
  const isSettled = (place: string, at: string) =>
    [solvedAt, proposedAt].some((moments) => (moments.get(place) ?? '') >= at);
  return unanswered
    .filter(({ text, place, at }) => fold(text) !== '' && !isSettled(place, at))
    .map(({ place, at, tried = [], ...rest }) => ({
      ...rest,
      id: idOf(place, at),
      place,
      at,
      tried: tried.filter((id) => (articles.get(id)?.version ?? 0) <= (versions.get(`${place}:${id}`) ?? Infinity)),
    }));
}

/**
 * How a question stands with the knowledge as it is now. `answered`: with more than what did not help. `known`: it has
 * the error text of an article, and that article did not help. `open`: neither.
 */
export type Standing = 'answered' | 'known' | 'open';

/** See `Standing`. */
export function standingOf({ text, tried }: MissedQuestion, understand: Understand, { intents }: Library): Standing {
  const { decision, intents: ranked, quotes } = understand(text, { surface: 'direct' });
  if (decision !== 'answer') return 'open';
  const isHelp = ranked.some(({ id }) => {
    const leadsTo = intents.get(id)?.leadsTo;
    return typeof leadsTo !== 'object' || !('article' in leadsTo) || !tried.includes(leadsTo.article);
  });
  if (isHelp) return 'answered';
  return quotes.length > 0 ? 'known' : 'open';
}

/** A question that no article answers, and whether its error text is known all the same. */
export interface OpenQuestion extends MissedQuestion {
  readonly standing: Exclude<Standing, 'answered'>;
}

/** Questions that read the same without the people and hosts in them. */
interface SameText {
  readonly text: string;
  readonly questions: OpenQuestion[];
}

/** The questions by likeness, most frequent first. Their order changes nothing. Pure. */
export function gapsIn(
  questions: readonly OpenQuestion[],
  notGaps: GapRecords['notGaps'],
  likeness: Likeness,
  library: Library,
): { readonly gaps: readonly Gap[]; readonly older: number } {
  const newestFirst = [...questions].sort((a, b) => compare(b.at, a.at) || compare(a.id, b.id));
  const byText = new Map<string, SameText>();
  for (const question of newestFirst) {
    const text = masked(question.text);
    const known = byText.get(fold(text));
    if (known === undefined) byText.set(fold(text), { text, questions: [question] });
    else known.questions.push(question);
  }
  const compared = [...byText.values()].slice(0, mostQuestions);
  const older = [...byText.values()].slice(mostQuestions).reduce((sum, same) => sum + same.questions.length, 0);
  // What was called no gap is compared along: whatever is like it stays away with it.
  const texts = [...compared.map(({ text }) => text), ...notGaps.map(({ text }) => masked(text))];
  const gaps = likeness.groups(texts).flatMap(({ members, telling }): Gap[] => {
    const asked = members.flatMap((place) => compared[place] ?? []);
    const calledNone = members.flatMap((place) => notGaps[place - compared.length] ?? []);
    if (asked.length === 0 || isNoGap(asked, calledNone)) return [];
    return [gapOf(asked, texts[telling] ?? '', library)];
  });
  return {
    gaps: gaps.sort(
      (a, b) => b.times - a.times || b.people - a.people || compare(b.lastAt, a.lastAt) || compare(a.id, b.id),
    ),
    older,
  };
}

/** Somebody called it none, and since then only those asked again who had asked before. */
function isNoGap(asked: readonly SameText[], calledNone: GapRecords['notGaps']): boolean {
  const newest = [...calledNone].sort((a, b) => compare(b.at, a.at))[0];
  if (newest === undefined) return false;
  const known = new Set(calledNone.flatMap(({ askers }) => askers));
  return asked.every(({ questions }) => questions.every(({ by, at }) => at <= newest.at || known.has(by)));
}

function gapOf(asked: readonly SameText[], telling: string, { articles }: Library): Gap {
  const questions = asked.flatMap((same) => same.questions);
  const moments = questions.map(({ at }) => at).sort(compare);
  const first = asked.find(({ text }) => text === telling) ?? asked[0];
  const texts = [...(first === undefined ? [] : [first.text]), ...asked.map(({ text }) => text)];
  const tried = [...new Set(questions.flatMap((question) => question.tried))];
  const nearest = mostOften(
    questions.flatMap(({ standing, nearest: near }) =>
      standing === 'known' ? [] : near.filter((id) => !tried.includes(id) && articles.has(id)),
    ),
  );
  const near = articles.get(nearest ?? '');
  return {
    id: first?.questions[0]?.id ?? '',
    texts: [...new Set(texts)],
    times: new Set(questions.map(({ place }) => place)).size,
    people: new Set(questions.map(({ by }) => by)).size,
    handedOver: new Set(questions.filter(({ handedOver }) => handedOver).map(({ place }) => place)).size,
    firstAt: moments[0] ?? '',
    lastAt: moments.at(-1) ?? '',
    ...(near === undefined ? {} : { nearest: linkTo(near) }),
    isKnown: questions.some(({ standing }) => standing === 'known'),
    tried: tried.flatMap((id) => articles.get(id) ?? []).map(linkTo),
    questions: questions.map(({ id }) => id),
  };
}

/** The one that is there most often; of several the first in the alphabet. */
function mostOften(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0];
}

/** The proposals for articles that are there, each pair once, newest first. Pure. */
export function proposedExamples(
  proposals: GapRecords['proposals'],
  { articles }: Library,
): readonly ProposedExample[] {
  const byPair = new Map<string, ProposedExample>();
  for (const { text, articleId, because, place, at } of proposals) {
    const article = articles.get(articleId);
    if (article === undefined) continue;
    const plain = masked(text);
    const pair = `${articleId}:${fold(plain)}`;
    const known = byPair.get(pair);
    byPair.set(pair, {
      id: known?.id ?? idOf(place, articleId),
      text: plain,
      article: linkTo(article),
      because,
      times: (known?.times ?? 0) + 1,
      lastAt: at,
    });
  }
  return [...byPair.values()].sort((a, b) => compare(b.lastAt, a.lastAt) || compare(a.id, b.id));
}

/** Whether a proposal has nothing left to teach: its question is answered; where an article was wrong, by the right one. */
export function isLearnt(
  { text, article, because }: ProposedExample,
  understand: Understand,
  { intents }: Library,
): boolean {
  const { decision, intents: ranked } = understand(text, { surface: 'direct' });
  if (decision !== 'answer' || because !== 'not-solved') return decision === 'answer';
  const leadsTo = intents.get(ranked[0]?.id ?? '')?.leadsTo;
  return typeof leadsTo === 'object' && 'article' in leadsTo && leadsTo.article === article.articleId;
}

/** Short enough to type, long enough that no two of a few thousand are alike. */
function idOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
