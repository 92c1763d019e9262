/** One request that a tool recorded. */
export interface Sent {
  readonly url: string;
  /** The address without the query. */
  readonly sentTo?: string;
  /** ISO 8601. */
  readonly sentAt?: string;
  readonly binding?: 'redirect' | 'post';
  /** Fields of the form. */
  readonly form: readonly (readonly [string, string])[];
  /** The message as SAML-tracer decoded it. */
  readonly xml?: string;
}

/** What a browser's tool wrote: the requests in order, and the pages that came back. */
export interface Capture {
  readonly sent: readonly Sent[];
  readonly texts: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/** Longest recorded page that is searched; pages that post a message are short. */
const longestPage = 400_000;

/**
 * Reads an export of SAML-tracer (`{requests, timestamp}`: SAML-tracer, src/SAMLTraceIO.js and SAMLTrace.js) or a HAR file
 * (HAR 1.2: `log.entries[]`). Undefined for any other text, also for one that was cut.
 */
export function readCapture(text: string): Capture | undefined {
  if (!/^\uFEFF?\s*\{/.test(text.slice(0, 100))) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  if (isRecord(value['log'])) return harOf(recordsIn(value['log']['entries']));
  const requests = recordsIn(value['requests']);
  return requests.length === 0 ? undefined : { sent: requests.map(tracedBySamlTracer), texts: [] };
}

function tracedBySamlTracer(request: Json): Sent {
  const url = stringIn(request['url']);
  const xml = stringIn(request['saml']);
  const form = listIn(request['post']).flatMap((pair): [string, string][] =>
    Array.isArray(pair) ? [[stringIn(pair[0]), stringIn(pair[1])]] : [],
  );
  return { url, ...addressOf(url), form, ...(xml.trim().startsWith('<') ? { xml } : {}) };
}

function harOf(entries: readonly Json[]): Capture {
  const sent = entries.map((entry): Sent => {
    const request = recordIn(entry['request']);
    const url = stringIn(request['url']);
    const at = Date.parse(stringIn(entry['startedDateTime']));
    return {
      url,
      ...addressOf(url),
      ...(Number.isNaN(at) ? {} : { sentAt: new Date(at).toISOString() }),
      form: formOf(recordIn(request['postData'])),
    };
  });
  const texts = entries.flatMap((entry) => {
    const { text, encoding } = recordIn(recordIn(entry['response'])['content']);
    const page = stringIn(text);
    if (page === '' || page.length > longestPage) return [];
    const plain = encoding === 'base64' ? Buffer.from(page, 'base64').toString('utf8') : page;
    return /SAML(?:Request|Response)/.test(plain) ? [plain] : [];
  });
  return { sent, texts };
}

/** The fields of a form: `params`, or where the tool left them out, `text`. */
function formOf(postData: Json): [string, string][] {
  const params = recordsIn(postData['params']).map((param): [string, string] => [
    stringIn(param['name']),
    stringIn(param['value']),
  ]);
  if (params.some(([name]) => name.startsWith('SAML'))) return params;
  const text = stringIn(postData['text']);
  return text.includes('SAMLRe')
    ? text.split('&').map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      })
    : [];
}

function addressOf(url: string): { readonly sentTo?: string } {
  const [base] = /^https?:\/\/[^\s?#]{1,1000}/.exec(url) ?? [];
  return base === undefined ? {} : { sentTo: base };
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordIn(value: unknown): Json {
  return isRecord(value) ? value : {};
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordsIn(value: unknown): readonly Json[] {
  return listIn(value).filter(isRecord);
}

function stringIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
