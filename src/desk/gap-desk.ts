import { setImmediate } from 'node:timers/promises';
import type { Library } from '../knowledge/library.js';
import { fold } from '../model/fold.js';
import type { Understand } from '../model/understanding.js';
import type { Store } from '../state/store.js';
import { examplesOf } from '../understanding/index.js';
import { createLikeness, type Likeness } from '../understanding/likeness.js';
import { masked } from '../understanding/mask.js';
import { type DraftFile, draftOfGap, exampleLines, type NewExamples, newExamples } from './gap-drafts.js';
import {
  type Gap,
  type GapRecords,
  type Gaps,
  gapsIn,
  isLearnt,
  missedQuestions,
  type OpenQuestion,
  type ProposedExample,
  proposedExamples,
  type Standing,
  standingOf,
} from './gaps.js';
import { type LookupRights, mayReadGaps } from './permission.js';
import type { GapRequest } from './question.js';
import { done, type Knowledge, refused } from './replies.js';
import type { Reply } from './reply.js';

/** What the knowledge lacks, and what is done about it. Everything here is for administrators. */
export interface GapDesk {
  /** The list. Rejects with `UserError` `store-failed`. */
  list(asker: string): Promise<Reply>;
  /** A draft of an article or of an example, or the gap put aside. Rejects as `list` does. */
  act(request: GapRequest): Promise<Reply>;
}

/** Opens it over the store. Without `rights` nobody may. `now` is milliseconds since 1970. */
export function createGapDesk({
  store,
  current,
  rights,
  now,
  shellCall,
}: {
  readonly store: Store;
  readonly current: () => Knowledge;
  readonly rights?: LookupRights;
  readonly now: () => number;
  /** How a person calls the command line on the data folder, if not by its bare name. */
  readonly shellCall?: string | undefined;
}): GapDesk {
  const inShell = shellCall === undefined ? {} : { shellCall };
  const read = async (): Promise<GapRecords> => ({
    unanswered: await valuesOf('unanswered'),
    feedback: await valuesOf('feedback'),
    proposals: await valuesOf('proposals'),
    notGaps: await valuesOf('not-gaps'),
  });

  async function valuesOf<C extends 'unanswered' | 'feedback' | 'proposals' | 'not-gaps'>(collection: C) {
    return (await store.list(collection)).map(({ value }) => value);
  }

  async function dismissGap(gap: Gap, records: GapRecords, by: string): Promise<Reply> {
    const own = new Set(gap.questions);
    const questions = missedQuestions(records, current().library).filter(({ id }) => own.has(id));
    const text = questions.find(({ id }) => id === gap.id)?.text ?? '';
    const askers = [...new Set(questions.map((question) => question.by))];
    await store.put('not-gaps', gap.id, { text, askers, by, at: new Date(now()).toISOString() });
    return done('Put aside as no gap. It comes back when somebody else asks like that.');
  }

  async function dismissProposal({ text, article }: ProposedExample): Promise<Reply> {
    for (const { key, value } of await store.list('proposals')) {
      if (value.articleId === article.articleId && fold(masked(value.text)) === fold(text))
        await store.delete('proposals', key);
    }
    return done('Not proposed any more.');
  }

  return {
    async list(asker) {
      const verdict = mayReadGaps(rights, asker);
      if (!verdict.isAllowed) return { ...refused(verdict.refusal), isForAskerOnly: true };
      return { kind: 'gaps', ...(await findGaps(await read(), current())), ...inShell };
    },
    async act({ which, deed, asker }) {
      const verdict = mayReadGaps(rights, asker);
      if (!verdict.isAllowed) return { ...refused(verdict.refusal), isForAskerOnly: true };
      const records = await read();
      const found = entryNamed(which, await findGaps(records, current()));
      if (found === undefined)
        return refused('That is no gap any more: it was answered or put aside. `gaps` lists what is left.');
      if (deed === 'dismiss') {
        return isGap(found) ? dismissGap(found, records, asker) : dismissProposal(found);
      }
      const reply = await draft(found, deed, current(), now());
      return reply.kind === 'draft' ? { ...reply, ...inShell } : reply;
    },
  };
}

