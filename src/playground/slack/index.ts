export { type Clock, systemClock } from './clock.js';
export type { Driver, Waiting } from './driver.js';
export type { Json, Message, Seed } from './objects.js';
export { helpdeskWorkspace } from './seed.js';
export { type SlackOptions, type SlackServer, startSlack } from './server.js';
