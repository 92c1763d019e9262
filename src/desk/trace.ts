import type { Library } from '../knowledge/library.js';
import type { Trace } from '../model/trace.js';
import { looksLikeTrace, readTrace } from '../understanding/trace/index.js';
import { linkTo } from './find-articles.js';
import { refused } from './replies.js';
import type { Reply } from './reply.js';

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
export function traceReply(
  trace: Trace,
  { articles }: Library,
  also: readonly string[] = [],
): Extract<Reply, { readonly kind: 'trace' }> {
  const ids = [...trace.findings.flatMap(({ articleId }) => articleId ?? []), ...also];
  const links = [...new Set(ids)].flatMap((id) => articles.get(id) ?? []).slice(0, mostArticles);
  return { kind: 'trace', trace, articles: links.map(linkTo), redactions: trace.redactions };
}

/** The Reply to the command `trace`. */
export function traceLine(text: string, library: Library, now: number): Reply {
  if (text === '') return refused(howTo);
  const trace = readTrace(text, now);
  if (trace.status !== 'none') return traceReply(trace, library);
  return { ...refused(`${trace.summary} ${howTo}`), redactions: trace.redactions };
}
