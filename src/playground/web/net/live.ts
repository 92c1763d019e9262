/** The server's events, for as long as the page is open. */
import type { PageEvent } from '../../page-protocol.js';

export interface LiveHandlers {
  event(event: PageEvent): void;
  /** The stream is open: `again` when it had been lost, so that what was missed must be loaded. */
  open(again: boolean): void;
  lost(): void;
}

/** Listens until the returned function is called. The browser reconnects; where it gives up (a refused connection) we do. */
export function listen(handlers: LiveHandlers): () => void {
  let source: EventSource;
  let hasOpened = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const connect = (): void => {
    source = new EventSource('/page/events');
    source.onopen = () => {
      handlers.open(hasOpened);
      hasOpened = true;
    };
    source.onmessage = (message) => handlers.event(JSON.parse(message.data) as PageEvent);
    source.onerror = () => {
      handlers.lost();
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(connect, 2_000);
    };
  };
  connect();
  return () => {
    clearTimeout(retry);
    source.close();
  };
}
