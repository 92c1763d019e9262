import type { Unproven } from '../desk/live-in.js';
import type { Reply } from '../desk/reply.js';
import { judge } from '../diagnosis/index.js';
import type { DiagnosedArticle } from '../model/diagnosis.js';
import type { LookupStatus } from '../model/evidence.js';
import type { LookupReport } from '../model/lookup.js';
import { nothingRead } from './live-reply.js';

type DiagnosisReply = Extract<Reply, { readonly kind: 'diagnosis' }>;

/**
 * A diagnosis with what it means for a script: where it is about a person, what is wrong with the person counts too, and
 * so does a system that could not be read for it.
 */
export function statusOf({ diagnosis, report }: Pick<DiagnosisReply, 'diagnosis' | 'report'>): LookupStatus {
  const both: readonly LookupStatus[] = [diagnosis.status, ...(report === undefined ? [] : [report.status])];
  if (both.includes('finding')) return 'finding';
  if (both.every((status) => status === 'unreadable')) return 'unreadable';
  return both.every((status) => status === 'ok') ? 'ok' : 'partial';
}

/** What `diagnose --json` prints: the public fields of every lookup, the verdict and the articles. */
export function diagnosisJson(reply: DiagnosisReply): object {
  const { diagnosis, report, undecided, also, redactions = [] } = reply;
  const { summary, verdict, subject, left, evidence, errors, articles } = diagnosis;
  return {
    status: statusOf(reply),
    summary,
    verdict,
    ...(subject === undefined ? {} : { subject }),
    evidence,
    errors,
    left,
    articles: articles.map(articleJson),
    ...(undecided === undefined ? {} : undecided),
    ...(report === undefined ? {} : { report }),
    ...(also === undefined ? {} : { also }),
    redactions,
  };
}

/** The same about a person whose trouble no article explains: what was found out about them is all there is. */
export function reportOnlyJson(report: LookupReport): object {
  const { status, summary, subject, evidence, errors } = report;
  return {
    status,
    summary,
    verdict: null,
    ...(subject === undefined ? {} : { subject }),
    evidence,
    errors,
    articles: [],
    report,
  };
}

/** The fields of a diagnosis where none was made. */
export const noDiagnosis = { ...nothingRead, verdict: null, errors: [], articles: [] } as const;

/** The same for a text of which the live tenants can prove nothing. */
export function unprovenJson(reply: Unproven): object {
  const { redactions = [], also } = reply;
  const fields = {
    ...noDiagnosis,
    summary: whyUnproven(reply),
    redactions,
    ...(also === undefined ? {} : { also }),
  };
  switch (reply.kind) {
    case 'answer':
      return { ...fields, articles: reply.answers.map(({ article }) => articleJson(judge(article, new Map()))) };
    case 'question':
      return { ...fields, question: reply.question, choices: reply.choices };
    case 'unknown':
      return { ...fields, nearest: reply.nearest };
    case 'lookup':
      return { ...fields, lookup: reply.lookup };
    case 'help':
      return fields;
  }
}

/** Why nothing was proven: one sentence. */
export function whyUnproven(reply: Unproven): string {
  switch (reply.kind) {
    case 'answer':
      return `No check can tell whether it is “${reply.answers.map(({ article }) => article.title).join('” or “')}”; this is the fix as it stands.`;
    case 'question':
      return 'No check can tell which of several problems it is; the question says what decides.';
    case 'unknown':
      return 'The text is not recognised, so there is nothing to check.';
    case 'lookup':
      return 'This asks for one fact, which the command of that lookup reads; there is nothing to prove.';
    case 'help':
      return 'This asks what wo-okta can do; there is nothing to prove.';
  }
}

function articleJson({ article, verdict, isCauseRuledOut, cause, steps }: DiagnosedArticle): object {
  const { id, version, title } = article;
  return {
    id,
    version,
    title,
    verdict,
    isCauseRuledOut,
    ...(cause === undefined ? {} : { cause: cause.check }),
    steps: steps.map(({ number, step, outcome, results }) => ({
      number,
      do: step.do,
      place: step.place,
      ...(step.where === undefined ? {} : { where: step.where }),
      expect: step.expect,
      outcome,
      results,
    })),
  };
}
