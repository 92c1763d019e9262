import type { Fact } from '../model/fact.js';
import { type Intent, unrelated } from '../model/intent.js';
import type { Decision, RankedIntent, Surface } from '../model/understanding.js';
import type { Classification } from './classify.js';
import { contradicted } from './concepts.js';
import { confidenceFrom, signsOf } from './confidence.js';
import { withoutPeople } from './entities.js';
import type { Misreading } from './misread.js';
import type { SignatureMatch } from './signatures.js';

/** What the decision rests on. */
export interface Grounds {
  readonly surface: Surface;
  readonly matches: readonly SignatureMatch[];
  /** Looks for error texts that were hardly legible: asked only where nothing else decides. */
  readonly findMisread: () => readonly Misreading[];
  readonly classification: Classification;
  readonly facts: ReadonlySet<Fact>;
  /** Error codes of the text that no text of the knowledge has. */
  readonly unknownCodes: readonly string[];
  /** True when the text says nothing of the situation but such a code: what else is in it fits any error. */
  readonly isCodeAlone: boolean;
  /** True when anything in the text sounds like thanks, an announcement, a document, a plan or something solved. */
  readonly hasTalkCue: boolean;
  /** True when the text around the error texts is mere talk: thanks, an announcement, something solved. */
  readonly isTalk: boolean;
  /** Words of the text outside error texts. */
  readonly wordsAround: number;
}

export interface Decided {
  readonly decision: Decision;
  readonly intents: readonly RankedIntent[];
}

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
  /** The second candidate must be this many times less likely. */
  lead: { direct: 3, channel: 6 },
  /** From these likenesses on a hardly legible error text is taken for it, outweighs what the words say, leads them. */
  misread: { answer: 0.75, outweighs: 0.7, leads: 0.6 },
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

/** From this similarity on a fragment of an error text speaks for itself. */
const leastBelievable = 0.78;

/** Choices offered at most, and how likely the last of them must be. */
const mostChoices = 4;
const leastChoice = 0.04;

/** Decides what a text means: error texts first, the classifier where there are none or they leave it open. */
export function decide(intents: ReadonlyMap<string, Intent>, grounds: Grounds): Decided {
  const settled = fromSignatures(intents, grounds);
  if (settled !== undefined) return settled;
  const guessed = fromClassifier(intents, grounds);
  if (grounds.surface === 'channel') return guessed;
  const doubtful = grounds.matches.filter(({ isDoubtful }) => isDoubtful);
  if (doubtful.length === 0) return fromMisread(intents, grounds, guessed) ?? guessed;
  // What may be another error is worth a question where somebody asks and there is one to ask, and never an answer.
  const open = doubtful.find((match) => match.intents.length > 1);
  return guessed.decision === 'answer' || open === undefined ? guessed : askBetween(open, grounds);
}

function fromSignatures(intents: ReadonlyMap<string, Intent>, grounds: Grounds): Decided | undefined {
  if (grounds.matches.length === 0) return undefined;
  const settled = new Map<string, RankedIntent>();
  const open: SignatureMatch[] = [];
  for (const match of grounds.matches.filter((found) => !found.isDoubtful && isBelievable(found, grounds))) {
    const possible = match.intents.filter((id) => !isRuledOut(intents.get(id), grounds.facts));
    if (possible.length === 0) continue;
    const decided = possible.length === 1 ? possible[0] : decideBetween(possible, intents, grounds);
    if (decided === undefined) open.push(match);
    else if ((settled.get(decided)?.confidence ?? 0) < confidenceOf(match))
      settled.set(decided, ranked(decided, match, intents, grounds));
  }
  const answers = [...settled.values()].sort((a, b) => b.confidence - a.confidence);
  if (answers.length > 0) {
    if (grounds.surface === 'channel' && grounds.isTalk) return { decision: 'none', intents: answers.slice(0, 2) };
    return { decision: 'answer', intents: answers };
  }
  const match = open[0];
  return match === undefined ? undefined : askBetween(match, grounds);
}

/** The question which of the intents that share an error text is meant, the likeliest first. */
function askBetween(match: SignatureMatch, grounds: Grounds): Decided {
  const share = confidenceOf(match) / match.intents.length;
  const choices = match.intents
    .map((id) => ({ id, confidence: share, evidence: [quote(match)], order: likelihood(id, grounds) }))
    .sort((a, b) => b.order - a.order)
    .map(({ id, confidence, evidence }) => ({ id, confidence, evidence }));
  return { decision: 'ask', intents: choices.slice(0, mostChoices) };
}

/**
 * What a hardly legible error text says: what the words say too, or, when it is nearly legible, by itself; else it is
 * asked about, beside what the words say.
 */
function fromMisread(intents: ReadonlyMap<string, Intent>, grounds: Grounds, guessed: Decided): Decided | undefined {
  const misread = grounds
    .findMisread()
    .map((found) => ({ ...found, possible: found.intents.filter((id) => !isRuledOut(intents.get(id), grounds.facts)) }))
    .find(({ possible }) => possible.length > 0);
  if (misread === undefined) return undefined;
  const { possible, similarity } = misread;
  const evidence = [quote(misread)];
  const confidence = confidenceOf(misread);
  const [said] = guessed.intents;
  if (guessed.decision === 'answer' && said !== undefined) {
    if (possible.includes(said.id))
      return { decision: 'answer', intents: [{ ...said, evidence: [...evidence, ...said.evidence] }] };
    if (similarity < thresholds.misread.outweighs) return guessed;
  } else {
    const [meant, other] = possible;
    if (meant !== undefined && other === undefined && similarity >= thresholds.misread.answer)
      return { decision: 'answer', intents: [{ id: meant, confidence, evidence }] };
  }
  const misreadFor = possible
    .map((id) => ({ id, confidence: confidence / possible.length, evidence }))
    .sort((a, b) => likelihood(b.id, grounds) - likelihood(a.id, grounds));
  const others = guessed.decision === 'none' ? [] : guessed.intents.filter(({ id }) => !possible.includes(id));
  const choices = similarity >= thresholds.misread.leads ? [...misreadFor, ...others] : [...others, ...misreadFor];
  return { decision: 'ask', intents: choices.slice(0, mostChoices) };
}

