import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from './icons.js';

const SHOWN_MS = 8_000;

/** A line about what could not be done. It goes away by itself; there is nothing in it that must be answered. */
export function Toast({ text, onClose }: { text: string; onClose: () => void }): JSX.Element {
  useEffect(() => {
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="toast" role="alert">
      <Icon name="warning" />
      <span>{text}</span>
      <button type="button" class="tool" aria-label="Dismiss" onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
