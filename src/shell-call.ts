import { basename } from 'node:path';

/**
 * How a person calls the command line, as one types it in a POSIX shell. `program` is the path by which this process was
 * started: as `wo-okta` it is installed, else it runs in a clone, where npm finds it.
 */
export function shellCall(program: string): string {
  return basename(program) === 'wo-okta' ? 'wo-okta' : 'npm run -s wo-okta --';
}

/** The same on a data folder other than the configured one. */
export function shellCallOn(dataDir: string, program: string): string {
  return `DATA_DIR=${quoted(dataDir)} ${shellCall(program)}`;
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
