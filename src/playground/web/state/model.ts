/** What the page knows: the workspace as the server told it, and what the person has open. */
import type { PageChannel, PageMessage, PageState, PageUser } from '../../page-protocol.js';
import type { Json } from '../json.js';

export interface Unread {
  readonly messages: number;
  /** Those that call for the person: direct messages and mentions. */
  readonly mentions: number;
}

export interface OpenView {
  readonly viewId: string;
  readonly view: Json;
  /** block_id → sentence, from the last submission. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface Model {
  readonly team: string;
  readonly me: PageUser;
  readonly users: ReadonlyMap<string, PageUser>;
  readonly channels: readonly PageChannel[];
  /** Channel id → its messages and thread replies, oldest first. */
  readonly messages: ReadonlyMap<string, readonly PageMessage[]>;
  readonly slashCommands: PageState['slashCommands'];
  readonly shortcuts: PageState['shortcuts'];
  readonly suggestions: PageState['suggestions'];
  readonly scenarios: PageState['scenarios'];
  /** The id of the scenario that is on; `''` without scenarios. */
  readonly scenario: string;
  readonly realSystems: PageState['realSystems'];
  readonly clockAhead: PageState['clockAhead'];
  readonly botConnected: boolean;
  /** Whether the server's events arrive now. */
  readonly live: boolean;
  /** The channel that is open; `''` only while a workspace has none. */
  readonly channel: string;
  /** `ts` of the message whose thread is open. */
  readonly thread: string | undefined;
  readonly unread: ReadonlyMap<string, Unread>;
  /** Where the unread messages began when the channel was opened: channel id → `ts`. */
  readonly newFrom: ReadonlyMap<string, string>;
  /** A stack, as views.push makes it: the last one is shown. */
  readonly views: readonly OpenView[];
  /** The last arrival in words, for screen readers. */
  readonly announcement: string;
}

export type Action =
  | { readonly type: 'loaded'; readonly state: PageState }
  | { readonly type: 'live'; readonly live: boolean }
  | { readonly type: 'open-channel'; readonly channel: string; readonly thread?: string | undefined }
  | { readonly type: 'open-thread'; readonly ts: string | undefined }
  | { readonly type: 'view-errors'; readonly viewId: string; readonly errors: Readonly<Record<string, string>> };
