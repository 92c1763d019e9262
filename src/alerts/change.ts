import { createHash } from 'node:crypto';
import type { Alert, AlertNote } from '../model/alert.js';

const mostNotes = 20;

/** The alert with something more to say in its thread. When too much waits, the oldest goes. */
export function withNote(
  alert: Alert,
  kind: AlertNote['kind'],
  lines: readonly string[] = [],
  broadcast = false,
): Alert {
  const note: AlertNote = { id: alert.nextNote, kind, lines: lines.slice(0, 20), broadcast, posting: false };
  return { ...alert, notes: [...alert.notes, note].slice(-mostNotes), nextNote: alert.nextNote + 1 };
}

/** What people see of an alert, apart from its life: as long as it stays, nothing has changed. */
export function signatureOf({ severity, title, rank, memberCount, members, articleId }: Alert): string {
  const shown = members.map(({ key, text }) => `${key} ${text}`).join('\n');
  return `${severity} ${rank} ${memberCount} ${title} ${articleId ?? ''}\n${createHash('sha256').update(shown).digest('hex')}`;
}

/** A value without one of its fields. */
export function omit<Value extends object, Key extends keyof Value>(
  value: Value,
  key: Key,
): Omit<Value, Key> & { [K in Key]?: never } {
  const { [key]: _left, ...rest } = value;
  return rest as Omit<Value, Key> & { [K in Key]?: never };
}
