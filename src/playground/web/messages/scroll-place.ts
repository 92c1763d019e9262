import { type MutableRef, useLayoutEffect, useRef } from 'preact/hooks';

/** Where a list of messages stands, and what keeps it there when a pane beside it opens or a message in it grows. */
export interface ScrollPlace {
  /** Whether the newest is in sight, and is to stay so. */
  readonly isAtEnd: MutableRef<boolean>;
  toEnd(): void;
  /** Takes the present size as known, after what was shown has been chosen by the list itself. */
  settle(): void;
  onScroll(): void;
  onClickCapture(event: Event): void;
}

const NEAR_END_PX = 80;

/**
 * Keeps the end in sight for who reads at the end. For who reads elsewhere the place clicked last stays where it is in
 * the window when the lines wrap anew, as they do when a thread opens; without one the browser keeps the topmost line.
 */
export function useScrollPlace(box: MutableRef<HTMLElement | null>): ScrollPlace {
  const isAtEnd = useRef(true);
  const size = useRef('');
  const held = useRef<{ readonly clicked: Element; top: number }>();
  const topOf = (clicked: Element): number =>
    clicked.getBoundingClientRect().top - (box.current?.getBoundingClientRect().top ?? 0);

  const settle = (): void => {
    if (box.current !== null) size.current = sizeOf(box.current);
  };
  const toEnd = (): void => {
    isAtEnd.current = true;
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  };
  useLayoutEffect(() => {
    const element = box.current;
    const inside = element?.firstElementChild;
    if (element === null || inside === null || inside === undefined) return;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      // Hidden behind a thread on a narrow screen: nothing to place, and nothing to forget.
      if (element.clientHeight === 0) return;
      if (isAtEnd.current) toEnd();
      else if (element.clientWidth !== width && held.current?.clicked.isConnected === true)
        element.scrollTop += topOf(held.current.clicked) - held.current.top;
      width = element.clientWidth;
      settle();
    });
    observer.observe(element);
    observer.observe(inside);
    return () => observer.disconnect();
  }, []);
  return {
    isAtEnd,
    toEnd,
    settle,
    onScroll() {
      const element = box.current;
      // A change of size moves the list before the observer above hears of it; that was not the person.
      if (element === null || sizeOf(element) !== size.current) return;
      isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
      if (held.current === undefined) return;
      held.current.top = topOf(held.current.clicked);
      if (held.current.top < 0 || held.current.top > element.clientHeight) held.current = undefined;
    },
    onClickCapture({ target }) {
      held.current = target instanceof Element ? { clicked: target, top: topOf(target) } : undefined;
    },
  };
}

/** The sizes that the observer hears of. What hovers over the end makes a list longer to scroll, but not larger. */
function sizeOf(box: HTMLElement): string {
  const inside = box.firstElementChild;
  return `${box.clientWidth} ${box.clientHeight} ${inside?.clientWidth} ${inside?.clientHeight}`;
}
