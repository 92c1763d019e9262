import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../model/log.js';

const tokens = /\bx(?:ox[a-z]|app)-[A-Za-z0-9-]{6,}/g;

/**
 * Bolt's logger, writing to ours: its sentences become a field under a constant message. Its debug lines are dropped,
 * because they carry whole payloads, before anything was redacted.
 */
export function boltLogger(log: Log): Logger {
  return {
    debug: () => undefined,
    info: (...parts) => log.info('Slack client', { detail: toDetail(parts) }),
    warn: (...parts) => log.warn('Slack client', { detail: toDetail(parts) }),
    error: (...parts) => log.error('Slack client', { detail: toDetail(parts) }),
    getLevel: () => LogLevel.INFO,
    setLevel: () => undefined,
    setName: () => undefined,
  };
}

function toDetail(parts: readonly unknown[]): string {
  const text = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return text.replace(tokens, '[slack-token]').slice(0, 500);
}
