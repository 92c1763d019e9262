import type { FileText } from './file-text.js';

/** A JSON object of unknown shape: blocks, views and payloads travel through the playground as they came. */
export type Json = Record<string, unknown>;

export interface User {
  readonly id: string;
  /** Handle without `@`. */
  readonly name: string;
  readonly realName: string;
  /** Absent for bots. */
  readonly email?: string;
  /** Set for the bot user of an app. */
  readonly botId?: string;
  readonly admin?: boolean;
}

export interface Channel {
  readonly id: string;
  /** Without `#`; empty for a direct message. */
  readonly name: string;
  readonly kind: 'channel' | 'direct';
  readonly topic: string;
  readonly members: ReadonlySet<string>;
  /** Seconds since the epoch. */
  readonly created: number;
}

export interface Usergroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly users: readonly string[];
}

export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  /** Slack's words for the kind of file, for programs and for people. */
  readonly filetype: string;
  readonly prettyType: string;
  readonly user: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly bytes: Uint8Array;
  /** Of what turned out to be text. */
  readonly text?: FileText;
  /** Of what turned out to be a picture, in pixels. */
  readonly picture?: { readonly width: number; readonly height: number };
}

export interface Reaction {
  readonly name: string;
  readonly users: readonly string[];
}

export interface Message {
  readonly channel: string;
  /** Slack's message id within a channel: seconds and microseconds, `1700000000.000100`. */
  readonly ts: string;
  /** `ts` of the thread's first message; absent outside threads. */
  readonly threadTs?: string;
  readonly user: string;
  readonly botId?: string;
  /** Slack's mrkdwn: `&`, `<`, `>` escaped, mentions and links as `<…>`. */
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly files?: readonly SlackFile[];
  readonly metadata?: Json;
  /**
   * `thread_broadcast`: a reply that the channel shows too. `note`: what the person at the page did to the playground
   * itself; never sent to an app.
   */
  readonly subtype?: 'channel_join' | 'file_share' | 'thread_broadcast' | 'note';
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly reactions: readonly Reaction[];
  /** Between chat.startStream and chat.stopStream. */
  readonly streaming?: boolean;
  /** Shown to this user only; in no history. */
  readonly ephemeralTo?: string;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

/** The installed app, as its manifest describes it. */
export interface SlackApp {
  readonly id: string;
  readonly name: string;
  readonly slashCommands: readonly {
    readonly command: string;
    readonly usageHint: string;
    readonly description: string;
    /** “Escape channels, users, and links sent to your app”: they arrive as in messages; else as typed. */
    readonly shouldEscape?: boolean;
  }[];
  /** Message shortcuts. */
  readonly shortcuts: readonly { readonly name: string; readonly callbackId: string }[];
  /** Scopes of the bot token. */
  readonly scopes: readonly string[];
  /** Event types the app subscribed to, e.g. `message.channels`. */
  readonly events: readonly string[];
}

/** What a workspace starts with. */
export interface Seed {
  readonly team: Team;
  readonly app: SlackApp;
  /** Id of the app's bot user among `users`. */
  readonly bot: string;
  /** Id of the person at the page among `users`. */
  readonly me: string;
  readonly users: readonly User[];
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    readonly topic: string;
    readonly members: readonly string[];
  }[];
  readonly usergroups: readonly Usergroup[];
  /** Already said when the workspace opens, oldest first. */
  readonly messages: readonly { readonly channel: string; readonly user: string; readonly text: string }[];
}
