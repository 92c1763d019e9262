/** One request, with everything it carries. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back, whatever its status: the body as text, bounded in size. */
export interface HttpAnswer {
  readonly status: number;
  /** The value of a header by its name in any case; undefined when it was not sent. */
  header(name: string): string | undefined;
  readonly body: string;
}

/** Sends one request, once. Resolves with every answer, rejects with a `TransportError` when there is none. Follows no redirect. */
export type Transport = (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>;

/** What went wrong on the way, and no more: axios's errors carry the whole request, its credential included. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Whether the body says of itself that it is JSON. Proxies and sign-in pages answer 200 and 404 in HTML. */
export function isJson(answer: HttpAnswer): boolean {
  return /^application\/([\w.+-]+\+)?json\b/i.test(answer.header('content-type')?.trim() ?? '');
}
