import { UserError } from '../../model/errors.js';
import { mostFileBytes } from '../../model/given-file.js';

/** Gets the bytes at a file's private address. Rejects with `UserError` when they can't be had. */
export type FetchFile = (url: string) => Promise<Uint8Array>;

/** How files are fetched. */
interface FileSource {
  readonly botToken: string;
  /** The Web API's base address: files may lie beside it where it is not Slack's own. */
  readonly apiUrl: string;
  readonly fetch: typeof globalThis.fetch;
}

const timeoutMs = 30_000;

const missingScope =
  'I have not been given the right to read files. An administrator adds the scope files:read to the Slack app and installs it again; until then paste the text.';
const again = 'Slack did not give it to me. Send it again, or paste the text.';

/**
 * Fetches files of the workspace, with the bot's token (scope `files:read`; api.slack.com/types/file, “Authentication”).
 * The token goes to Slack's own hosts only, redirects are not followed, and at most `mostFileBytes` are read. Without
 * the scope Slack does not refuse but answers with the page on which people sign in.
 */
export function createFetchFile({ botToken, apiUrl, fetch }: FileSource): FetchFile {
  return async (url) => {
    if (!isOfSlack(url, apiUrl)) {
      throw new UserError(
        'bad-input',
        'It lies outside of Slack, where I don’t look. Upload it here, or paste the text.',
      );
    }
    const response = await reached(fetch, url, botToken);
    const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
    if ((response.status >= 300 && response.status < 400) || isPage || response.status === 403) {
      await response.body?.cancel();
      throw new UserError('bad-input', missingScope);
    }
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new UserError('bad-input', again, { cause: new Error(`The file's address answered ${response.status}.`) });
    }
    return bounded(response.body);
  };
}

async function reached(fetch: typeof globalThis.fetch, url: string, botToken: string): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { authorization: `Bearer ${botToken}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (cause) {
    throw new UserError('bad-input', again, { cause });
  }
}

async function bounded(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      if (length > mostFileBytes) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw new UserError('bad-input', again, { cause });
  }
  if (length > mostFileBytes)
    throw new UserError(
      'bad-input',
      `It is larger than ${mostFileBytes / 1_048_576} MB. Send only the part with the error.`,
    );
  return Buffer.concat(chunks);
}

/** Slack's hosts, those of its government cloud, and wherever the Web API was configured to be. */
function isOfSlack(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin } = new URL(address);
  if (origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && /(?:^|\.)slack(?:-gov)?\.com$/.test(hostname);
}
