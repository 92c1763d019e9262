/** A view that the app opened: Slack's modal. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Blocks } from '../blocks/block.js';
import { SurfaceProvider } from '../blocks/surface.js';
import { TextObject } from '../blocks/text-object.js';
import { currentValues, inputErrors, type StateValues } from '../blocks/values.js';
import { child, flag, list, str } from '../json.js';
import { post } from '../net/api.js';
import type { OpenView } from '../state/model.js';
import { Icon } from './icons.js';
import { readErrors } from './view-errors.js';

interface Props {
  readonly open: OpenView;
  /** Views below it: closing goes back to them. */
  readonly isStacked: boolean;
  readonly onErrors: (errors: Readonly<Record<string, string>>) => void;
  readonly onClosed: () => void;
}

export function Modal({ open, isStacked, onErrors, onClosed }: Props): JSX.Element {
  const { viewId, view, errors } = open;
  const blocks = list(view, 'blocks');
  const dialog = useRef<HTMLDialogElement>(null);
  const [changed, setChanged] = useState<StateValues>({});
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState('');
  const hasInput = blocks.some((block) => str(block, 'type') === 'input');
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);
  useEffect(() => {
    if (Object.keys(errors).length > 0) dialog.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [errors]);

  const close = async (): Promise<void> => {
    try {
      await post('view-close', { viewId });
    } catch {
      // The server has forgotten the view, or is gone: either way it must not stay in the person's way.
    }
    onClosed();
  };
  const submit = async (): Promise<void> => {
    const values = currentValues(blocks, changed);
    const own = inputErrors(blocks, values);
    setFailure('');
    onErrors(own);
    if (Object.keys(own).length > 0) return;
    setSending(true);
    try {
      const answer = await post('view-submit', { viewId, state: values });
      onErrors(readErrors(answer));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setSending(false);
    }
  };
  const submitText = child(view, 'submit');
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="view-title"
      onCancel={(event) => {
        // Escape in a popover or a confirmation inside it is theirs alone.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        void close();
      }}
    >
      <form
        class="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header class="dialog-head">
          <h2 id="view-title" class="dialog-title">
            <TextObject object={child(view, 'title')} />
          </h2>
          <button type="button" class="tool" aria-label={isStacked ? 'Back' : 'Close'} onClick={() => void close()}>
            <Icon name="close" />
          </button>
        </header>
        <div class="dialog-body">
          <SurfaceProvider container={{ viewId }} blocks={blocks} errors={errors} onValues={setChanged}>
            <Blocks blocks={blocks} />
          </SurfaceProvider>
          {failure !== '' && (
            <p class="field-error" role="alert">
              {failure}
            </p>
          )}
        </div>
        {(submitText !== undefined || hasInput || child(view, 'close') !== undefined) && (
          <footer class="dialog-foot">
            <button type="button" class="button" onClick={() => void close()}>
              <TextObject object={child(view, 'close')} fallback="Cancel" />
            </button>
            {(submitText !== undefined || hasInput) && (
              <button
                type="submit"
                class="button is-primary"
                disabled={isSending || flag(view, 'submit_disabled')}
                aria-busy={isSending}
              >
                <TextObject object={submitText} fallback="Submit" />
              </button>
            )}
          </footer>
        )}
      </form>
    </dialog>
  );
}
