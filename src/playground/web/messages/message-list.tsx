/** Messages in order, with days between them; it stays at the newest unless the person has scrolled up. */
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageMessage } from '../../page-protocol.js';
import { useWorkspace } from '../shell/workspace.js';
import type { ThreadSummary } from '../state/messages.js';
import { dayName, dayNumber, millisOf } from '../text/dates.js';
import { Message } from './message.js';
import { Note } from './note.js';
import { useScrollPlace } from './scroll-place.js';

interface Props {
  readonly label: string;
  readonly messages: readonly PageMessage[];
  readonly threads?: ReadonlyMap<string, ThreadSummary>;
  /** `ts` of the first message that was unread. */
  readonly newFrom?: string | undefined;
  readonly inThread?: boolean;
  /** Stands above the first message. */
  readonly children?: ComponentChildren;
}

const GROUP_MS = 5 * 60_000;
// Enough for any sitting; a page of thousands would be slow to draw and is never read.
const SHOWN = 200;

export function MessageList({ label, messages, threads, newFrom, inThread = false, children }: Props): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const place = useScrollPlace(box);
  const { isAtEnd } = place;
  const [hasNew, setHasNew] = useState(false);
  const [limit, setLimit] = useState(SHOWN);
  const shown = messages.slice(-limit);
  const newest = messages.at(-1);
  const last = newest?.ts;
  const { me, users } = useWorkspace();

  const isFirst = useRef(true);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    // One's own message, and the answer only oneself can see, are always brought into sight.
    if (newest?.user === me.id || newest?.ephemeral === true) isAtEnd.current = true;
    const isOpening = isFirst.current;
    isFirst.current = false;
    if (!isAtEnd.current) {
      setHasNew(true);
      return;
    }
    place.toEnd();
    // What a thread is opened for is the bot's answer; what was just said or has just come in stands at the end.
    const answer = isOpening && inThread ? shown.findLast(({ user }) => users.get(user)?.isBot === true) : newest;
    const mayBeLonger = isOpening ? inThread : newest?.user !== me.id;
    if (mayBeLonger && answer !== undefined && showTop(element, answer.ts)) isAtEnd.current = false;
    place.settle();
  }, [last]);
  const toEnd = (): void => {
    setHasNew(false);
    place.toEnd();
  };
  return (
    <div class="message-list">
      <section
        ref={box}
        class="message-scroll"
        aria-label={label}
        onClickCapture={place.onClickCapture}
        onScroll={() => {
          place.onScroll();
          if (isAtEnd.current && hasNew) setHasNew(false);
        }}
      >
        <div class="message-flow">
          {messages.length > shown.length ? (
            <button type="button" class="button show-earlier" onClick={() => setLimit(limit + SHOWN)}>
              Show earlier messages
            </button>
          ) : (
            children
          )}
          {shown.map((message, index) => (
            <div key={message.ts}>
              <Rule
                message={message}
                before={shown[index - 1]}
                isNew={message.ts === newFrom}
                replies={inThread && index === 1 ? messages.length - 1 : 0}
                inThread={inThread}
              />
              {message.note === true ? (
                <Note message={message} />
              ) : (
                <Message
                  message={message}
                  isGrouped={isGrouped(message, shown[index - 1], threads) && message.ts !== newFrom}
                  thread={threads?.get(message.ts)}
                  inThread={inThread}
                />
              )}
            </div>
          ))}
        </div>
      </section>
      {hasNew && (
        <button type="button" class="new-messages" onClick={toEnd}>
          New messages ↓
        </button>
      )}
    </div>
  );
}

/**
 * Shows a message whose beginning is above the window from its first line, where its verdict is. False when that is in
 * sight.
 */
function showTop(box: HTMLElement, ts: string): boolean {
  const message = box.querySelector(`.message[data-ts="${CSS.escape(ts)}"]`);
  const above = message === null ? 0 : box.getBoundingClientRect().top - message.getBoundingClientRect().top;
  if (above <= 0) return false;
  // Whole pixels, downwards: else the browser rounds, and the first line may begin above the window.
  box.scrollTop = Math.floor(box.scrollTop - above);
  return true;
}

interface RuleProps {
  readonly message: PageMessage;
  readonly before: PageMessage | undefined;
  readonly isNew: boolean;
  /** In a thread, above the first reply: how many there are. */
  readonly replies: number;
  readonly inThread: boolean;
}

/** What stands between two messages: a new day, the beginning of what is new, the beginning of a thread's replies. */
function Rule({ message, before, isNew, replies, inThread }: RuleProps): JSX.Element | null {
  const { now } = useWorkspace();
  const millis = millisOf(message.ts);
  if (replies > 0) {
    return (
      <div class="rule is-replies">
        <span class="rule-replies">{replies === 1 ? '1 reply' : `${replies} replies`}</span>
      </div>
    );
  }
  const isNewDay = !inThread && (before === undefined || dayNumber(millisOf(before.ts)) !== dayNumber(millis));
  if (!isNewDay && !isNew) return null;
  return (
    <div class={isNew ? 'rule is-new' : 'rule'}>
      {isNewDay && <span class="rule-day">{dayName(millis, now())}</span>}
      {isNew && <span class="rule-new">New</span>}
    </div>
  );
}

function isGrouped(
  message: PageMessage,
  before: PageMessage | undefined,
  threads: ReadonlyMap<string, ThreadSummary> | undefined,
): boolean {
  if (before === undefined || before.user !== message.user || before.note === true) return false;
  if (message.ephemeral === true || before.ephemeral === true) return false;
  const [then, now] = [millisOf(before.ts), millisOf(message.ts)];
  return now - then < GROUP_MS && dayNumber(then) === dayNumber(now) && threads?.has(before.ts) !== true;
}
