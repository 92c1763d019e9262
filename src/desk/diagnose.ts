import {
  type Circumstances,
  checksOf,
  conclude,
  isAllRight,
  isContradicted,
  judge,
  type LinkOf,
  neighboursOf,
  pointsAt,
  seenFacts,
} from '../diagnosis/index.js';
import type { Article } from '../model/article.js';
import type { CheckOptions, CheckResult, CheckRun } from '../model/check.js';
import type { DiagnosedArticle, Diagnosis } from '../model/diagnosis.js';
import type { Intent } from '../model/intent.js';
import type { PersonChoice } from '../model/lookup.js';

/**
 * Runs the checks of these ids, or all that look at no person (`tenant`): `runChecks` with its context filled in. An id
 * that no check has is left out.
 */
export type RunChecks = (ids: readonly string[] | 'tenant', options: CheckOptions) => Promise<CheckRun>;

/** What is to be held against the live tenants. */
export interface Suspicion extends Circumstances {
  /** The likeliest first; one at least. */
  readonly articles: readonly Article[];
  /** All articles, for those that a failed check points at. */
  readonly all: ReadonlyMap<string, Article>;
  readonly who?: string | undefined;
  /** Somebody was named who may not come in. */
  readonly isPersonHeldBack?: boolean;
  /** The articles that `who` is about; left out when it is all of them. */
  readonly whoFor?: readonly string[] | undefined;
  readonly linkOf?: LinkOf | undefined;
  /** By id, for what tells neighbours apart: what the tenants show of it decides between several articles. */
  readonly intents?: ReadonlyMap<string, Intent> | undefined;
  /** Somebody changed something and wants to see it: nothing of the last minute is taken for granted. */
  readonly isAgain?: boolean;
  /** Told how many of how many checks have ended. */
  readonly onProgress?: ((ended: number, all: number) => void) | undefined;
}

/** What it came to, or the people among whom to choose. */
export type Diagnosed =
  | { readonly kind: 'diagnosis'; readonly diagnosis: Diagnosis }
  | { readonly kind: 'several'; readonly choices: readonly PersonChoice[] };

/** Settings do not change by the minute, and a channel that talks about one problem asks for the same ones. */
const keptForMs = 60_000;
/** Two people who press at the same time share what is read. */
const keptWhenAgainMs = 2_000;
/** Further articles that are looked at when the likely ones explain nothing. */
const mostFurther = 4;

/**
 * Holds articles against the live tenants: their checks first; then those articles that a failed check points at; and
 * when that rules the likely causes out, or finds everything as it should be, their neighbours. A further article is
 * kept when it is proven. Those that are about nobody named are held apart, without the person.
 */
export async function diagnose(runChecks: RunChecks, suspicion: Suspicion): Promise<Diagnosed> {
  const { articles, who, whoFor, subject, before, wanted } = suspicion;
  const circumstances = { subject, before, wanted };
  const progress = { ended: 0, all: 0 };
  const isTheirs = ({ id }: Article) => whoFor === undefined || whoFor.includes(id);
  const theirs = await hold(runChecks, suspicion, articles.filter(isTheirs), who, progress);
  if ('choices' in theirs) return { kind: 'several', choices: theirs.choices };
  const rest = articles.filter((one) => !isTheirs(one));
  if (rest.length === 0) return { kind: 'diagnosis', diagnosis: conclude(theirs.judged, circumstances) };
  const others = await hold(runChecks, suspicion, rest, undefined, progress);
  const judged = 'choices' in others ? theirs.judged : inOrder(articles, [...theirs.judged, ...others.judged]);
  return { kind: 'diagnosis', diagnosis: conclude(judged, circumstances) };
}

/** What became of articles, or the people among whom to choose. */
type Held = { readonly judged: readonly DiagnosedArticle[] } | { readonly choices: readonly PersonChoice[] };

/** Holds the articles that are about one person, or about nobody, against the live tenants. */
async function hold(
  runChecks: RunChecks,
  { all, linkOf, intents, isPersonHeldBack, isAgain = false, onProgress }: Suspicion,
  articles: readonly Article[],
  who: string | undefined,
  progress: { ended: number; all: number },
): Promise<Held> {
  const results = new Map<string, CheckResult>();
  const asked = new Set<string>();
  let several: readonly PersonChoice[] | undefined;

  async function look(more: readonly Article[]): Promise<readonly DiagnosedArticle[]> {
    const ids = checksOf(more).filter((id) => !asked.has(id));
    for (const id of ids) asked.add(id);
    if (ids.length > 0) {
      progress.all += ids.length;
      const run = await runChecks(ids, {
        maxAgeMs: isAgain ? keptWhenAgainMs : keptForMs,
        ...(who === undefined ? {} : { who }),
        ...(isPersonHeldBack ? { isPersonHeldBack } : {}),
        onResult: () => {
          progress.ended += 1;
          onProgress?.(progress.ended, progress.all);
        },
      });
      if (run.kind === 'several') several = run.choices;
      else for (const result of run.results) results.set(result.check, result);
    }
    return more.map((article) => judge(article, results, linkOf));
  }

  const likely = await look(articles);
  if (several !== undefined) return { choices: several };
  const judged = articles.length < 2 ? [...likely] : decided(likely, seenFacts(results.values()), intents);
  if (!judged.some(isConfirmed)) judged.push(...(await look(pointedAt(likely, all))).filter(isConfirmed));
  if (judged.every((one) => one.isCauseRuledOut || isAllRight(one))) {
    judged.push(...(await look(neighboursOf(articles, all).slice(0, mostFurther))).filter(isConfirmed));
  }
  return { judged };
}

/** The likeliest first, as they were given; each article once. */
function inOrder(articles: readonly Article[], judged: readonly DiagnosedArticle[]): readonly DiagnosedArticle[] {
  const once = [...new Map([...judged].reverse().map((one) => [one.article.id, one])).values()].reverse();
  const place = new Map(articles.map(({ id }, index) => [id, index]));
  const placeOf = ({ article }: DiagnosedArticle) => place.get(article.id) ?? articles.length;
  return once.sort((a, b) => placeOf(a) - placeOf(b));
}

/** The intent that leads to an article has its id. */
function decided(
  judged: readonly DiagnosedArticle[],
  seen: ReturnType<typeof seenFacts>,
  intents: Suspicion['intents'],
): DiagnosedArticle[] {
  const isOut = (one: DiagnosedArticle) => {
    const intent = intents?.get(one.article.id);
    return !isConfirmed(one) && intent !== undefined && isContradicted(intent, seen);
  };
  const out = judged.filter(isOut).map((one) => ({ ...one, verdict: 'ruled-out' as const, isCauseRuledOut: true }));
  return [...judged.filter((one) => !isOut(one)), ...out];
}

function isConfirmed({ verdict }: DiagnosedArticle): boolean {
  return verdict === 'confirmed';
}

function pointedAt(judged: readonly DiagnosedArticle[], all: ReadonlyMap<string, Article>): readonly Article[] {
  const known = new Set(judged.map(({ article }) => article.id));
  const ids = [...new Set(judged.flatMap(pointsAt))].filter((id) => !known.has(id));
  return ids.slice(0, mostFurther).flatMap((id) => all.get(id) ?? []);
}
