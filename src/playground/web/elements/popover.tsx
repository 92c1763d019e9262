/** A box that opens beside a button, above everything: the browser's own popover, which closes on Escape and on a click outside. */
import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly anchor: RefObject<HTMLElement>;
  readonly label: string;
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

const GAP = 6;

/** Shown while it is mounted. Focus returns to the anchor when it closes. */
export function Popover({ anchor, label, className = '', onClose, children }: Props): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const element = box.current;
    const from = anchor.current;
    if (element === null || from === null) return;
    const onToggle = (event: Event): void => {
      if ((event as ToggleEvent).newState === 'closed') close.current();
    };
    element.addEventListener('toggle', onToggle);
    // Before it is measured: a select's list is as wide as the select.
    element.style.minWidth = `${from.offsetWidth}px`;
    element.showPopover();
    place(element, from.getBoundingClientRect());
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      element.removeEventListener('toggle', onToggle);
      const hadFocus = element.contains(document.activeElement);
      if (element.matches(':popover-open')) element.hidePopover();
      if (hadFocus) from.focus();
    };
  }, [anchor]);
  return (
    <div ref={box} popover="auto" role="dialog" aria-label={label} class={`popover ${className}`}>
      {children}
    </div>
  );
}

/** Below the anchor where there is room, else above it, and always within the window. */
function place(element: HTMLElement, anchor: DOMRect): void {
  const { width, height } = element.getBoundingClientRect();
  const below = anchor.bottom + GAP;
  const isRoom = below + height <= window.innerHeight - GAP;
  const top = isRoom ? below : Math.max(GAP, anchor.top - height - GAP);
  const left = Math.min(Math.max(GAP, anchor.left), window.innerWidth - width - GAP);
  element.style.top = `${top}px`;
  element.style.left = `${Math.max(GAP, left)}px`;
}
