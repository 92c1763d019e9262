/** One message: who, when, what, and what can be done with it. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PageMessage, PageUser } from '../../page-protocol.js';
import { Blocks } from '../blocks/block.js';
import { SurfaceProvider } from '../blocks/surface.js';
import { Avatar } from '../shell/avatar.js';
import { Icon } from '../shell/icons.js';
import { useWorkspace } from '../shell/workspace.js';
import type { ThreadSummary } from '../state/messages.js';
import { clockTime, millisOf, timeAgo } from '../text/dates.js';
import { Mrkdwn } from '../text/view.js';
import { Files } from './files.js';
import { MessageMenu } from './message-menu.js';
import { Reactions } from './reactions.js';

interface Props {
  readonly message: PageMessage;
  /** Right under a message of the same person: the name and picture are not repeated. */
  readonly isGrouped: boolean;
  readonly thread?: ThreadSummary | undefined;
  /** In the thread pane, where opening the thread makes no sense. */
  readonly inThread?: boolean;
}

// Longer texts are folded, as Slack folds them: a pasted log must not push everything else away.
const FOLD_CHARACTERS = 3_000;
const FOLD_LINES = 30;
const FRESH_MS = 4_000;

export function Message({ message, isGrouped, thread, inThread = false }: Props): JSX.Element {
  const workspace = useWorkspace();
  const user: PageUser = workspace.users.get(message.user) ?? {
    id: message.user,
    name: message.user,
    realName: message.user,
    isBot: false,
  };
  const millis = millisOf(message.ts);
  const time = clockTime(millis);
  const exact = new Date(millis).toLocaleString();
  const classes = ['message'];
  if (isGrouped) classes.push('is-grouped');
  if (message.ephemeral === true) classes.push('is-ephemeral');
  const name = user.realName || user.name;
  return (
    <article class={classes.join(' ')} data-ts={message.ts} aria-label={`${name}, ${time}`}>
      <div class="message-gutter">
        {isGrouped ? (
          <time class="message-side-time" dateTime={new Date(millis).toISOString()} title={exact}>
            {time.replace(/\s?[AP]M$/i, '')}
          </time>
        ) : (
          <Avatar user={user} />
        )}
      </div>
      <div class="message-main">
        {message.ephemeral === true && (
          <p class="only-you">
            <Icon name="eye" /> Only visible to you
          </p>
        )}
        {!isGrouped && (
          <header class="message-head">
            <span class="message-name">{name}</span>
            {user.isBot && <span class="badge">APP</span>}
            <time class="message-time" dateTime={new Date(millis).toISOString()} title={exact}>
              {time}
            </time>
          </header>
        )}
        {message.broadcast === true && !inThread && (
          <p class="from-thread">
            <Icon name="reply" /> replied in{' '}
            <button
              type="button"
              class="link-like"
              onClick={() => workspace.openThread(message.threadTs ?? message.ts)}
            >
              a thread
            </button>
          </p>
        )}
        {!isEmpty(message) && (
          <Foldable message={message}>
            <Body message={message} isBot={user.isBot} />
            {message.edited === true && <span class="edited"> (edited)</span>}
          </Foldable>
        )}
        <Files files={message.files ?? []} />
        <Reactions message={message} />
        {thread !== undefined && <ThreadLink key={thread.replies} ts={message.ts} thread={thread} />}
      </div>
      {message.ephemeral !== true && <MessageMenu message={message} inThread={inThread} />}
    </article>
  );
}

/** Only files: no text stands above them. */
function isEmpty({ text, blocks, edited }: PageMessage): boolean {
  return text === '' && (blocks ?? []).length === 0 && edited !== true;
}

/** Blocks where an app sent them. What a person typed comes with a rich_text copy of the text, and reads best as the text. */
function Body({ message, isBot }: { message: PageMessage; isBot: boolean }): JSX.Element {
  const blocks = message.blocks ?? [];
  if (blocks.length === 0 || (!isBot && blocks.every((block) => block['type'] === 'rich_text'))) {
    return (
      <div class="text message-text">
        <Mrkdwn text={message.text} />
      </div>
    );
  }
  return (
    <SurfaceProvider container={{ channel: message.channel, ts: message.ts }} blocks={blocks}>
      <Blocks blocks={blocks} />
    </SurfaceProvider>
  );
}

function Foldable({ message, children }: { message: PageMessage; children: ComponentChildren }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const { text } = message;
  const isLong =
    (message.blocks ?? []).every((block) => block['type'] === 'rich_text') &&
    (text.length > FOLD_CHARACTERS || text.split('\n', FOLD_LINES + 1).length > FOLD_LINES);
  if (!isLong) return <>{children}</>;
  return (
    <>
      <div class={isOpen ? 'folded is-open' : 'folded'}>{children}</div>
      <button type="button" class="link-like show-more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Show less' : 'Show more'}
      </button>
    </>
  );
}

function ThreadLink({ ts, thread }: { ts: string; thread: ThreadSummary }): JSX.Element {
  const { users, openThread, now } = useWorkspace();
  // A reply that has just come draws the eye for a moment: it stands in a pane that is not open yet.
  const isFresh = now() - millisOf(thread.lastTs) < FRESH_MS;
  const faces = thread.users.slice(0, 4).flatMap((id) => users.get(id) ?? []);
  return (
    <button type="button" class={isFresh ? 'thread-link is-fresh' : 'thread-link'} onClick={() => openThread(ts)}>
      {faces.map((user) => (
        <Avatar key={user.id} user={user} size="small" />
      ))}
      <span class="thread-count">{thread.replies === 1 ? '1 reply' : `${thread.replies} replies`}</span>
      <span class="thread-last">Last reply {timeAgo(millisOf(thread.lastTs), now())}</span>
      <span class="thread-view">View thread</span>
    </button>
  );
}
