/** The choices behind a trigger, drawn. */
import type { ComponentChildren } from 'preact';
import { Avatar } from '../shell/avatar.js';
import type { Workspace } from '../shell/workspace.js';
import { emojiCharacter, findEmoji } from '../text/emoji.js';
import { rank, type Trigger } from './completion.js';

export interface Candidate {
  readonly key: string;
  /** What it puts into the text. */
  readonly insert: string;
  readonly label: ComponentChildren;
}

const MOST = 8;

/** Up to eight choices for what is being typed. */
export function candidatesFor(trigger: Trigger, workspace: Workspace): readonly Candidate[] {
  const { typed } = trigger;
  switch (trigger.kind) {
    case 'command':
      return rank(workspace.slashCommands, typed, ({ command }) => [command], MOST).map((command) => ({
        key: command.command,
        insert: command.command,
        label: (
          <>
            <strong>{command.command}</strong> <span class="muted">{command.usageHint}</span>
            <span class="choice-description">{command.description}</span>
          </>
        ),
      }));
    case 'user':
      return rank([...workspace.users.values()], typed, ({ name, realName }) => [name, realName], MOST).map((user) => ({
        key: user.id,
        insert: `@${user.name}`,
        label: (
          <span class="candidate">
            <Avatar user={user} size="small" />
            <strong>{user.name}</strong> <span class="muted">{user.realName === user.name ? '' : user.realName}</span>
            {user.isBot && <span class="badge">APP</span>}
          </span>
        ),
      }));
    case 'channel': {
      const channels = workspace.channels.filter(({ kind }) => kind === 'channel');
      return rank(channels, typed, ({ name }) => [name], MOST).map(({ id, name }) => ({
        key: id,
        insert: `#${name}`,
        label: <strong># {name}</strong>,
      }));
    }
    case 'emoji':
      return findEmoji(workspace.emoji, typed, MOST).map((name) => ({
        key: name,
        insert: `:${name}:`,
        label: (
          <>
            <span class="emoji">{emojiCharacter(workspace.emoji, name)}</span> :{name}:
          </>
        ),
      }));
  }
}
