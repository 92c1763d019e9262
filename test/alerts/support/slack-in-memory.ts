import type { Alert, AlertNote, Digest, Notifier } from '../../../src/model/alert.js';
import { MessageGone, noteMark } from '../../../src/model/alert.js';

/** What a channel shows, by the marks of its messages. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
  readonly mark: string;
  readonly thread?: string;
  text: string;
  revision: number;
}

/** A Slack that keeps what it is told. `step` runs before and after each call: it may throw, as a crash does. */
export class SlackInMemory implements Notifier {
  readonly posted: Posted[] = [];
  step: (when: 'before' | 'after', what: string) => void = () => {};
  #last = 0;

  #do<T>(what: string, work: () => T): Promise<T> {
    this.step('before', what);
    const result = work();
    this.step('after', what);
    return Promise.resolve(result);
  }

  async post(channel: string, alert: Alert): Promise<string> {
    return this.#do('post', () =>
      this.#add({ channel, mark: alert.episode, text: textOf(alert), revision: alert.revision }),
    );
  }

  async update({ ts }: { ts: string }, alert: Alert): Promise<void> {
    await this.#do('update', () => {
      const message = this.posted.find((one) => one.ts === ts);
      if (message === undefined) throw new MessageGone();
      message.text = textOf(alert);
      message.revision = alert.revision;
    });
  }

  async note({ channel, ts }: { channel: string; ts: string }, alert: Alert, note: AlertNote): Promise<void> {
    await this.#do('note', () => {
      if (!this.posted.some((one) => one.ts === ts)) throw new MessageGone();
      this.#add({ channel, thread: ts, mark: noteMark(alert, note), text: note.kind, revision: 0 });
    });
  }

  async digest(channel: string, { day, open, resolved }: Digest): Promise<void> {
    await this.#do('digest', () =>
      this.#add({
        channel,
        mark: `digest/${day}`,
        text: `${open.length} open, ${resolved.length} resolved`,
        revision: 0,
      }),
    );
  }

  async find({ channel, thread }: { channel: string; thread?: string }, mark: string): Promise<string | undefined> {
    return this.#do(
      'find',
      () => this.posted.find((one) => one.channel === channel && one.thread === thread && one.mark === mark)?.ts,
    );
  }

  /** As when somebody deletes a message. */
  delete(mark: string): void {
    this.posted.splice(
      this.posted.findIndex((one) => one.mark === mark),
      1,
    );
  }

  #add(message: Omit<Posted, 'ts'>): string {
    this.#last += 1;
    const ts = `${this.#last}.0`;
    this.posted.push({ ...message, ts });
    return ts;
  }
}

function textOf({ state, title }: Alert): string {
  return `${state}: ${title}`;
}
