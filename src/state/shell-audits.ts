import { type Collections, collections } from './collections.js';
import { addLine, type LinesFile, readLines } from './lines-file.js';

type AuditRecord = Collections['audits'];

/** How audits from a shell ended. Two files of this size at most: some dozens of audits each. */
const audits: LinesFile<AuditRecord> = {
  name: 'audits-shell.jsonl',
  olderName: 'audits-shell.1.jsonl',
  mostBytes: 128 * 1024,
  parse: (value) => collections.audits.schema.parse(value),
};

/** Keeps one to compare the next one with. Throws `UserError` `store-failed` when the folder cannot be written. */
export function addToShellAudits(dataDir: string, audit: AuditRecord): Promise<void> {
  return addLine(dataDir, audits, audit);
}

/** All that are kept, oldest first. Lines that are none are left out. Throws `UserError` `store-failed`. */
export function readShellAudits(dataDir: string): Promise<AuditRecord[]> {
  return readLines(dataDir, audits);
}