/** The gap or the proposal of this id; a gap also by the id of any of its questions. */
export function entryNamed(id: string, { gaps, proposals }: Gaps): Gap | ProposedExample | undefined {
  return gaps.find(({ questions }) => questions.includes(id)) ?? proposals.find((proposal) => proposal.id === id);
}

/** A draft for review: of a new article, or of more examples for the article that is near or proposed. */
async function draft(
  entry: Gap | ProposedExample,
  of: 'article' | 'example',
  knowledge: Knowledge,
  now: number,
): Promise<Reply> {
  const { id } = entry;
  if (isGap(entry) && of === 'article') {
    return {
      kind: 'draft',
      what: 'article',
      about: entry.texts[0] ?? '',
      files: await articleDraft(entry, knowledge, now),
      id,
    };
  }
  const examples = examplesOfEntry(entry, knowledge);
  if (typeof examples === 'string') return refused(examples);
  const about = knowledge.library.articles.get(examples.articleId)?.title ?? examples.articleId;
  return { kind: 'draft', what: 'example', about, files: [await exampleLines(examples)], id };
}

/** Whether an entry is a gap, not a proposal. */
export function isGap(entry: Gap | ProposedExample): entry is Gap {
  return 'questions' in entry;
}

/** The files of a new article for a gap. `now` is milliseconds since 1970. */
export function articleDraft(gap: Gap, { library }: Knowledge, now: number): Promise<readonly DraftFile[]> {
  return draftOfGap(gap, { library, likeness: likenessOf(library), today: new Date(now).toISOString().slice(0, 10) });
}

/** What would become examples of which article; or why nothing can, as a sentence. */
export function examplesOfEntry(
  entry: Gap | ProposedExample,
  { library }: Knowledge,
): (NewExamples & { readonly articleId: string }) | string {
  const article = isGap(entry) ? entry.nearest : entry.article;
  if (article === undefined) return 'No article comes near it. Draft a new one.';
  const examples = newExamples(isGap(entry) ? entry.texts : [entry.text], article.articleId, library);
  if (examples === undefined) return `“${article.title}” has this example already, or another article has.`;
  return { ...examples, articleId: article.articleId };
}

/**
 * Sorts what was kept of questions into what the knowledge lacks. Between questions others get their turn: there can be
 * hundreds, and understanding one takes milliseconds.
 */
export async function findGaps(records: GapRecords, { library, understand }: Knowledge): Promise<Gaps> {
  const missed = missedQuestions(records, library);
  const open: OpenQuestion[] = [];
  for (const question of missed) {
    const standing = await remembered(understand, JSON.stringify([question.text, question.tried]), () =>
      standingOf(question, understand, library),
    );
    if (standing !== 'answered') open.push({ ...question, standing });
  }
  const likeness = likenessOf(library);
  await setImmediate();
  const { gaps, older } = gapsIn(open, records.notGaps, likeness, library);
  const proposals: ProposedExample[] = [];
  for (const proposal of proposedExamples(records.proposals, library)) {
    const standing = await remembered(understand, JSON.stringify(proposal), () =>
      isLearnt(proposal, understand, library) ? 'answered' : 'open',
    );
    if (standing === 'open') proposals.push(proposal);
  }
  return { gaps, older, answered: missed.length - open.length, proposals };
}

/** What was found out about a text holds as long as the understanding does. */
const verdicts = new WeakMap<Understand, Map<string, Standing>>();

async function remembered(understand: Understand, key: string, find: () => Standing): Promise<Standing> {
  const known = verdicts.get(understand) ?? new Map<string, Standing>();
  verdicts.set(understand, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  await setImmediate();
  const found = find();
  known.set(key, found);
  return found;
}

const likenesses = new WeakMap<Library, Likeness>();

function likenessOf(library: Library): Likeness {
  const known = likenesses.get(library);
  if (known !== undefined) return known;
  const made = createLikeness(examplesOf(library.intents.values()).map(({ text }) => text));
  likenesses.set(library, made);
  return made;
}
