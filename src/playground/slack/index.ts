/**
 * A local Slack: Web API, Socket Mode, HTTP delivery, response URLs, files and the page's endpoints, on 127.0.0.1.
 * An unchanged Bolt app runs against it with `clientOptions: { slackApiUrl: slack.apiUrl }` and the two tokens.
 * It refuses what Slack refuses; tests act as people do through `slack.driver`.
 */
export { type Clock, createMovableClock, type MovableClock, systemClock } from './clock.js';
export type { Driver } from './driver.js';
export type { Json, Message } from './objects.js';
export type { Scenarios } from './scenarios.js';
export { alertsChannel, handOverChannel, lookupRights } from './seed.js';
export { type SlackOptions, type SlackServer, startSlack } from './server.js';
export { peopleSuggestions, suggestions } from './suggestions.js';
