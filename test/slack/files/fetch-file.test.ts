import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFetchFile } from '../../../src/slack/files/fetch-file.js';

async function slackWith(answer: RequestListener) {
  const asked: { readonly path: string; readonly authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetchFile = createFetchFile({ botToken: 'xoxb-1', apiUrl: `${origin}/api/`, fetch: globalThis.fetch });
  return { asked, origin, fetchFile };
}

describe('a file of the workspace', () => {
  it('is fetched with the bot’s token', async () => {
    const { asked, origin, fetchFile } = await slackWith((_, response) => response.end('IDP not found'));

    expect(Buffer.from(await fetchFile(`${origin}/files-pri/T1-F1/a.txt`)).toString()).toBe('IDP not found');
    expect(asked).toEqual([{ path: '/files-pri/T1-F1/a.txt', authorization: 'Bearer xoxb-1' }]);
  });

  it.each([
    [
      'shows the page to sign in',
      (response: Parameters<RequestListener>[1]) =>
        response.setHeader('content-type', 'text/html; charset=utf-8').end('<html>'),
    ],
    [
      'leads to the page to sign in',
      (response: Parameters<RequestListener>[1]) => response.writeHead(302, { location: '/signin' }).end(),
    ],
    ['refuses', (response: Parameters<RequestListener>[1]) => response.writeHead(403).end()],
  ])('whose address %s is one that the bot has no right to: the scope is named', async (_, answer) => {
    const { asked, origin, fetchFile } = await slackWith((_request, response) => void answer(response));

    await expect(fetchFile(`${origin}/f`)).rejects.toThrow(/scope files:read/);
    expect(asked).toHaveLength(1);
  });

  it('that Slack has lost is asked for again', async () => {
    const { origin, fetchFile } = await slackWith((_, response) => response.writeHead(404).end());

    await expect(fetchFile(`${origin}/f`)).rejects.toThrow(/Send it again/);
  });

  it('is read up to 20 MB, whatever it says of its size', async () => {
    const piece = Buffer.alloc(1_048_576);
    const { origin, fetchFile } = await slackWith((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });

    await expect(fetchFile(`${origin}/endless`)).rejects.toThrow(/larger than 20 MB/);
  });

  it.each([
    'https://drive.example.com/a.txt',
    'https://slack.com.evil.example/a.txt',
    'https://notslack.com/a.txt',
    'http://files.slack.com/a.txt',
    'file:///etc/passwd',
    '',
  ])('at %j is no such file: the token goes nowhere else', async (url) => {
    const fetchFile = createFetchFile({
      botToken: 'xoxb-1',
      apiUrl: 'https://slack.com/api/',
      fetch: () => Promise.reject(new Error('It was asked.')),
    });

    await expect(fetchFile(url)).rejects.toThrow(/outside of Slack/);
  });

  it.each(['https://files.slack.com/files-pri/T1-F1/a.png', 'https://files.slack-gov.com/files-pri/T1-F1/a.png'])(
    'at %s is fetched',
    async (url) => {
      const fetchFile = createFetchFile({
        botToken: 'xoxb-1',
        apiUrl: 'https://slack.com/api/',
        fetch: async () => new Response('x'),
      });

      await expect(fetchFile(url)).resolves.toEqual(Buffer.from('x'));
    },
  );
});
