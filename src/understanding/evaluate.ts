import * as z from 'zod';
import type { Surface, Understand, Understanding } from '../model/understanding.js';

const expectation = {
  id: z.string().min(1),
  surface: z.enum(['channel', 'direct']).optional(),
  /** Intents acceptable as the first answer; empty when nothing should be answered. */
  expect: z.array(z.string()),
  /** Given where the expert would have to ask back; `expect` then lists the candidates. */
  decision: z.literal('ask').optional(),
  kind: z.string().min(1),
};

/** One held-out text and what a good expert would say of it: a line of `test/evaluation/*.jsonl`. */
export const evaluationCaseSchema = z.strictObject({ ...expectation, text: z.string() });
export type EvaluationCase = z.infer<typeof evaluationCaseSchema>;

/** The same with a picture instead of the text: a line of `test/evaluation/screenshots/*.jsonl`. */
export const pictureCaseSchema = z.strictObject({
  ...expectation,
  /** A file beside the one with this line. */
  picture: z.string().regex(/^[\w-]+\.(?:png|jpg)$/, 'has to be the name of a .png or .jpg file in the same folder'),
});
export type PictureCase = z.infer<typeof pictureCaseSchema>;

/** How one kind of text fared. Shares are of the kind's texts, 0 to 1. */
export interface KindScore {
  readonly kind: string;
  readonly texts: number;
  /** Answered, and the first intent is right. */
  readonly answeredRight: number;
  /** The first intent is right, whether answered or asked. */
  readonly firstRight: number;
  /** The right one is the first or among the choices asked. */
  readonly offered: number;
  /** Answered, and wrong. */
  readonly answeredWrong: number;
}

/** One text that did not come out as expected. */
export interface Miss {
  readonly case: EvaluationCase;
  readonly understanding: Understanding;
}

export interface EvaluationReport {
  readonly kinds: readonly KindScore[];
  /** Of the texts that ask nothing of the bot: answered unasked, and the share. */
  readonly falseReplies: { readonly texts: number; readonly answered: number; readonly share: number };
  /** Wanted intent → given intent (or decision), most frequent first. */
  readonly confusions: readonly { readonly wanted: string; readonly given: string; readonly count: number }[];
  /** Of the replies given with about this confidence, the share whose first intent is right. */
  readonly calibration: readonly {
    readonly from: number;
    readonly to: number;
    readonly answers: number;
    readonly right: number;
  }[];
  readonly misses: readonly Miss[];
}

/** Reads one line of a held-out file, or says what is wrong with it. */
export function readCase(
  line: string,
): { readonly ok: true; readonly case: EvaluationCase | PictureCase } | { readonly ok: false; readonly fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, fault: 'This is not valid JSON; each line is one object.' };
  }
  const isPicture = typeof value === 'object' && value !== null && 'picture' in value;
  const read = (isPicture ? pictureCaseSchema : evaluationCaseSchema).safeParse(value);
  if (read.success) return { ok: true, case: read.data };
  const faults = read.error.issues.map(
    ({ path, message }) => `${path.map(String).join('.') || 'the line'}: ${message}`,
  );
  return { ok: false, fault: `${faults.join('; ')}.` };
}

/**
 * Runs every case and counts. Cases that expect nothing count as false replies when they are answered.
 * @param progress told after each case how many are done.
 */
export function evaluate(
  cases: readonly EvaluationCase[],
  understand: Understand,
  progress: (done: number) => void = () => undefined,
): EvaluationReport {
  const results = cases.map((item, index) => {
    const understanding = understand(item.text, { surface: surfaceOf(item) });
    progress(index + 1);
    return { case: item, understanding };
  });
  const wanted = results.filter(({ case: item }) => item.expect.length > 0);
  const unwanted = results.filter(({ case: item }) => item.expect.length === 0);
  const answered = unwanted.filter(({ understanding }) => understanding.decision === 'answer').length;
  const misses = [
    ...wanted.filter((result) => !isRight(result)),
    ...unwanted.filter((result) => result.understanding.decision === 'answer'),
  ];
  return {
    kinds: [...new Set(wanted.map(({ case: item }) => item.kind))].map((kind) =>
      score(
        kind,
        wanted.filter(({ case: item }) => item.kind === kind),
      ),
    ),
    falseReplies: { texts: unwanted.length, answered, share: unwanted.length === 0 ? 0 : answered / unwanted.length },
    confusions: confusionsOf(misses),
    calibration: calibrationOf(results),
    misses,
  };
}

function surfaceOf(item: EvaluationCase): Surface {
  return item.surface ?? 'direct';
}

function score(kind: string, group: readonly Miss[]): KindScore {
  const share = (test: (result: Miss) => boolean) => group.filter(test).length / group.length;
  return {
    kind,
    texts: group.length,
    answeredRight: share((result) => result.understanding.decision === 'answer' && isFirst(result)),
    firstRight: share((result) => result.understanding.decision !== 'none' && isFirst(result)),
    offered: share(isRight),
    answeredWrong: share((result) => result.understanding.decision === 'answer' && !isRight(result)),
  };
}

function isFirst({ case: { expect }, understanding }: Miss): boolean {
  return expect.includes(understanding.intents[0]?.id ?? '');
}

/** Right: answered with (all of) what was expected, or asked with it among the choices. */
function isRight({ case: item, understanding }: Miss): boolean {
  const given = understanding.intents.map(({ id }) => id);
  if (understanding.decision === 'none') return false;
  if (understanding.decision === 'ask') {
    return item.decision === 'ask'
      ? item.expect.every((id) => given.includes(id))
      : item.expect.some((id) => given.includes(id));
  }
  if (item.kind === 'log-several') return item.expect.every((id) => given.includes(id));
  return item.decision !== 'ask' && item.expect.includes(given[0] ?? '');
}

function confusionsOf(misses: readonly Miss[]): EvaluationReport['confusions'] {
  const counts = new Map<string, { wanted: string; given: string; count: number }>();
  for (const { case: item, understanding } of misses) {
    const wanted =
      item.expect.length === 0
        ? 'nothing'
        : item.decision === 'ask'
          ? `ask: ${item.expect.join(' or ')}`
          : item.expect.join(' or ');
    const first = understanding.intents[0]?.id ?? '';
    const given = understanding.decision === 'answer' ? first : `${understanding.decision} (${first})`;
    const entry = counts.get(`${wanted} ${given}`) ?? { wanted, given, count: 0 };
    counts.set(`${wanted} ${given}`, { ...entry, count: entry.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

function calibrationOf(results: readonly Miss[]): EvaluationReport['calibration'] {
  const edges = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.0001];
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? 1;
    const group = results.filter(({ case: item, understanding: { decision, intents } }) => {
      const confidence = intents[0]?.confidence ?? -1;
      // In a channel the bot asks nothing unasked: only what is said can be believed or not.
      const isSaid = decision === 'answer' || (decision === 'ask' && surfaceOf(item) === 'direct');
      return isSaid && item.decision !== 'ask' && confidence >= from && confidence < to;
    });
    const right = group.filter(isFirst).length;
    return { from, to: Math.min(to, 1), answers: group.length, right: group.length === 0 ? 0 : right / group.length };
  });
}
