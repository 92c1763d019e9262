import { UserError } from '../../model/errors.js';
import { tellHomeOpened } from './app-events.js';
import { runCommand } from './commands.js';
import type { Core, OrderedRefusal } from './core.js';
import { type Act, actInMessage, actInView, useShortcut } from './interactions.js';
import type { Json, Message } from './objects.js';
import { say, toggleReaction } from './person.js';
import { closeView, submitView } from './submissions.js';
import type { OpenView } from './views.js';

/** What a test waits for, and how long: a limit for a hung bot, never a pause. */
export interface Waiting {
  /** Said in the failure, e.g. "a reply in the thread". */
  readonly for: string;
  /** Real milliseconds; 10,000 when left out. */
  readonly within?: number;
}

/**
 * A hand on the workspace for tests: does what people do and sees what they see. Channels and people may be named
 * (`helpdesk`, `ann`) or given by id; people default to the one at the page.
 */
export interface Driver {
  channelId(name: string): string;
  userId(name: string): string;
  /** The direct message of a person with the bot. */
  directId(user?: string): string;
  say(said: {
    channel: string;
    text: string;
    user?: string;
    threadTs?: string;
    files?: readonly { name: string; bytes: Uint8Array }[];
  }): Message;
  /** A file for a form: `{ type: 'file_input', files: [{ id }] }`. */
  upload(file: { name: string; bytes: Uint8Array }, options?: { user?: string }): { readonly id: string };
  command(given: { channel: string; line: string; user?: string; threadTs?: string }): Promise<void>;
  click(message: { channel: string; ts: string }, act: Act, options?: { user?: string; state?: Json }): Promise<void>;
  clickInView(viewId: string, act: Act, options?: { user?: string; state?: Json }): Promise<void>;
  shortcut(given: { callbackId: string; channel: string; ts: string; user?: string }): Promise<void>;
  submit(
    viewId: string,
    values: Json,
    options?: { user?: string },
  ): Promise<Readonly<Record<string, string>> | undefined>;
  closeView(viewId: string, options?: { user?: string }): Promise<void>;
  react(message: { channel: string; ts: string }, name: string, options?: { user?: string }): void;
  openHome(options?: { user?: string }): void;
  /** Oldest first; with `thread` only that thread. */
  messages(channel: string, thread?: string): readonly Message[];
  /** Ephemeral messages this person was shown, oldest first. */
  ephemerals(user?: string): readonly Message[];
  /** The modal on top of a person's screen. */
  modal(user?: string): OpenView | undefined;
  home(user?: string): OpenView | undefined;
  /** Asks `find` now and after every change until it returns something. Rejects when the limit has passed. */
  waitFor<T>(find: () => T | undefined, waiting: Waiting): Promise<T>;
  /** Resolves once everything sent to the app has been acknowledged or given up. */
  delivered(): Promise<void>;
  /** The next call of this Web API method is refused so. Several orders queue up. */
  refuseNext(method: string, refusal: OrderedRefusal): void;
}

/** What the driver needs from the server beside the core. */
interface Activity {
  /** Deliveries the app has not acknowledged yet. */
  inFlight(): number;
  /** Called after every change of any kind. */
  onChange(listener: () => void): () => void;
}

const LIMIT = 10_000;

/** The hand of one running stand-in. */
export const createDriver = (core: Core, activity: Activity): Driver => {
  const { workspace } = core;
  const channelId = (name: string): string => {
    const found = workspace.channel(name) ?? workspace.channelByName(name.replace(/^#/, ''));
    if (found === undefined) throw new UserError('bad-input', `The workspace has no channel "${name}".`);
    return found.id;
  };
  const userId = (name: string | undefined): string => {
    if (name === undefined) return core.me.id;
    const found = workspace.user(name) ?? workspace.userByHandle(name);
    if (found === undefined) throw new UserError('bad-input', `The workspace has no user "${name}".`);
    return found.id;
  };
  const keepFiles = (user: string, files: readonly { name: string; bytes: Uint8Array }[]) =>
    files.map((file) => core.files.keep({ ...file, user }));

  const waitFor = <T>(find: () => T | undefined, waiting: Waiting): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const finish = (settle: () => void): void => {
        clearTimeout(limit);
        stop();
        settle();
      };
      const look = (): void => {
        try {
          const found = find();
          if (found !== undefined) finish(() => resolve(found));
        } catch (error) {
          finish(() => reject(error));
        }
      };
      // The machine's own timer: an injected clock may stand still, and a hung bot must still end the test.
      const limit = setTimeout(() => {
        const last = workspace
          .channels()
          .flatMap((channel) => workspace.messages(channel.id))
          .slice(-5);
        const seen = last.map((message) => `  ${message.user}: ${message.text.slice(0, 200)}`).join('\n');
        finish(() => reject(new Error(`Waited in vain for ${waiting.for}. Last messages:\n${seen}`)));
      }, waiting.within ?? LIMIT);
      const stop = activity.onChange(look);
      look();
    });

  return {
    channelId,
    userId,
    directId: (user) => workspace.direct(userId(user), core.bot.id).id,
    say({ channel, text, user, threadTs, files }) {
      const who = userId(user);
      return say(core, who, {
        channel: channelId(channel),
        text,
        ...(threadTs === undefined ? {} : { threadTs }),
        ...(files === undefined ? {} : { files: keepFiles(who, files) }),
      });
    },
    upload: (file, options) => core.files.keep({ ...file, user: userId(options?.user) }),
    command: ({ channel, line, user, threadTs }) => runCommand(core, userId(user), channelId(channel), line, threadTs),
    click: (message, act, options) => actInMessage(core, userId(options?.user), message, act, options?.state),
    clickInView: (viewId, act, options) => actInView(core, userId(options?.user), viewId, act, options?.state),
    shortcut: ({ callbackId, channel, ts, user }) =>
      useShortcut(core, userId(user), callbackId, { channel: channelId(channel), ts }),
    submit: (viewId, values, options) => submitView(core, userId(options?.user), viewId, values),
    closeView: (viewId, options) => closeView(core, userId(options?.user), viewId),
    react: ({ channel, ts }, name, options) => toggleReaction(core, userId(options?.user), channel, ts, name),
    openHome: (options) => tellHomeOpened(core, userId(options?.user), 'home'),
    messages: (channel, thread) =>
      thread === undefined ? workspace.messages(channelId(channel)) : workspace.thread(channelId(channel), thread),
    ephemerals: (user) => workspace.ephemerals().filter((message) => message.ephemeralTo === userId(user)),
    modal: (user) => core.views.top(userId(user)),
    home: (user) => core.views.home(userId(user)),
    waitFor,
    delivered: async () => {
      await waitFor(() => (activity.inFlight() === 0 ? true : undefined), { for: 'the app to acknowledge everything' });
    },
    refuseNext(method, refusal) {
      core.refusals.set(method, [...(core.refusals.get(method) ?? []), refusal]);
    },
  };
};