/** A fragment of an error text counts only when the rest of the text sounds like it. */
function isBelievable({ similarity, isWhole, intents }: SignatureMatch, grounds: Grounds): boolean {
  if (isWhole || similarity >= leastBelievable) return true;
  return intents.some((id) => likelihood(id, grounds) >= 0.5);
}

/** Whether the text says what excludes this intent, and does not say the contrary too ("the managed ones are fine"). */
function isRuledOut(intent: Intent | undefined, facts: ReadonlySet<Fact>): boolean {
  const excludes = intent?.facts.excludes ?? [];
  return excludes.some(
    (fact) => facts.has(fact) && !contradicted([fact]).some((contrary) => facts.has(contrary as Fact)),
  );
}

/** Which of the intents that share an error text is meant, if the facts say so or else the words around it do. */
function decideBetween(
  ids: readonly string[],
  intents: ReadonlyMap<string, Intent>,
  grounds: Grounds,
): string | undefined {
  const scored = ids.flatMap((id) => {
    const wanted = intents.get(id)?.facts;
    if (wanted === undefined) return [];
    const misses = wanted.needs.some((fact) => !grounds.facts.has(fact));
    const speaksFor = [...wanted.needs, ...wanted.prefers].filter((fact) => grounds.facts.has(fact)).length;
    return misses ? [] : [{ id, speaksFor }];
  });
  scored.sort((a, b) => b.speaksFor - a.speaksFor);
  const [first, second] = scored;
  if (first === undefined) return undefined;
  if (first.speaksFor > 0 && (second === undefined || first.speaksFor > second.speaksFor)) return first.id;
  if (grounds.wordsAround < 4) return undefined;
  const [likely, next] = [...ids].map((id) => ({ id, p: likelihood(id, grounds) })).sort((a, b) => b.p - a.p);
  return likely !== undefined && likely.p > 0.25 && likely.p > 8 * (next?.p ?? 0) ? likely.id : undefined;
}

function likelihood(id: string, { classification }: Grounds): number {
  return classification.ranked.find(({ label }) => label === id)?.probability ?? 0;
}

/** An exact error text is as sure as it gets; a fragment or a misread one leaves room for doubt. */
function confidenceOf({ similarity }: Pick<SignatureMatch, 'similarity'>): number {
  return similarity >= 0.995 ? 0.99 : Math.min(0.97, 0.55 + similarity * 0.42);
}

function ranked(
  id: string,
  match: SignatureMatch,
  intents: ReadonlyMap<string, Intent>,
  grounds: Grounds,
): RankedIntent {
  const evidence = [quote(match)];
  if (match.intents.length > 1) {
    const deciding = intents.get(id)?.facts;
    const named = [...(deciding?.needs ?? []), ...(deciding?.prefers ?? [])].filter((fact) => grounds.facts.has(fact));
    if (named.length > 0)
      evidence.push(`the text also speaks of ${named.map((fact) => fact.replaceAll('-', ' ')).join(', ')}`);
  }
  return { id, confidence: confidenceOf(match), evidence };
}

function leadsToArticle(intent: Intent | undefined): boolean {
  return typeof intent?.leadsTo === 'object' && 'article' in intent.leadsTo;
}

/** Quoted texts are cut to this many characters, on one line: examples can be whole logs. */
const longestQuote = 120;

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Below this an example has no more in common with the text than small words: quoting it would explain nothing. */
const leastLikeness = 0.3;

/** The example that is most like the text. Whoever is named in it is nobody the reader knows. */
function phrasing(closest: ReturnType<Classification['closest']>): string[] {
  if (closest === undefined || closest.likeness < leastLikeness) return [];
  return [`closest phrasing “${short(withoutPeople(closest.text))}”`];
}

function unknown(code: string): string {
  return `no article names the code “${short(code)}”`;
}

function quote({ signature, similarity }: Pick<SignatureMatch, 'signature' | 'similarity'>): string {
  return similarity >= 0.995
    ? `matches the error text “${short(signature)}”`
    : `nearly matches the error text “${short(signature)}” (${Math.round(similarity * 100)} %)`;
}

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

function fromClassifier(intents: ReadonlyMap<string, Intent>, grounds: Grounds): Decided {
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
  const needed =
    surface === 'channel' && grounds.hasTalkCue ? thresholds.answerDespiteTalk : thresholds.answer[surface];
  const isFragment = surface === 'channel' && classification.words < leastOverheard;
  if (sureness >= needed && isAhead && !isFragment) return { decision: 'answer', intents: [toRanked(first)] };
  const choices = candidates.filter(({ probability }, index) => index < 2 || probability >= leastChoice);
  return { decision: 'ask', intents: choices.map(toRanked) };
}
