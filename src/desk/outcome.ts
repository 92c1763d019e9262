import type { Library } from '../knowledge/library.js';
import type { Article } from '../model/article.js';
import type { ThreadRecord } from '../state/store.js';

const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const denials = wordSet('not no didnt doesnt hasnt havent isnt wasnt wont nothing none');
const gains = wordSet(`help helped helps helping work worked works working fix fixed fixes solve solved solves resolved
  changed changes luck difference effect improvement trick`);
const errors = wordSet('error problem issue message');
const troubles = wordSet('broken fails fail failing failed happening happens same there');
/** These only stand beside them: "sorry, but that did not help either". */
const besides =
  wordSet(`sorry nope unfortunately sadly hm hmm but and so it that this these of the a any did does do has
  have is was been me us him her them you for anything either at all here yet just tried try now i we thanks thx ok okay
  well again as before everything steps fix article unchanged still`);
/** "What else can we try?", "any other idea?" */
const asksForMore = wordSet(
  'what anything is there else can could should i we try do to any other idea ideas so and ok now',
);

const openings = wordSet('what any anything');
const more = wordSet('else other');

/** A longer text says more than how it went. */
const longest = 100;

/**
 * Whether a text says no more than that the fix did not help, or asks what else there is. The words are few on purpose:
 * every word must be among them, and a text that says anything more is understood like any other. Linear, on at most 100
 * characters.
 */
export function saysNotSolved(text: string): boolean {
  const line = text.trim();
  if (line.length > longest) return false;
  const words: readonly string[] =
    line
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  if (words.every((word) => asksForMore.has(word))) return has(more) && has(openings);
  if (line.includes('?')) return false;
  const known = [denials, gains, errors, troubles, besides];
  if (!words.every((word) => known.some((set) => set.has(word)))) return false;
  if (has(denials)) return has(gains);
  return words.includes('still') ? has(troubles) || has(errors) : words.includes('same') && has(errors);
}

/** The article that a conversation was last about and that was not tried in vain there. */
export function articleInHand({ decision, intents, tried = [] }: ThreadRecord, library: Library): Article | undefined {
  if (decision !== 'answer') return undefined;
  for (const id of intents) {
    const leadsTo = library.intents.get(id)?.leadsTo;
    if (typeof leadsTo !== 'object' || !('article' in leadsTo) || tried.includes(leadsTo.article)) continue;
    return library.articles.get(leadsTo.article);
  }
  return undefined;
}
