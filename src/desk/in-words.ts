import type { Library } from '../knowledge/library.js';
import type { LookupId } from '../model/intent.js';
import { isAboutPerson } from '../model/lookup.js';
import type { ThreadRecord } from '../state/collections.js';
import { extractEntities } from '../understanding/entities.js';
import { redact } from '../understanding/redact.js';
import type { LookUp } from './look-up.js';
import type { Question } from './question.js';
import type { Reply } from './reply.js';
import { nameAlone, type Whom } from './whom.js';

/**
 * A lookup that was asked for in words. Several people named are a choice, nobody named a question back. Unasked in a
 * channel the bot keeps quiet unless it has something to show.
 */
export async function lookUpInWords(
  lookUp: LookUp,
  lookup: LookupId,
  whom: Whom,
  { place, asker, surface }: Question,
): Promise<Reply> {
  const isUnasked = surface === 'channel';
  const request = { lookup, place, asker, isUnasked };
  if (!isAboutPerson(lookup)) return lookUp(request);
  if (isUnasked && (whom.kind === 'nobody' || whom.kind === 'several')) return { kind: 'silence' };
  if (whom.kind === 'several') {
    const choices = whom.names.map((name) => ({ key: name, label: name }));
    return { kind: 'people', lookup, question: 'Several people are named. About whom should I ask?', choices };
  }
  const who = whom.kind === 'asker' ? `<@${asker}>` : whom.kind === 'one' ? whom.name : undefined;
  const reply = await lookUp({ ...request, who });
  return isUnasked && reply.kind === 'notice' ? { kind: 'silence' } : reply;
}

/** The answer to "whose?": what was asked before in the thread, about the person that this text names and no more. */
export function namedAfterwards(
  text: string,
  earlier: ThreadRecord | undefined,
  library: Library,
): { readonly lookup: LookupId; readonly whom: Whom } | undefined {
  const leadsTo = library.intents.get(earlier?.intents[0] ?? '')?.leadsTo;
  if (typeof leadsTo !== 'object' || !('lookup' in leadsTo)) return undefined;
  if (!isAboutPerson(leadsTo.lookup)) return undefined;
  // Here and not before: most texts follow no such question, and may be whole files.
  const { text: said } = redact(text);
  const whom = nameAlone(said, extractEntities(said).users);
  return whom.kind === 'nobody' ? undefined : { lookup: leadsTo.lookup, whom };
}
