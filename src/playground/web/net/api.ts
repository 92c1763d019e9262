/** Telling the server what the person did. */
import type { PageFile, PageState, PageUpload } from '../../page-protocol.js';
import { asObject, type Json, str } from '../json.js';

const UNREACHABLE = 'The playground does not answer. Check that it is still running in the terminal, then try again.';

/** `GET /page/state`. Rejects with a sentence for people. */
export async function loadState(): Promise<PageState> {
  const response = await request('/page/state', {});
  return (await response.json()) as PageState;
}

/** The emoji table; without it names are shown as typed. */
export async function loadEmoji(): Promise<Readonly<Record<string, string>>> {
  try {
    const response = await request('/emoji.json', {});
    return (await response.json()) as Record<string, string>;
  } catch {
    return {};
  }
}

/** `POST /page/<act>`. Resolves with the server's answer when it says ok; rejects with its sentence otherwise. */
export async function post(act: string, body: object): Promise<Json> {
  const response = await request(`/page/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answerOf(response);
}

/** `POST /page/upload`. Resolves with the file as the server keeps it; rejects with its sentence. */
export async function upload(file: File): Promise<PageFile> {
  const response = await request(`/page/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return ((await answerOf(response)) as unknown as PageUpload).file;
}

/** A file on the playground's own server. Rejects with a sentence for people. */
export async function loadFile({ url, name }: { url: string; name: string }): Promise<File> {
  const response = await request(url, {});
  const bytes = await response.blob();
  return new File([bytes], name, { type: bytes.type });
}

async function answerOf(response: Response): Promise<Json> {
  const answer = asObject(await response.json().catch(() => undefined)) ?? {};
  if (answer['ok'] !== true) throw new Error(str(answer, 'error') || `The playground answered ${response.status}.`);
  return answer;
}

async function request(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch(() => {
    throw new Error(UNREACHABLE);
  });
  if (!response.ok && init.method !== 'POST')
    throw new Error(`The playground answered ${response.status} for ${path}.`);
  return response;
}
