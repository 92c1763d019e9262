import type { Understand, Understanding } from '../../model/understanding.js';
import type { Given, Part } from './given.js';

/** Who is named in a question, and for which of its answers. */
export interface Named {
  /** As written, each once. */
  readonly users: readonly string[];
  /** Ids of the articles that they are about; left out when it is all of them. */
  readonly of?: readonly string[];
}

/**
 * Whom a question is about. Who is named in its own words is meant for all of it; who is named only in files, for what
 * these files show. A file that shows no problem of its own, such as a page with somebody's account, only says who.
 */
export function namedIn(
  { parts }: Given,
  { entities }: Pick<Understanding, 'entities'>,
  understand: Understand,
): Named {
  const [words, ...files] = parts;
  if (files.length === 0 || entities.users.length === 0) return { users: entities.users };
  const inWords = understand(words?.text ?? '').entities.users;
  if (inWords.length > 0) return { users: inWords };
  const shown = files.flatMap((file) => {
    const { entities: found, decision, intents } = understand(file.text);
    if (found.users.length === 0) return [];
    const ids = [...(decision === 'none' ? [] : intents.map(({ id }) => id)), ...inLog(file)];
    return [{ users: found.users, ids, isOnlyWho: ids.length === 0 && found.errorCodes.length === 0 }];
  });
  const users = distinct(shown.flatMap((one) => one.users));
  if (shown.some(({ isOnlyWho }) => isOnlyWho)) return { users };
  return { users, of: distinct(shown.flatMap(({ ids }) => ids)) };
}

/** What the fields of a log tell, whatever its words sound like. */
function inLog({ log }: Part): readonly string[] {
  return (log?.failures ?? []).flatMap(({ articleId }) => articleId ?? []);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Map(texts.map((text) => [text.toLowerCase(), text])).values()];
}
