import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver, Message, SlackServer } from '../../../src/playground/slack/index.js';
import type { Running } from '../../../src/start.js';
import { createLog, handOverChannel, readConfig, redact, start, startSlack, systemClock } from './shipped.js';

/** A workspace with the bot in it, started as on a real one: from environment variables, over Slack's own protocols. */
export interface Workspace {
  readonly slack: SlackServer;
  readonly driver: Driver;
  /** Everything the bot logged so far. */
  logged(): string;
  /** Every file the bot keeps, in one text. */
  stored(): Promise<string>;
  /** Stops the bot once it has finished what it works on: what it has not said by then it never says. */
  stopBot(): Promise<void>;
  startBot(): Promise<void>;
  /** Frees ports and folders. */
  close(): Promise<void>;
}

/** Opens a workspace of its own for a test. `env` replaces variables; an empty one counts as not set. */
export async function openWorkspace(env: Readonly<Record<string, string>> = {}): Promise<Workspace> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wo-okta-e2e-'));
  const slack = await startSlack({ clock: systemClock });
  let output = '';
  let running: Running | undefined;
  const startBot = async () => {
    const config = readConfig({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      HANDOVER_CHANNEL: handOverChannel,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'debug',
      ...env,
    });
    const destination = { write: (text: string) => (output += text) };
    running = await start(config, createLog({ level: 'debug', destination, redact: plain, clock: Date.now }));
  };
  const stopBot = async () => {
    await running?.stop();
    running = undefined;
  };
  const close = async () => {
    await stopBot();
    await slack.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await startBot();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    slack,
    driver: slack.driver,
    logged: () => output,
    stored: () => textOf(dataDir),
    stopBot,
    startBot,
    close,
  };
}

function plain(text: string): string {
  return redact(text).text;
}

async function textOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.bin'));
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
  return texts.join('\n');
}

/** A message, by Slack's own coordinates. */
type Post = Pick<Message, 'channel' | 'ts' | 'threadTs'>;

/** What the bot has said in the post's thread, oldest first. */
export function replies({ driver }: Workspace, { channel, ts, threadTs }: Post): readonly Message[] {
  const bot = driver.userId('wo-okta');
  return driver.messages(channel, threadTs ?? ts).filter(({ user }) => user === bot);
}

/** Waits for the bot's reply in the post's thread: the first, or the one of that number. */
export function reply(workspace: Workspace, post: Post, number = 1): Promise<Message> {
  return workspace.driver.waitFor(() => replies(workspace, post)[number - 1], { for: `reply ${number} to the post` });
}

/** Somebody writes in #helpdesk, or elsewhere; the bot's reply. */
export async function ask(
  workspace: Workspace,
  text: string,
  where: { readonly channel?: string; readonly user?: string } = {},
): Promise<{ readonly post: Message; readonly answer: Message }> {
  const post = workspace.driver.say({ channel: 'helpdesk', text, ...where });
  return { post, answer: await reply(workspace, post) };
}

/** The message as it stands now, its reactions and buttons with it. */
export function current({ driver }: Workspace, { channel, ts }: Post): Message | undefined {
  return driver.messages(channel).find((message) => message.ts === ts);
}

/** Waits until the post carries this reaction of the bot's. */
export async function marked(workspace: Workspace, post: Post, name: string): Promise<void> {
  const has = () => current(workspace, post)?.reactions.some((reaction) => reaction.name === name) || undefined;
  await workspace.driver.waitFor(has, { for: `:${name}: on the post` });
}

interface Button {
  readonly type: string;
  readonly action_id: string;
  readonly text: { readonly text: string };
}

/** The labels of a message's buttons, in order. */
export function buttons(message: Message): readonly string[] {
  return buttonsOf(message).map(({ button }) => button.text.text);
}

/** Presses a button by its label. */
export async function press(
  { driver }: Workspace,
  message: Message,
  label: string,
  options: { readonly user?: string } = {},
): Promise<void> {
  const found = buttonsOf(message).find(({ button }) => button.text.text === label);
  if (found === undefined) throw new Error(`No button “${label}” among ${JSON.stringify(buttons(message))}.`);
  await driver.click(message, { actionId: found.button.action_id, blockId: found.row }, options);
}

/** Waits until a message has none of its buttons left. */
export async function settled(workspace: Workspace, message: Message): Promise<Message> {
  const without = () => {
    const now = current(workspace, message);
    return now !== undefined && buttons(now).length === 0 ? now : undefined;
  };
  return workspace.driver.waitFor(without, { for: 'the buttons to go' });
}

function buttonsOf({ blocks = [] }: Message): readonly { readonly row: string; readonly button: Button }[] {
  return blocks.flatMap((block) => {
    const beside = block['accessory'] as Button | undefined;
    if (block['type'] !== 'actions' && beside === undefined) return [];
    const elements = beside === undefined ? (block['elements'] as readonly Button[]) : [beside];
    return elements
      .filter(({ type }) => type === 'button')
      .map((button) => ({ row: String(block['block_id']), button }));
  });
}

/** All that a message shows, also what is beyond the fallback text's limit. */
export function shown({ text, blocks = [] }: Message): string {
  const texts = blocks.flatMap((block) => {
    if (block['type'] === 'section') return [(block['text'] as { text: string }).text];
    if (block['type'] === 'context') return (block['elements'] as readonly { text: string }[]).map((part) => part.text);
    return [];
  });
  return texts.length === 0 ? text : texts.join('\n');
}

/** The ids of the articles that a message shows whole, in order. */
export function articlesIn(message: Message): readonly string[] {
  return [...shown(message).matchAll(/`([a-z0-9-]+)@\d+`/g)].flatMap(([, id]) => id ?? []);
}
