import type { AlertSettings } from './settings.js';

/** What of the settings decides when an alert is told. */
export type TimingSettings = Pick<
  AlertSettings,
  'channel' | 'routes' | 'groupWaitMs' | 'groupIntervalMs' | 'repeatMs' | 'flapMs' | 'quietHours'
>;
