import type { Library } from '../knowledge/library.js';
import type { Trace } from '../model/trace.js';
import { questionFor } from '../understanding/decision/question.js';
import { looksLikeTrace, readTrace } from '../understanding/trace/index.js';
import { linkTo } from './find-articles.js';
import { choiceOf, refused } from './replies.js';
import type { Reply } from './reply.js';

type TraceReply = Extract<Reply, { readonly kind: 'trace' }>;

/** As many articles as there are buttons that help. */
const mostArticles = 5;

/** What to do with `trace` and nothing behind it. */
const howTo =
  'Paste the SAML trace after `trace`: a SAMLRequest or SAMLResponse, an address with one in it, the XML, an export of SAML-tracer or a HAR file. What is too long for a message, `wo-okta trace FILE` reads in a shell. Delete the message afterwards: a trace can sign somebody in.';

/** The trace in a text; undefined when there is none. `now` is in milliseconds since 1970. */
export function traceIn(text: string, now: number): Trace | undefined {
  if (!looksLikeTrace(text)) return undefined;
  const trace = readTrace(text, now);
  return trace.status === 'none' ? undefined : trace;
}

/** The Reply to a trace. `also` are ids of articles that were found in the words around it. */
export function traceReply(trace: Trace, library: Library, also: readonly string[] = []): TraceReply {
  const between = openBetween(trace, also);
  const ids = [...trace.findings.flatMap(({ articleId }) => articleId ?? []), ...also];
  const links = [...new Set(ids)].filter((id) => !between.includes(id)).flatMap((id) => library.articles.get(id) ?? []);
  return {
    kind: 'trace',
    trace,
    articles: links.slice(0, mostArticles).map(linkTo),
    ...undecided(between, library),
    redactions: trace.redactions,
  };
}

/** The articles between which neither the messages nor the words around them decide. */
function openBetween({ findings }: Trace, also: readonly string[]): readonly string[] {
  const between = findings.find((finding) => finding.between !== undefined)?.between ?? [];
  return between.filter((id) => also.includes(id)).length === 1 ? [] : between;
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
