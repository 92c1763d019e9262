import type { ExportedFailure } from '../../model/exported-log.js';
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
  const inLogs = parts.flatMap(({ log }) => (log?.failures ?? []).flatMap(ofFailure));
  if (entities.users.length === 0 && inLogs.length === 0) return { users: [] };
  if (files.length === 0 && words?.log === undefined) return { users: entities.users };
  const inWords = understand(words?.text ?? '').entities.users;
  if (inWords.length > 0) return { users: inWords };
  const shown = [...files.flatMap((file) => ofFile(file, understand)), ...inLogs];
  const users = distinct(shown.flatMap((one) => one.users));
  if (shown.some(({ isOnlyWho }) => isOnlyWho)) return { users };
  return { users, of: distinct(shown.flatMap(({ ids }) => ids)) };
}

/** As many as a row of buttons holds. */
const mostOffered = 5;

/**
 * The people whom the failures of the logs are about, the first few of the most frequent failures: to be looked up one by
 * one. `lookedUp` is looked up anyway.
 */
export function peopleInLogs({ logs }: Pick<Given, 'logs'>, lookedUp = ''): readonly string[] {
  return distinct(logs.flatMap(({ failures }) => failures.flatMap(({ logins }) => logins)))
    .filter((login) => login.toLowerCase() !== lookedUp.toLowerCase())
    .slice(0, mostOffered);
}

/** Who stands in one place, and the articles of what is wrong there. */
interface Shown {
  readonly users: readonly string[];
  readonly ids: readonly string[];
  readonly isOnlyWho: boolean;
}

function ofFile(file: Part, understand: Understand): readonly Shown[] {
  const { entities, decision, intents } = understand(file.text);
  if (entities.users.length === 0) return [];
  const inLog = (file.log?.failures ?? []).flatMap(({ articleId }) => articleId ?? []);
  const ids = [...(decision === 'none' ? [] : intents.map(({ id }) => id)), ...inLog];
  return [{ users: entities.users, ids, isOnlyWho: ids.length === 0 && entities.errorCodes.length === 0 }];
}

/** What the fields of a log tell, whatever its words sound like. */
function ofFailure({ articleId, logins }: ExportedFailure): readonly Shown[] {
  return articleId === undefined || logins.length === 0 ? [] : [{ users: logins, ids: [articleId], isOnlyWho: false }];
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Map(texts.map((text) => [text.toLowerCase(), text])).values()];
}
