import type { Library } from '../knowledge/library.js';
import type { Understanding } from '../model/understanding.js';
import { linkTo } from './find-articles.js';
import type { Memory } from './memory.js';
import { type Desk, keyOf, type Place, type Question } from './question.js';
import { done, nearestArticles, neighboursOf, refused } from './replies.js';
import type { ArticleLink, Reply } from './reply.js';

/** What is done with a question that has no answer, or whose answer did not help. */
export interface Unanswered {
  /** Says that nobody knows, names the nearest articles, and keeps the question. */
  unknown(question: Question, understanding: Understanding): Promise<Reply>;
  /** The same after a fix that did not help. */
  notSolved(place: Place, articleId: string, by: string): Promise<Reply>;
  readonly handOver: Desk['handOver'];
}

/** More fixes than these were not tried in one conversation, or nobody reads on. */
const mostTried = 5;

/** Opens the record of questions without an answer. `now` is milliseconds since 1970. */
export function createUnanswered({
  memory,
  library,
  now,
}: {
  readonly memory: Memory;
  /** Asked anew for every question. */
  readonly library: () => Library;
  readonly now: () => number;
}): Unanswered {
  async function keep(
    place: Place,
    by: string,
    question: { readonly text: string; readonly nearest: readonly string[]; readonly tried: readonly string[] },
  ): Promise<string> {
    const recordId = `${keyOf(place)}:${now()}`;
    const record = { ...question, place: keyOf(place), by, at: new Date(now()).toISOString(), handedOver: false };
    await memory.forgiving((kept) => kept.put('unanswered', recordId, record), undefined);
    return recordId;
  }

  /** What was asked here and not understood: then an article that was opened by hand did not help either. */
  async function lastAsked(place: Place): Promise<string> {
    const all = await memory.forgiving((store) => store.list('unanswered'), []);
    return all.findLast(({ value }) => value.place === keyOf(place))?.value.text ?? '';
  }

  return {
    async unknown({ place, asker }, { intents, excerpt, redactions }) {
      const nearest = nearestArticles(intents, library());
      const tried = (await memory.thread(place))?.tried ?? [];
      const ids = nearest.map(({ articleId }) => articleId);
      const recordId = await keep(place, asker, { text: excerpt, nearest: ids, tried });
      return { kind: 'unknown', nearest, recordId, redactions };
    },
    async notSolved(place, articleId, by) {
      const articles = library();
      const earlier = await memory.thread(place);
      const tried = [...new Set([...(earlier?.tried ?? []), articleId])].slice(-mostTried);
      if (earlier !== undefined) await memory.rememberThread(place, { ...earlier, tried });
      const nearest = neighboursOf(articleId, earlier?.intents ?? [], articles);
      const ids = [articleId, ...nearest.map((link) => link.articleId)];
      const text = earlier?.text || (await lastAsked(place));
      const recordId = await keep(place, by, { text, nearest: ids, tried });
      const article = articles.articles.get(articleId);
      return {
        kind: 'unknown',
        ...(article === undefined ? {} : { tried: linkTo(article) }),
        nearest,
        recordId,
        redactions: [],
      };
    },
    async handOver(place, recordId, by) {
      const refusal = (text: string) => ({ reply: refused(text), excerpt: '', tried: [] });
      const kept = await memory.forgiving((store) => store.get('unanswered', recordId), undefined);
      if (kept === undefined || kept.place !== keyOf(place)) {
        return refusal('I no longer have that question. Ask again in a new message.');
      }
      // Two people can press at the same moment.
      if (kept.handedOver || !(await memory.claimHandOver(recordId))) return refusal('This was handed over already.');
      await memory.forgiving(
        (store) => store.put('unanswered', recordId, { ...kept, handedOver: true, by }),
        undefined,
      );
      const { articles } = library();
      const tried = (kept.tried ?? []).map((id): ArticleLink => {
        const article = articles.get(id);
        return article === undefined ? { articleId: id, title: 'no longer among the articles' } : linkTo(article);
      });
      return { reply: done('Handed over: a colleague takes it from here.'), excerpt: kept.text, tried };
    },
  };
}
