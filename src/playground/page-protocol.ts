/**
 * What the playground's web page and its server say to each other. The page is one person's Slack client: `GET /page/state`
 * once, then `GET /page/events` (server-sent events, one `PageEvent` of JSON a message), and one `POST /page/<act>` for
 * everything the person does. JSON both ways, but for the bytes of a file; every POST answers `{ ok: true, … }` or `{ ok: false, error: "sentence" }`.
 * Blocks and views are Slack's own JSON, as the bot sent them.
 */

type Json = Record<string, unknown>;

export interface PageUser {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly isBot: boolean;
}

export interface PageChannel {
  readonly id: string;
  /** Without `#`; for a direct message the other user's name. */
  readonly name: string;
  readonly kind: 'channel' | 'direct';
}

/** A situation that the simulated systems behind the bot can be in. */
export interface PageScenario {
  readonly id: string;
  /** A short phrase. */
  readonly title: string;
  /** One sentence: what happened, and why. */
  readonly story: string;
  /** What to ask the bot then, as typed. */
  readonly tryThis: string;
  /** What a user would paste then. */
  readonly pasted?: string;
}

export interface PageMessage {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string;
  /** A reply that the channel shows too. */
  readonly broadcast?: boolean;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly edited?: boolean;
  /** Seen by the person at the page only; gone on reload, as in Slack. */
  readonly ephemeral?: boolean;
  /** What `user` did to the playground itself; a grey line that no app learns of. */
  readonly note?: boolean;
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  readonly files?: readonly PageFile[];
}

/** A file in a message, or one that was uploaded for a message or a form. */
export interface PageFile {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  /** In words: `PNG`, `Plain Text`. */
  readonly kind: string;
  /** Bytes. */
  readonly size: number;
  /** Where the page shows it from. */
  readonly url: string;
  /** Of a picture, in pixels. */
  readonly picture?: { readonly width: number; readonly height: number };
  /** Of a text: its first lines, how many it has, and how many of them are left out here. */
  readonly text?: { readonly preview: string; readonly lines: number; readonly more: number };
}

/**
 * What the playground takes: bytes of one file (far below Slack's gigabyte, because files lie in memory), files of one
 * message as in Slack's client, and bytes of one file in a form (docs.slack.dev, file input element: “a 10MB file size limit”).
 */
export const FILE_LIMITS = { bytes: 20_000_000, files: 10, formBytes: 10_000_000 } as const;

/** Something worth trying with one click. */
export interface PageSuggestion {
  readonly label: string;
  readonly text: string;
  /** Attached to the text: an address on this server, and what the file is called. */
  readonly file?: { readonly url: string; readonly name: string };
}

/** Answer of `GET /page/state`. */
export interface PageState {
  readonly team: string;
  /** The person at the page. */
  readonly me: PageUser;
  readonly users: readonly PageUser[];
  readonly channels: readonly PageChannel[];
  /** All channels, oldest first. */
  readonly messages: readonly PageMessage[];
  readonly slashCommands: readonly {
    readonly command: string;
    readonly usageHint: string;
    readonly description: string;
  }[];
  readonly shortcuts: readonly { readonly name: string; readonly callbackId: string }[];
  /** Whether a bot is connected over Socket Mode now. */
  readonly botConnected: boolean;
  /** Texts worth trying, offered above an empty composer. */
  readonly suggestions: readonly PageSuggestion[];
  /** Empty when nothing behind the bot is simulated. */
  readonly scenarios: readonly PageScenario[];
  /** The id of the scenario that is on; `''` without scenarios. */
  readonly scenario: string;
  /** Names of the real systems that the bot reads; empty when nothing leaves this computer. */
  readonly realSystems: readonly string[];
  /** How far the playground's time is ahead of this machine's, in milliseconds; `null` where nobody can move it. */
  readonly clockAhead: number | null;
}

export type PageEvent =
  | { readonly type: 'message'; readonly message: PageMessage }
  | { readonly type: 'message-changed'; readonly message: PageMessage }
  | { readonly type: 'message-deleted'; readonly channel: string; readonly ts: string }
  | { readonly type: 'channel'; readonly channel: PageChannel }
  | { readonly type: 'view-opened'; readonly viewId: string; readonly view: Json }
  | { readonly type: 'view-updated'; readonly viewId: string; readonly view: Json }
  | { readonly type: 'view-closed'; readonly viewId: string }
  | { readonly type: 'bot-connected'; readonly connected: boolean }
  | { readonly type: 'scenario'; readonly scenario: string }
  | { readonly type: 'clock'; readonly ahead: number };

/** `POST /page/post`: a message from the person. Answers with its `ts`. */
export interface PagePost {
  readonly channel: string;
  /** May be empty beside files. */
  readonly text: string;
  readonly threadTs?: string;
  /** Ids of uploaded files. */
  readonly files?: readonly string[];
}

/** Answer of `POST /page/upload?name=…` with the bytes as `application/octet-stream`. */
export interface PageUpload {
  readonly file: PageFile;
}

/** `POST /page/command`: a slash command, as typed. Not possible in a thread, as in Slack. */
export interface PageCommand {
  readonly channel: string;
  /** `/wo-okta fix …` */
  readonly line: string;
}

/** `POST /page/action`: a click or a choice in a message or a view. `action` is Slack's action object, completed by the server. */
export interface PageAction {
  readonly container: { readonly channel: string; readonly ts: string } | { readonly viewId: string };
  readonly action: Json & { readonly action_id: string; readonly type: string; readonly block_id?: string };
  /** Values of all inputs of the container: block_id → action_id → Slack's state value. */
  readonly state?: Json;
}

/** `POST /page/shortcut`: a message shortcut on a message. */
export interface PageShortcut {
  readonly callbackId: string;
  readonly channel: string;
  readonly ts: string;
}

/** `POST /page/view-submit`. Answers `{ ok: true, errors?: { block_id: "sentence" } }`. */
export interface PageViewSubmit {
  readonly viewId: string;
  readonly state: Json;
}

/** `POST /page/view-close`: the person closed it. */
export interface PageViewClose {
  readonly viewId: string;
}

/** `POST /page/react`: adds the person's reaction, or takes it back. */
export interface PageReact {
  readonly channel: string;
  readonly ts: string;
  readonly name: string;
}

/** `POST /page/scenario`: another scenario from now on, or the same afresh, which is noted in the channel. */
export interface PageScenarioChoice {
  readonly scenario: string;
  readonly channel: string;
}

/** `POST /page/jump`: lets time pass at once, which is noted in the channel. There is no way back. */
export interface PageJump {
  readonly by: 'hour' | 'day' | 'week';
  readonly channel: string;
}
