import { unrelated } from '../../dist/model/intent.js';

/** The kinds of held-out text whose first answer is judged; README.md in `test/evaluation` says what each holds. */
export const judgedKinds = ['error', 'noisy', 'paraphrase', 'lookup'];
/** The share of false replies a helpdesk puts up with. */
export const mostFalseReplies = 0.005;

/**
 * Judges an engine's predictions. Shares, 0 to 1:
 * - `kinds`: first label right, whatever its score;
 * - `right`, `falseReplies`: answered right and answered though unrelated, at the engine's own thresholds or, when it
 *   has none, at the one that serves it best on these very texts (most right less most false);
 * - `rightWhenQuiet`: the most it answers right at any threshold with at most 0.5 % false replies.
 */
export function score(texts, predictions) {
  const cases = texts.map((item, index) => ({ ...item, given: meaningful(predictions[index]) }));
  const wanted = cases.filter(({ kind, decision }) => judgedKinds.includes(kind) && decision !== 'ask');
  const unwanted = cases.filter(({ expect }) => expect.length === 0);
  const shares = (answers) => ({
    right: share(wanted, (item) => answers(item.given) && isRight(item)),
    falseReplies: share(unwanted, ({ given }) => answers(given)),
  });
  const scores = [...new Set(cases.flatMap(({ given }) => (given === undefined ? [] : [given.score])))];
  const byThreshold = [...scores, Number.POSITIVE_INFINITY].map((least) =>
    shares((given) => given !== undefined && given.score >= least),
  );
  const decidesItself = cases.some(({ given }) => given?.answers !== undefined);
  const best = byThreshold.reduce((a, b) => (b.right - b.falseReplies > a.right - a.falseReplies ? b : a));
  const quiet = byThreshold.filter(({ falseReplies }) => falseReplies <= mostFalseReplies);
  return {
    kinds: Object.fromEntries(
      judgedKinds.map((kind) => [
        kind,
        share(
          wanted.filter((item) => item.kind === kind),
          isRight,
        ),
      ]),
    ),
    all: share(wanted, isRight),
    ...(decidesItself ? shares((given) => given?.answers === true) : best),
    rightWhenQuiet: Math.max(...quiet.map(({ right }) => right)),
  };
}

/** The label of talk is no answer. */
function meaningful(prediction) {
  return prediction === null || prediction.label === unrelated ? undefined : prediction;
}

function isRight({ expect, given }) {
  return given !== undefined && expect.includes(given.label);
}

function share(items, test) {
  return items.filter(test).length / items.length;
}
