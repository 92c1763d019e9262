/** Where one writes: a channel's or a thread's. Enter sends, Shift+Enter breaks the line. */
import type { JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageState, PageSuggestion } from '../../page-protocol.js';
import { type Attachments, release } from '../files/attachments.js';
import { FileButton } from '../files/file-button.js';
import { FileChip } from '../files/file-chip.js';
import { pastedFiles } from '../files/given.js';
import { loadFile, post, upload } from '../net/api.js';
import { Icon } from '../shell/icons.js';
import { useWorkspace } from '../shell/workspace.js';
import { type Candidate, candidatesFor } from './candidates.js';
import { complete, findTrigger } from './completion.js';
import { readDraft, saveDraft } from './drafts.js';
import { readSubmission } from './submission.js';

/** A text for the composer from elsewhere on the page. Each object is used once, by the composer that is there then. */
export interface Fill {
  readonly text: string;
}

interface Props {
  readonly channel: string;
  readonly threadTs?: string;
  /** Names the field and stands in it while it is empty. */
  readonly label: string;
  readonly suggestions?: PageState['suggestions'];
  readonly fill?: Fill | undefined;
  /** Files that go along; the pane around the composer takes them too. */
  readonly attachments: Attachments;
}

// Where Slack's client offers the same.
const LONG = 12_000;

