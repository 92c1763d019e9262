import type { Library } from '../knowledge/library.js';
import type { Reading } from '../model/reading.js';
import type { Trace } from '../model/trace.js';
import type { RankedIntent, Redaction, Understand, Understanding } from '../model/understanding.js';
import { questionFor } from '../understanding/decision/question.js';
import { looksLikeTrace, readTrace, readTraces, type TraceSource } from '../understanding/trace/index.js';
import { linkTo } from './find-articles.js';
import type { Part } from './given/given.js';
import { hasErrorText } from './given/log-words.js';
import { alsoOf, choiceOf, refused } from './replies.js';
import type { Also, Reply } from './reply.js';
import { linesOf } from './trace-lines.js';

type TraceReply = Extract<Reply, { readonly kind: 'trace' }>;

/** As many articles as there are buttons that help. */
const mostArticles = 5;

/** What to do with `trace` and nothing behind it. */
const howTo =
  'Paste the SAML trace after `trace`: a SAMLRequest or SAMLResponse, an address with one in it, the XML, an export of SAML-tracer or a HAR file. What is too long for a message, `wo-okta trace FILE` reads in a shell. Delete the message afterwards: a trace can sign somebody in.';

/**
 * The trace in the texts that were given, and which of them hold it; undefined when there is none. `now` is in
 * milliseconds since 1970.
 */
export function traceIn(sources: readonly TraceSource[], now: number): ReturnType<typeof readTraces> | undefined {
  if (!sources.some(({ text }) => looksLikeTrace(text))) return undefined;
  const read = readTraces(sources, now);
  return read.trace.status === 'none' ? undefined : read;
}

type TraceRead = ReturnType<typeof traceIn>;

/** Whether an error text says what is wrong: then a trace without a fault stands beside it, and is else the answer. */
export function isErrorKnown({ decision, intents }: Understanding): boolean {
  return decision === 'answer' && intents.some(hasErrorText);
}

/** The fields that are compared with settings. */
const telling: ReadonlySet<string> = new Set(['NameID', 'Issuer', 'Signed in by', 'Asks for']);
const mostTelling = 4;

/** The readings, where those of texts with a trace say what it says. `parts` are what `read` was made of. */
export function withTrace(readings: readonly Reading[], read: TraceRead, parts: readonly Part[]): readonly Reading[] {
  if (read === undefined) return readings;
  const files = new Set(parts.flatMap(({ reading }, at) => (read.holds[at] ? [reading?.file] : [])));
  const [first] = read.trace.messages;
  const lines = first === undefined ? [] : linesOf(first).lines.filter(([label]) => telling.has(label));
  const quotes = lines.slice(0, mostTelling).map(([label, value]) => `${label}: ${value}`);
  return [...files].reduce<readonly Reading[]>((all, file) => {
    const reading = {
      ...(file === undefined ? {} : { file }),
      what: 'text' as const,
      said: read.trace.summary,
      quotes,
    };
    return [...all.filter((one) => one.file !== file || one.what !== 'text'), reading];
  }, readings);
}

/** The secrets of a text with those that only its trace shows: a message with an assertion signs somebody in. */
export function withSecretsOf(read: TraceRead, redactions: readonly Redaction[]): readonly Redaction[] {
  const own = read?.trace.redactions.find(({ kind }) => kind === 'saml-message');
  return own === undefined ? redactions : [...redactions.filter(({ kind }) => kind !== own.kind), own];
}

/** What was recognised beside a trace: the intent, or those between which nothing decides. */
export interface Beside extends Pick<Also, 'evidence' | 'file'> {
  readonly intents: readonly string[];
}

/** What the words and files beside a trace mean; `parts` are those that hold no trace. */
export function besideTrace(
  { decision, intents, open = [] }: Understanding,
  parts: readonly Part[],
  understand: Understand,
): readonly Beside[] {
  const isAsked = decision === 'ask' && intents.every(hasErrorText);
  const all = [
    ...(decision === 'answer' ? intents.map(({ id }) => [id]) : []),
    ...(isAsked ? [intents.map(({ id }) => id)] : []),
    ...open,
  ];
  if (all.length === 0) return [];
  const files = parts.flatMap(({ text, reading }) => {
    if (reading?.file === undefined) return [];
    const own = understand(text);
    return own.decision === 'none' ? [] : [{ file: reading.file, ...own }];
  });
  return all.map((ids) => {
    const isOne = ({ id }: RankedIntent) => ids.includes(id);
    const from = files.find(
      (file) => file.intents.some(isOne) || (file.open ?? []).flat().some((id) => ids.includes(id)),
    );
    const [evidence] = (intents.find(isOne) ?? from?.intents.find(isOne))?.evidence ?? [];
    return {
      intents: ids,
      ...(evidence === undefined ? {} : { evidence }),
      ...(from === undefined ? {} : { file: from.file }),
    };
  });
}

/** The Reply to a trace. What was recognised beside it decides what the trace leaves open, or is named. */
export function traceReply(trace: Trace, library: Library, beside: readonly Beside[] = []): TraceReply {
  const decided = beside.flatMap(({ intents: [only, ...others] }) =>
    only === undefined || others.length > 0 ? [] : [only],
  );
  const between = openBetween(trace, decided);
  const possible = trace.findings.flatMap((finding) => finding.between ?? []);
  const ids = [
    ...trace.findings.flatMap(({ articleId }) => articleId ?? []),
    ...decided.filter((id) => possible.includes(id)),
  ];
  const links = [...new Set(ids)].filter((id) => !between.includes(id)).flatMap((id) => library.articles.get(id) ?? []);
  const also = beside
    .filter(({ intents }) => !intents.some((id) => ids.includes(id) || between.includes(id)))
    .flatMap(({ intents, ...from }) => alsoOf([intents], library).map((one) => ({ ...one, ...from })));
  return {
    kind: 'trace',
    trace,
    articles: links.slice(0, mostArticles).map(linkTo),
    ...undecided(between, library),
    redactions: trace.redactions,
    ...(also.length === 0 ? {} : { also }),
  };
}

/** The articles between which neither the messages nor the words around them decide. */
function openBetween({ findings }: Trace, decided: readonly string[]): readonly string[] {
  const between = findings.find((finding) => finding.between !== undefined)?.between ?? [];
  return between.filter((id) => decided.includes(id)).length === 1 ? [] : between;
}

/** The intent that leads to an article has its id. */
function undecided(between: readonly string[], library: Library): Pick<TraceReply, 'undecided'> {
  const intents = between.flatMap((id) => library.intents.get(id) ?? []);
  if (intents.length < 2) return {};
  const choices = intents.flatMap(({ id }) => choiceOf(id, library) ?? []);
  return { undecided: { question: questionFor(intents), choices } };
}

/** The Reply to the command `trace`. */
export function traceLine(text: string, library: Library, now: number): Reply {
  if (text === '') return refused(howTo);
  const trace = readTrace(text, now);
  if (trace.status !== 'none') return traceReply(trace, library);
  return { ...refused(`${trace.summary} ${howTo}`), redactions: trace.redactions };
}
