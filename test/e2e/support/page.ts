import type { PageEvent, PageMessage, PageState } from '../../../src/playground/page-protocol.js';

/** The playground's page without a browser: what the person does, and what they get to see. */
export interface PagePerson {
  state(): Promise<PageState>;
  /** `POST /page/<act>`; rejects when the server says no. */
  act(act: string, body: object): Promise<void>;
  /** Types a slash command in #helpdesk; the first answer that only they see and that ends the matter. */
  command(line: string): Promise<PageMessage>;
  /** Presses the button of this label under a message. */
  press(message: PageMessage, label: string): Promise<void>;
  /** The next message like this one that comes up on the page. */
  message(isIt: (message: PageMessage) => boolean): Promise<PageMessage>;
  /** The next modal that opens on the page. */
  view(): Promise<unknown>;
  /** Resolves when anything happens on the page. */
  happening(): Promise<void>;
  /** Stops listening. */
  leave(): void;
}

interface ShownButton {
  readonly action_id: string;
  readonly text: { readonly text: string };
}

const helpdesk = 'C0HELPDESK';
/** What the bot says while a system is slow; the answer follows. */
const notYet = /^:eyes: /;

/** Opens the page at this address. */
export async function openPage(url: string): Promise<PagePerson> {
  const abort = new AbortController();
  const stream = await fetch(new URL('/page/events', url), { signal: abort.signal });
  if (stream.body === null) throw new Error('The page has no events.');
  const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';

  async function next(): Promise<PageEvent> {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const data = text
          .slice(0, end)
          .split('\n')
          .find((line) => line.startsWith('data:'));
        text = text.slice(end + 2);
        if (data !== undefined) return JSON.parse(data.slice(5)) as PageEvent;
        continue;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('The page’s events have ended.');
      text += value;
    }
  }

  async function act(name: string, body: object): Promise<void> {
    const response = await fetch(new URL(`/page/${name}`, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { readonly ok: boolean; readonly error?: string };
    if (!answer.ok) throw new Error(answer.error);
  }

  async function message(isIt: (message: PageMessage) => boolean): Promise<PageMessage> {
    for (;;) {
      const event = await next();
      if (event.type === 'message' && isIt(event.message)) return event.message;
    }
  }

  return {
    async state() {
      return (await (await fetch(new URL('/page/state', url))).json()) as PageState;
    },
    act,
    async command(line) {
      await act('command', { channel: helpdesk, line });
      return message(({ ephemeral, text: said }) => ephemeral === true && !notYet.test(said));
    },
    async press({ channel, ts, blocks }, label) {
      for (const block of (blocks ?? []) as readonly { block_id?: string; elements?: readonly ShownButton[] }[]) {
        const button = (block.elements ?? []).find(({ text: shown }) => shown?.text === label);
        if (button === undefined) continue;
        const action = { ...button, type: 'button', block_id: block.block_id };
        await act('action', { container: { channel, ts }, action });
        return;
      }
      throw new Error(`There is no button “${label}”.`);
    },
    message,
    async view() {
      for (;;) {
        const event = await next();
        if (event.type === 'view-opened') return event.view;
      }
    },
    async happening() {
      await next();
    },
    leave: () => abort.abort(),
  };
}