export function Composer({ channel, threadTs, label, suggestions = [], fill, attachments }: Props): JSX.Element {
  const workspace = useWorkspace();
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const draft = `${channel}/${threadTs ?? ''}`;
  const [text, setText] = useState(() => readDraft(draft));
  const [caret, setCaret] = useState(0);
  const [isDismissed, setDismissed] = useState(false);
  const [at, setAt] = useState(0);
  const [notice, setNotice] = useState('');

  const hasFiles = attachments.items.length > 0;
  const trigger = isDismissed ? undefined : findTrigger(text, caret);
  const isCommand = trigger?.kind === 'command' && threadTs !== undefined;
  const candidates = trigger === undefined || isCommand ? [] : candidatesFor(trigger, workspace);
  const current = Math.min(at, Math.max(0, candidates.length - 1));

  const write = (next: string, caretAt: number): void => {
    setText(next);
    saveDraft(draft, next);
    setCaret(caretAt);
    setNotice('');
    setAt(0);
  };
  // The field grows with the text, up to the height the stylesheet allows.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);

  const put = (next: string, caretAt: number): void => {
    write(next, caretAt);
    const element = field.current;
    if (element === null) return;
    element.value = next;
    element.focus();
    element.setSelectionRange(caretAt, caretAt);
  };
  const filled = useRef(fill);
  useEffect(() => {
    if (fill === undefined || fill === filled.current) return;
    filled.current = fill;
    setDismissed(true);
    put(fill.text, fill.text.length);
  }, [fill]);
  const choose = (candidate: Candidate): void => {
    if (trigger === undefined) return;
    const done = complete(text, trigger, candidate.insert);
    put(done.text, done.caret);
  };
  const insert = (mark: string): void => {
    const position = field.current?.selectionStart ?? text.length;
    const before = text.slice(0, position);
    const spaced = before === '' || /\s$/.test(before) ? mark : ` ${mark}`;
    setDismissed(false);
    put(before + spaced + text.slice(position), position + spaced.length);
  };
  const send = async (typed: string): Promise<void> => {
    const commands = workspace.slashCommands.map(({ command }) => command);
    const submission = readSubmission(typed, commands, threadTs !== undefined, hasFiles);
    if (submission.kind === 'nothing') return;
    if (submission.kind === 'refused') {
      setNotice(submission.reason);
      return;
    }
    write('', 0);
    const taken = attachments.take();
    try {
      if (submission.kind === 'command') await post('command', { channel, line: submission.line });
      else {
        const files: string[] = [];
        for (const { file } of taken) files.push((await upload(file)).id);
        await post('post', {
          channel,
          text: submission.text,
          ...(threadTs === undefined ? {} : { threadTs }),
          ...(files.length === 0 ? {} : { files }),
        });
      }
      release(taken);
    } catch (error) {
      attachments.putBack(taken);
      write(typed, typed.length);
      setNotice(error instanceof Error ? error.message : String(error));
    }
  };
  // Whichever way a file came, the next key is meant for this composer.
  const count = useRef(attachments.items.length);
  useEffect(() => {
    if (attachments.items.length > count.current) field.current?.focus();
    count.current = attachments.items.length;
  }, [attachments.items.length]);
  // The mention stays a message: it is what calls the bot.
  const makeFile = (): void => {
    const mention = /^(?:@\S+\s+)*/.exec(text)?.[0] ?? '';
    attachments.add([new File([text.slice(mention.length)], 'text.txt', { type: 'text/plain' })]);
    put(mention, mention.length);
  };
  const suggest = async ({ text: suggested, file }: PageSuggestion): Promise<void> => {
    put(suggested, suggested.length);
    if (file === undefined) return;
    try {
      attachments.add([await loadFile(file)]);
    } catch (error) {
      setNotice(error instanceof Error ? error.message : String(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes a character, Enter belongs to it.
    if (event.isComposing) return;
    const candidate = candidates[current];
    if (candidate !== undefined) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const isWhole = trigger?.kind === 'command' && trigger.typed === candidate.insert.toLowerCase();
      if (step !== undefined) setAt((current + step + candidates.length) % candidates.length);
      else if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !isWhole)) choose(candidate);
      else if (event.key === 'Escape') setDismissed(true);
      else if (event.key === 'Enter' && !event.shiftKey) void send(text);
      else return;
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send(text);
    }
  };
  const isOffering = candidates.length > 0;
  const said = notice || attachments.refusal;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send(text);
      }}
    >
      {suggestions.length > 0 && text === '' && !hasFiles && (
        <ul class="chips" aria-label="Things to try">
          <li class="chips-label" aria-hidden="true">
            Try
          </li>
          {suggestions.map((suggestion) => (
            <li key={suggestion.label}>
              <button type="button" class="chip" title={suggestion.text} onClick={() => void suggest(suggestion)}>
                {suggestion.file !== undefined && <Icon name="clip" />}
                {suggestion.label}
              </button>
            </li>
          ))}
        </ul>
      )}
      {said !== '' && (
        <p class="composer-notice" role="alert">
          {said}
        </p>
      )}
      {text.length > LONG && (
        <p class="composer-notice is-quiet">
          This text is long.{' '}
          <button type="button" class="link-like" onClick={makeFile}>
            Send it as a file
          </button>
        </p>
      )}
      <span class="visually-hidden" role="status">
        {hasFiles &&
          (attachments.items.length === 1 ? '1 file attached' : `${attachments.items.length} files attached`)}
      </span>
      <div class="composer-box">
        {isOffering && (
          <div class="completion" role="listbox" id={listId} aria-label="Completions">
            {candidates.map((candidate, index) => (
              <div
                key={candidate.key}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                data-current={index === current ? '' : undefined}
                class="option"
                onPointerMove={() => setAt(index)}
                onPointerDown={(event) => {
                  // Keeps the focus in the field.
                  event.preventDefault();
                  choose(candidate);
                }}
              >
                {candidate.label}
              </div>
            ))}
          </div>
        )}
        {hasFiles && (
          <ul class="file-chips" aria-label="Attached files">
            {attachments.items.map((item) => (
              <FileChip
                key={item.key}
                name={item.file.name}
                size={item.file.size}
                thumbnail={item.thumbnail}
                onRemove={() => {
                  attachments.remove(item);
                  field.current?.focus();
                }}
              />
            ))}
          </ul>
        )}
        <textarea
          ref={field}
          rows={1}
          class="composer-field"
          aria-label={label}
          placeholder={label}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOffering}
          aria-controls={isOffering ? listId : undefined}
          aria-activedescendant={isOffering ? `${listId}-${current}` : undefined}
          value={text}
          onInput={(event) => {
            setDismissed(false);
            write(event.currentTarget.value, event.currentTarget.selectionStart);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onBlur={() => setDismissed(true)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const files = pastedFiles(event.clipboardData);
            if (files.length === 0) return;
            event.preventDefault();
            attachments.add(files);
          }}
        />
        <div class="composer-tools">
          <FileButton onFiles={attachments.add} />
          <button
            type="button"
            class="tool"
            aria-label="Mention someone"
            title="Mention someone"
            onClick={() => insert('@')}
          >
            <Icon name="at" />
          </button>
          {threadTs === undefined && (
            <button
              type="button"
              class="tool"
              aria-label="Use a slash command"
              title="Use a slash command"
              onClick={() => {
                setDismissed(false);
                put(text.startsWith('/') ? text : `/${text}`, 1);
              }}
            >
              <Icon name="slash" />
            </button>
          )}
          <span class={threadTs === undefined ? 'composer-hint' : 'composer-hint is-off'}>
            <kbd>Enter</kbd> sends, <kbd>Shift</kbd>+<kbd>Enter</kbd> for a new line
          </span>
          <button type="submit" class="send" aria-label="Send" disabled={text.trim() === '' && !hasFiles}>
            <Icon name="send" />
          </button>
        </div>
      </div>
    </form>
  );
}
