/** What every part of the page may need to know of the workspace around it, without being handed it by each parent. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageChannel, PageState, PageUser } from '../../page-protocol.js';
import type { EmojiTable } from '../text/emoji.js';

export interface Workspace {
  readonly me: PageUser;
  readonly users: ReadonlyMap<string, PageUser>;
  readonly channels: readonly PageChannel[];
  readonly slashCommands: PageState['slashCommands'];
  readonly shortcuts: PageState['shortcuts'];
  readonly emoji: EmojiTable;
  /** The name shown for a user; the id of one that is unknown. */
  userName(id: string): string;
  /** Without `#`; `''` for a channel that is unknown. */
  channelName(id: string): string;
  /** The playground's time, in milliseconds since the epoch. */
  now(): number;
  openChannel(id: string): void;
  openThread(ts: string): void;
  /** Tells the person, in a line that goes away, what could not be done. */
  report(sentence: string): void;
}

const Context = createContext<Workspace | undefined>(undefined);

export const WorkspaceProvider = Context.Provider;

/** The workspace around a component. Throws outside of the provider: a fault of the page's own wiring. */
export function useWorkspace(): Workspace {
  const workspace = useContext(Context);
  if (workspace === undefined) throw new Error('This component needs a WorkspaceProvider around it.');
  return workspace;
}
