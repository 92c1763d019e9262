import { facts as allFacts, type Fact } from '../model/fact.js';
import { type Intent, unrelated } from '../model/intent.js';
import type { Understand } from '../model/understanding.js';
import { type Classify, classifier, type LabelledText, learn } from './classify.js';
import { contradicted, type Said } from './concepts.js';
import { decide } from './decision/decide.js';
import { questionFor } from './decision/question.js';
import { extractEntities } from './entities.js';
import { excerptOf, longestExcerpt } from './excerpt.js';
import { type Features, featuresOf } from './features.js';
import { fieldWords } from './lexicon.js';
import { quotesOf } from './quotes.js';
import { redact } from './redact.js';
import { foldCodes } from './signatures/folded.js';
import { type SignatureMatch, signatureFinder } from './signatures/legible.js';
import { misreadFinder } from './signatures/misread.js';
import { speller } from './spelling.js';
import { words } from './tokens.js';
import type { Model } from './train.js';
import { textsOf, unknownCodeFinder, withoutCodes } from './unknown-codes.js';

export { type LabelledText, learn } from './classify.js';
export type { Model } from './train.js';

/** Longest text looked at, in characters; of a longer one the first and the last half of this. */
const longestText = 1_048_576;

const factNames: ReadonlySet<string> = new Set(allFacts);
/** On which platform an error shows says little about what it is. */
const platforms: ReadonlySet<Fact> = new Set<Fact>(['ios', 'android', 'macos', 'windows']);
const talkCues: readonly Said[] = ['thanks', 'resolved', 'announces', 'documents'];

/**
 * The texts that the classifier learns from: each intent's examples and error texts (so that badly garbled ones still
 * sound familiar), its vague phrasings (which mean several intents alike), and the counter-examples where they belong.
 */
export function examplesOf(intents: Iterable<Intent>): LabelledText[] {
  return [...intents].flatMap(({ id, signatures, examples, vague, notThis }) => [
    ...signatures.map(({ text, sharedWith = [] }) => ({ text, labels: [id, ...sharedWith] })),
    ...examples.map((text) => ({ text, labels: [id] })),
    ...vague.map(({ text, or }) => ({ text, labels: [id, ...or] })),
    ...notThis.map((counter) =>
      typeof counter === 'string'
        ? { text: counter, labels: [unrelated] }
        : { text: counter.text, labels: [counter.instead] },
    ),
  ]);
}

/**
 * Makes ready to understand texts by these intents. `model` is what `learn(examplesOf(intents))` gave, kept from an
 * earlier start; without it the examples are learnt now (about half a second for 2,000).
 */
export function createUnderstand(intents: ReadonlyMap<string, Intent>, model?: Model): Understand {
  const examples = examplesOf(intents.values());
  const { classify, knows } = classifier(model ?? learn(examples), examples);
  const respell = speller(fieldWords, knows);
  const read = (text: string) => featuresOf(text, respell);
  const findSignatures = signatureFinder(intents.values());
  const findMisread = misreadFinder(intents.values());
  const findUnknownCodes = unknownCodeFinder(() => textsOf(intents.values()));
  return (raw, { surface = 'direct', context = '' } = {}) => {
    const { text: said, redactions } = redact(bounded(raw));
    const text = context === '' ? said : `${context}\n${said}`;
    const matches = findSignatures(foldCodes(text));
    const excerpt = excerptOf(text, matches);
    const features = read(excerpt);
    const classification = classify(features);
    const around = withoutMatches(text.slice(0, longestExcerpt), matches);
    const facts = new Set(factsOf(features.concepts));
    const unknownCodes = matches.every(({ isDoubtful }) => isDoubtful) ? findUnknownCodes(excerpt) : [];
    const factsBeside = unknownCodes.length === 0 ? facts : factsOf(read(withoutCodes(excerpt, unknownCodes)).concepts);
    if (context !== '')
      for (const overruled of factsOf(contradicted(read(said.slice(0, longestExcerpt)).concepts)))
        facts.delete(overruled);
    const {
      decision,
      intents: ranked,
      open,
    } = excerpt.trim() === ''
      ? { decision: 'none' as const, intents: [], open: undefined }
      : decide(intents, {
          surface,
          matches,
          findMisread: () => findMisread(excerpt),
          classification,
          facts,
          unknownCodes,
          isCodeAlone: unknownCodes.length > 0 && [...factsBeside].every((fact) => platforms.has(fact)),
          hasTalkCue: features.concepts.some((concept) => talkCues.includes(concept) || concept === 'plans'),
          isTalk: surface === 'channel' && matches.length > 0 && isTalk(read(around), classify),
          wordsAround: words(around).length,
        });
    const question = decision === 'ask' ? questionFor(ranked.flatMap(({ id }) => intents.get(id) ?? [])) : undefined;
    return {
      decision,
      intents: ranked,
      ...(open === undefined ? {} : { open }),
      ...(question === undefined ? {} : { question }),
      entities: extractEntities(excerpt),
      facts: [...facts],
      redactions,
      quotes: quotesOf(text, matches),
      excerpt: excerpt.slice(0, longestExcerpt),
    };
  };
}

function factsOf(concepts: readonly Said[]): Fact[] {
  return concepts.filter((concept): concept is Fact => factNames.has(concept));
}

function bounded(text: string): string {
  if (text.length <= longestText) return text;
  const half = longestText / 2;
  return `${text.slice(0, half)}\n${text.slice(-half)}`;
}

/** More words than this around an error text are a log or a report, whatever they sound like. */
const longestTalk = 60;

/**
 * Whether what is said around an error text only talks about it: thanks, a resolved case, a document, a plan. Then
 * nobody waits for a fix, and in a channel the bot keeps quiet.
 */
function isTalk(features: Features, classify: Classify): boolean {
  if (features.words < 2 || features.words > longestTalk) return false;
  const talk = classify(features).ranked.find(({ label }) => label === unrelated)?.probability ?? 0;
  const cues = features.concepts.filter((concept) => talkCues.includes(concept)).length;
  return cues > 0 && talk >= 0.4;
}

function withoutMatches(text: string, matches: readonly SignatureMatch[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of matches) {
    rest += `${text.slice(from, Math.max(from, start))} `;
    from = Math.max(from, end);
  }
  return rest + text.slice(from);
}
