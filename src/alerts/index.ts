/** Findings posted unasked: rules over the live systems, and the engine that tells each once, until it is over. */
export { type AlertEngine, openAlerts, type RoundOptions } from './engine.js';
export { feeds } from './feeds/index.js';
export { rules } from './rules/index.js';
export { type Schedule, startSchedule, type Timer } from './schedule.js';
