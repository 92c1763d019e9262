import * as z from 'zod';

/** What Slack said: yes with the fields asked for, no with its error code, or nothing that can be read and why. */
export type SlackSays<T> =
  | { readonly kind: 'yes'; readonly fields: T; readonly scopes: readonly string[] | undefined }
  | { readonly kind: 'no'; readonly code: string }
  | { readonly kind: 'silent'; readonly why: string };

const slackItself = 'https://slack.com/api/';
const patienceMs = 10_000;
const refusalSchema = z.object({ ok: z.literal(false), error: z.string() });

/** A call, and what of its answer is wanted. */
interface SlackCall<T extends z.ZodType> {
  readonly apiUrl?: string;
  readonly method: string;
  readonly token: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly fields: T;
}

/**
 * Calls a Web API method. Never throws: what goes wrong on the way is `silent`.
 * @param apiUrl base address when it is not Slack's own.
 * @param params none when left out.
 */
export async function callSlack<T extends z.ZodType>(
  fetcher: typeof fetch,
  { apiUrl = slackItself, method, token, params = {}, fields }: SlackCall<T>,
): Promise<SlackSays<z.infer<T>>> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetcher(new URL(method, apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`), {
      method: 'POST',
      // Only in the header: apps.connections.open refuses a token in the body.
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(params),
      // A redirect would carry the token to another host.
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    body = await response.json().catch(() => undefined);
  } catch (error) {
    return { kind: 'silent', why: whyNoAnswer(error) };
  }
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    return {
      kind: 'silent',
      why: `Slack asks to wait ${seconds > 0 ? `${seconds} seconds` : 'a while'} (ratelimited)`,
    };
  }
  const refusal = refusalSchema.safeParse(body);
  if (refusal.success) return { kind: 'no', code: refusal.data.error };
  const read = fields.safeParse(body);
  if (!response.ok || !read.success) {
    return { kind: 'silent', why: `the answer is not one of Slack’s Web API (HTTP ${response.status})` };
  }
  const scopes = response.headers.get('x-oauth-scopes');
  return {
    kind: 'yes',
    fields: read.data,
    scopes:
      scopes === null
        ? undefined
        : scopes
            .split(',')
            .map((scope) => scope.trim())
            .filter(Boolean),
  };
}

function whyNoAnswer(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${patienceMs / 1_000} seconds`;
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string')
    return `no connection (${cause.code})`;
  return cause instanceof Error ? `no connection (${cause.message})` : 'no connection';
}
