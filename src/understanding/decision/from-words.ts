import { type Intent, unrelated } from '../../model/intent.js';
import type { RankedIntent, Surface } from '../../model/understanding.js';
import type { Classification } from '../classify.js';
import { confidenceFrom, signsOf } from './confidence.js';
import { phrasing, unknown } from './evidence.js';
import { type Decided, type Grounds, isRuledOut, mostChoices } from './grounds.js';

/**
 * From these confidences on the bot answers; chosen by cross-validation so that, unasked in a channel, fewer than one
 * unrelated message in 200 is answered. Asked directly, a wrong answer costs less than a needless question.
 */
const thresholds = {
  answer: { direct: 0.7, channel: 0.96 },
  /** With a word of thanks, announcement or the like in it, an unasked text must be this clear. */
  answerDespiteTalk: 0.985,
  /** Beside an error code that nobody knows a lookup must be this clear. */
  answerDespiteCode: { direct: 0.8, channel: 0.96 },
  /** In few words an article must be clearer still: it is the code that was shown, whatever stands around it. */
  articleDespiteCode: { direct: 0.92, channel: 0.985 },
  /** The second candidate must be this many times less likely. */
  lead: { direct: 3, channel: 6 },
  /** Below this the best candidate is not worth a question. */
  ask: { direct: 0.16, channel: 0.35 },
  /** A text that is this likely to leave open which of several intents is meant is asked about. */
  open: 0.08,
  /** A text is unrelated when that is at least this likely; one of many words that is said to the bot is hardly ever. */
  unrelated: { direct: 0.75, directAndLong: 0.9, channel: 0.35 },
} as const;

/** So many words are a log or a report. */
const manyWords = 40;

/** Fewer words overheard in a channel are a piece of somebody else's talk ("token expired?"), unless they are an error text. */
const leastOverheard = 3;

/** How likely the last of the choices must be. */
const leastChoice = 0.04;

/**
 * Most of what is said in a channel is none of our business, and so is a third of the examples; of what is said to the
 * bot little is. Asked directly, the odds of "unrelated" are divided by this.
 */
const directness = 6;

/** The classification with the odds that fit the surface. */
function forSurface(classification: Classification, surface: Surface): Classification {
  if (surface === 'channel') return classification;
  const talk = classification.ranked.find(({ label }) => label === unrelated)?.probability ?? 0;
  const rest = talk / directness + (1 - talk);
  const { open } = classification;
  return {
    ...classification,
    open: { ...open, probability: open.probability / rest },
    ranked: classification.ranked
      .map(({ label, probability }) => ({
        label,
        probability: (label === unrelated ? probability / directness : probability) / rest,
      }))
      .sort((a, b) => b.probability - a.probability),
  };
}

/** What the words say by the classifier; surer of itself where it was asked. */
export function fromWords(intents: ReadonlyMap<string, Intent>, grounds: Grounds): Decided {
  const { surface, facts } = grounds;
  const classification = forSurface(grounds.classification, surface);
  const candidates = classification.ranked
    .filter(({ label }) => label !== unrelated)
    .filter(({ label }) => !isRuledOut(intents.get(label), facts))
    .slice(0, mostChoices);
  const [first, second] = candidates;
  if (first === undefined) return { decision: 'none', intents: [] };
  const sureness = confidenceFrom(signsOf(classification, first.label));
  const toRanked = ({ label, probability }: { label: string; probability: number }): RankedIntent => {
    const closest = classification.closest(label);
    // The others keep their proportion to the first.
    const confidence =
      label === first.label ? sureness : (sureness * probability) / Math.max(probability, first.probability);
    return { id: label, confidence, evidence: [...phrasing(closest), ...grounds.unknownCodes.map(unknown)] };
  };
  const talk = classification.ranked.find(({ label }) => label === unrelated)?.probability ?? 0;
  const hasManyWords = classification.words >= manyWords;
  const isLong = surface === 'direct' && hasManyWords;
  // Nobody asks for the help at such length.
  const isHelp = hasManyWords && intents.get(first.label)?.leadsTo === 'help';
  const bar = thresholds.unrelated[isLong ? 'directAndLong' : surface];
  if (isHelp || talk >= bar || sureness < thresholds.ask[surface]) {
    return { decision: 'none', intents: candidates.slice(0, 2).map(toRanked) };
  }
  if (grounds.isCodeAlone) {
    // The code is what the person asks about, and nobody knows it. A lookup that was asked for in words still is one.
    const articles = candidates.filter(({ label }) => leadsToArticle(intents.get(label)));
    if (leadsToArticle(intents.get(first.label)) || sureness < thresholds.answerDespiteCode[surface])
      return { decision: 'none', intents: articles.slice(0, 2).map(toRanked) };
  }
  const { open } = classification;
  if (open.labels.includes(first.label) && open.probability >= thresholds.open) {
    const left = classification.ranked.filter(({ label }) => open.labels.includes(label));
    return { decision: 'ask', intents: left.map(toRanked) };
  }
  const isAhead = first.probability >= thresholds.lead[surface] * (second?.probability ?? 0);
  const needed = Math.max(
    surface === 'channel' && grounds.hasTalkCue ? thresholds.answerDespiteTalk : thresholds.answer[surface],
    grounds.unknownCodes.length > 0 && !hasManyWords && leadsToArticle(intents.get(first.label))
      ? thresholds.articleDespiteCode[surface]
      : 0,
  );
  const isFragment = surface === 'channel' && classification.words < leastOverheard;
  if (sureness >= needed && isAhead && !isFragment) return { decision: 'answer', intents: [toRanked(first)] };
  const choices = candidates.filter(({ probability }, index) => index === 0 || probability >= leastChoice);
  return { decision: 'ask', intents: choices.map(toRanked) };
}

function leadsToArticle(intent: Intent | undefined): boolean {
  return typeof intent?.leadsTo === 'object' && 'article' in intent.leadsTo;
}
