import type { Feed } from '../feed.js';
import { accessFeed } from './access.js';
import { oktaFeed } from './okta.js';

/** Every stream of events that is read. Workspace ONE UEM has none that the rules use. */
export const feeds: readonly Feed[] = [oktaFeed, accessFeed];
