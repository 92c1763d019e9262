import { asLine, people } from '../parts/lines.js';
import type { AskedFor, StateRule } from '../rule.js';

const hourMs = 60 * 60_000;

/**
 * Several people ask for the same article within an hour: more likely one outage than so many single problems. It is
 * over when the last hour has fewer of them.
 */
export const manyPeopleOneProblem: StateRule = {
  kind: 'state',
  id: 'many-people-one-problem',
  title: 'Several people ask about the same problem',
  articles: [],
  systems: [],
  everyMs: 0,
  read: async (_ask, { asked, now, thresholds, titleOf }) => {
    const articles = new Map<string, Map<string, AskedFor>>();
    for (const one of asked) {
      if (now - one.at >= hourMs) continue;
      const askers = articles.get(one.articleId) ?? new Map<string, AskedFor>();
      articles.set(one.articleId, askers);
      const before = askers.get(one.by);
      if (before === undefined || before.at < one.at) askers.set(one.by, one);
    }
    return [...articles].flatMap(([articleId, askers]) => {
      if (askers.size < thresholds.askers) return [];
      const problem = titleOf(articleId);
      const about = problem === undefined ? 'about the same problem' : `about “${problem}”`;
      const title = asLine(
        `${people(askers.size)} asked ${about} within an hour: rather one outage than ${askers.size} single problems.`,
      );
      // Who asked is between them and the bot; how many is what matters here.
      const at = Math.min(...[...askers.values()].map((one) => one.at));
      return [
        {
          group: articleId,
          key: articleId,
          severity: 'warning' as const,
          title,
          text: title,
          at,
          rank: 0,
          gathers: true,
          systems: [],
          articleId,
        },
      ];
    });
  },
};
