import { auditOf, type EarlierAudit, type LinkOf, resultsOf } from '../diagnosis/index.js';
import type { Article } from '../model/article.js';
import type { Audit } from '../model/audit.js';
import type { Diagnosis } from '../model/diagnosis.js';
import type { LookupReport } from '../model/lookup.js';
import { questionFor } from '../understanding/decision/question.js';
import { diagnose, type RunChecks } from './diagnose.js';
import type { LookUp } from './look-up.js';
import type { DiagnosisRequest } from './question.js';
import { choiceOf, type Knowledge, refused } from './replies.js';
import type { LiveRequest, Reply } from './reply.js';
import { createShortMemory } from './short-memory.js';

export type { EarlierAudit } from '../diagnosis/index.js';

/** What live checks work with. */
export interface LiveChecksParts {
  readonly runChecks: RunChecks;
  /** For diagnoses about a person: asks for the right, and leaves the record. */
  readonly lookUp: LookUp;
  /** Asked anew for every diagnosis. */
  readonly current: () => Knowledge;
  /** Where a step happens in the consoles of these tenants; left out, steps have their menu path only. */
  readonly linkOf?: LinkOf | undefined;
  /** The audit of the last time. Never rejects. */
  readonly lastAudit: () => Promise<EarlierAudit | undefined>;
  /** Keeps an audit to compare the next one with. Never rejects. */
  readonly keepAudit: (audit: EarlierAudit) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Told how many of how many checks have ended. */
export type OnProgress = (ended: number, all: number) => void;

/** How an audit is to be made. */
export interface AuditOptions {
  /** What to compare it with, in place of the audit of the last time. */
  readonly since?: EarlierAudit | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** The way from an answer to what the live tenants say of it. */
export interface LiveChecks {
  diagnose(request: DiagnosisRequest, onProgress?: OnProgress): Promise<Reply>;
  /** What a diagnosis rests on, for whoever asks; about a person, for the one who had asked only. */
  explain(diagnosisId: string, asker: string): Reply;
  /** Every check that looks at no person, compared with an earlier run. */
  audit(options?: AuditOptions): Promise<Reply>;
}

/** As long as somebody can be expected to ask what was read. */
const diagnosisMemory = { most: 200, ms: 60 * 60_000 };

interface Kept {
  readonly diagnosis: Diagnosis;
  /** Set where only they may see it. */
  readonly asker?: string;
}

/** Opens the way to the live checks. */
export function createLiveChecks(parts: LiveChecksParts): LiveChecks {
  const { runChecks, lookUp, current, now } = parts;
  const kept = createShortMemory<Kept>(now, diagnosisMemory);

  /** The person's half: a report, no right to it, or a Reply that stands for all. */
  async function personOf({ live, place, asker, isExplicit = false }: DiagnosisRequest) {
    if (live.who === undefined) return {};
    const reply = await lookUp({ lookup: 'check', who: live.who, place, asker, isUnasked: !isExplicit });
    if (reply.kind === 'report') return { report: reply.report, alone: reply };
    // Not asked for by name: the fix stands without the person.
    return isExplicit ? { instead: reply } : {};
  }

  return {
    async diagnose(request, onProgress) {
      const { live, asker, isAgain } = request;
      const { library } = current();
      const { report, alone, instead } = await personOf(request);
      if (instead !== undefined) return instead;
      const named = articlesOf(live, report, library.articles);
      const isTroubled = report !== undefined && report.status !== 'ok';
      const articles = named.length === 0 && isTroubled ? anyLeg(library.articles) : named;
      // Nothing points at a known problem: then what was found about the person is the answer.
      if (articles.length === 0) return alone ?? noArticle;
      const who = report === undefined ? undefined : live.who;
      const found = await diagnose(runChecks, {
        articles,
        all: library.articles,
        who,
        whoFor: whoForOf(live, report),
        isPersonHeldBack: live.heldBack !== undefined,
        subject: report?.subject,
        before: beforeOf(live),
        wanted: live.isWanted ? live.articles[0] : undefined,
        linkOf: parts.linkOf,
        intents: library.intents,
        ...(isAgain === undefined ? {} : { isAgain }),
        onProgress,
      });
      if (found.kind === 'several')
        return {
          kind: 'people',
          lookup: 'check',
          question: 'Several people fit. Whom do you mean?',
          choices: found.choices,
        };
      const { diagnosis } = found;
      // The set-up explains nothing either: then what was found about the person says more.
      if (named.length === 0 && diagnosis.verdict !== 'confirmed' && alone !== undefined) return alone;
      const isPrivate = report !== undefined;
      return {
        kind: 'diagnosis',
        diagnosis,
        diagnosisId: kept.keep({ diagnosis, ...(isPrivate ? { asker } : {}) }),
        live: {
          ...againOf(diagnosis, live),
          ...askedOf(diagnosis, live, report),
          ...(who === undefined ? {} : { who, ...whoForAgain(live) }),
        },
        ...undecided(live, diagnosis, library),
        ...labelsOf(diagnosis, library),
        ...(report === undefined ? {} : { report }),
        ...(request.redactions === undefined ? {} : { redactions: request.redactions }),
      };
    },
    explain(diagnosisId, asker) {
      const found = kept.get(diagnosisId);
      if (found === undefined) return forAsker('I no longer have what was read then. “Run again” reads it anew.');
      if (found.asker !== undefined && found.asker !== asker)
        return forAsker('That diagnosis is about a person; only whoever asked sees what it rests on.');
      return { kind: 'evidence', results: resultsOf(found.diagnosis.articles) };
    },
    async audit({ since, onProgress } = {}) {
      const progress = { ended: 0, all: 0 };
      const run = await runChecks('tenant', {
        maxAgeMs: 0,
        onStart: (all) => {
          progress.all = all;
        },
        onResult: () => {
          progress.ended += 1;
          onProgress?.(progress.ended, progress.all);
        },
      });
      if (run.kind !== 'ran') throw new TypeError('An audit is about no person.');
      const earlier = since ?? (await parts.lastAudit());
      const audit: Audit = auditOf(run.results, new Date(now()).toISOString(), earlier);
      await parts.keepAudit({ at: audit.at, results: audit.results.map(({ check, outcome }) => ({ check, outcome })) });
      return { kind: 'audit', audit };
    },
  };
}

const noArticle: Reply = refused('That article no longer exists; the knowledge has changed since. Ask again.');

/** Those that were asked about, then those that the person's events point at. */
function articlesOf(
  live: LiveRequest,
  report: LookupReport | undefined,
  articles: ReadonlyMap<string, Article>,
): readonly Article[] {
  const ids = new Set([...live.articles, ...pointedAt(report)]);
  return [...ids].flatMap((id) => articles.get(id) ?? []);
}

/** What the person's own events point at is about the person, too. */
function whoForOf({ whoFor }: LiveRequest, report: LookupReport | undefined): readonly string[] | undefined {
  if (whoFor === undefined) return undefined;
  return [...whoFor, ...pointedAt(report)];
}

function whoForAgain({ whoFor }: LiveRequest): Pick<LiveRequest, 'whoFor'> {
  return whoFor === undefined ? {} : { whoFor };
}

/** The articles that a person's events name. */
function pointedAt(report: LookupReport | undefined): readonly string[] {
  const first = report?.timeline.find(({ isFirstFailure }) => isFirstFailure)?.articleId;
  return [report?.articleId, first].flatMap((id) => id ?? []);
}

/** The article that walks the legs of a sign-in, whatever its error. */
function anyLeg(articles: ReadonlyMap<string, Article>): readonly Article[] {
  const article = articles.get('sign-in-leg-failing');
  return article === undefined ? [] : [article];
}

function beforeOf({ articles: [article], cause: check }: LiveRequest) {
  return article === undefined || check === undefined ? undefined : { article, check };
}

/** What to look at when somebody wants to see it again: the same, that which was proven first. */
function againOf({ articles, verdict }: Diagnosis, asked: LiveRequest): LiveRequest {
  // What was proven once stays the question until something else is, also while a system cannot be read.
  const cause = verdict === 'confirmed' ? articles[0]?.cause?.check : asked.cause;
  return {
    articles: articles.map(({ article }) => article.id),
    ...(cause === undefined ? {} : { cause }),
    ...(verdict === 'confirmed' || asked.choices === undefined ? {} : { choices: asked.choices }),
    ...(asked.heldBack === undefined ? {} : { heldBack: asked.heldBack }),
    ...(asked.isWanted === undefined ? {} : { isWanted: asked.isWanted }),
    ...(asked.hasSeveralErrors === undefined ? {} : { hasSeveralErrors: asked.hasSeveralErrors }),
  };
}

/** What of a diagnosis was asked about, or is what the person's own events tell; nothing where that is all of it. */
function askedOf(
  { articles }: Diagnosis,
  live: LiveRequest,
  report: LookupReport | undefined,
): Pick<LiveRequest, 'asked'> {
  const asked = new Set([...(live.asked ?? live.articles), ...pointedAt(report)]);
  const those = articles.map(({ article }) => article.id).filter((id) => asked.has(id));
  return those.length === 0 || those.length === articles.length ? {} : { asked: those };
}

/** What a button can say of an article, by its id. */
function labelsOf(
  { articles }: Diagnosis,
  { intents }: Knowledge['library'],
): Pick<Extract<Reply, { readonly kind: 'diagnosis' }>, 'labels'> {
  const labels = articles.flatMap(({ article: { id } }) => {
    const label = intents.get(id)?.choice;
    return label === undefined ? [] : [[id, label] as const];
  });
  return labels.length === 0 ? {} : { labels: Object.fromEntries(labels) };
}

/** What stays to be asked when the tenants neither prove what a question is about nor rule out all but one of it. */
function undecided(
  { choices: asked = [] }: LiveRequest,
  { verdict, articles }: Diagnosis,
  library: Knowledge['library'],
): Pick<Extract<Reply, { readonly kind: 'diagnosis' }>, 'undecided'> {
  const isRuledOut = (id: string) => articles.some((one) => one.article.id === id && one.verdict === 'ruled-out');
  const open = asked.filter((id) => !isRuledOut(id)).flatMap((id) => library.intents.get(id) ?? []);
  const isDecided = open.length === 1 && asked.length > 1 && library.articles.has(open[0]?.id ?? '');
  if (verdict === 'confirmed' || open.length === 0 || isDecided) return {};
  const choices = open.flatMap(({ id }) => choiceOf(id, library) ?? []);
  return { undecided: { question: questionFor(open), choices } };
}

function forAsker(text: string): Reply {
  return { ...refused(text), isForAskerOnly: true };
}
