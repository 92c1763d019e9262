import { readFile, stat } from 'node:fs/promises';
import * as z from 'zod';
import { textOf } from '../desk/given/file-kind.js';
import type { EarlierAudit } from '../desk/live-checks.js';
import { UserError } from '../model/errors.js';

/** What is needed of what `audit --json` printed. */
const earlierAuditSchema = z.object({
  at: z.iso.datetime(),
  results: z.array(z.object({ check: z.string().max(200), outcome: z.enum(['pass', 'fail', 'unknown']) })).max(10_000),
});

/** Hundreds of checks with all that they read are below this. */
const mostBytes = 32 * 1_048_576;

/**
 * Reads an earlier audit from a file that `audit --json` was written to. Throws `UserError` `bad-input` for a file that
 * cannot be read and for one that is no audit.
 */
export async function readAuditFile(path: string): Promise<EarlierAudit> {
  const bytes = await bytesOf(path);
  const read = bytes === undefined ? undefined : earlierAuditSchema.safeParse(valueIn(bytes));
  if (read?.success !== true) {
    throw new UserError('bad-input', `${path} is no audit. It must be what \`audit --json\` wrote, as it is.`);
  }
  return read.data;
}

/** Nothing for a file that is too large to be one. */
async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return (await stat(path)).size > mostBytes ? undefined : await readFile(path);
  } catch (error) {
    throw new UserError('bad-input', `${path} can't be read. Give the file of an earlier \`audit --json\`.`, {
      cause: error,
    });
  }
}

function valueIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
}
