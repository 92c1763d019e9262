/** Starts the page: listens first, then loads the state, so that nothing falls between the two. */
import { render } from 'preact';
import './styles/index.css';
import { loadEmoji, loadState } from './net/api.js';
import { listen } from './net/live.js';
import { App, type Feed, type FeedInput } from './shell/app.js';
import { emojiTable } from './text/emoji.js';

const root = document.getElementById('root');
const emoji = loadEmoji();
const waiting: FeedInput[] = [];
let listener: ((input: FeedInput) => void) | undefined;
let isShown = false;

const feed: Feed = {
  subscribe(next) {
    listener = next;
    for (const input of waiting.splice(0)) next(input);
    return () => {
      listener = undefined;
    };
  },
};

function hand(input: FeedInput): void {
  if (listener === undefined) waiting.push(input);
  else listener(input);
}

async function load(): Promise<void> {
  if (root === null) return;
  try {
    const state = await loadState();
    if (isShown) hand({ type: 'state', state });
    else {
      isShown = true;
      const table = emojiTable(await emoji);
      root.textContent = '';
      render(<App state={state} emoji={table} feed={feed} />, root);
    }
  } catch (error) {
    if (!isShown) root.textContent = error instanceof Error ? error.message : String(error);
  }
}

listen({
  event: (event) => hand({ type: 'event', event }),
  open: () => void load(),
  lost: () => {
    if (isShown) hand({ type: 'lost' });
  },
});
