import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { child, type Json, str } from '../json.js';
import { TextObject } from './text-object.js';

/** Slack's confirmation dialog: nothing is sent unless the person agrees. Escape declines. */
export function ConfirmDialog(props: { confirm: Json; onClose: (isConfirmed: boolean) => void }): JSX.Element {
  const { confirm, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const tone = str(confirm, 'style') === 'danger' ? 'button is-danger-solid' : 'button is-primary';
  return (
    <dialog
      ref={dialog}
      class="dialog is-small"
      aria-labelledby="confirm-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose(false);
      }}
    >
      <h2 id="confirm-title" class="dialog-title">
        <TextObject object={child(confirm, 'title')} />
      </h2>
      <div class="dialog-body text">
        <TextObject object={child(confirm, 'text')} />
      </div>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={() => onClose(false)}>
          <TextObject object={child(confirm, 'deny')} fallback="Cancel" />
        </button>
        <button type="button" class={tone} onClick={() => onClose(true)}>
          <TextObject object={child(confirm, 'confirm')} fallback="Yes" />
        </button>
      </div>
    </dialog>
  );
}
