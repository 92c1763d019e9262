import { basename } from 'node:path';

/**
 * How a person calls the command line on the data folder of a playground, as one types it in a POSIX shell. `program` is
 * the path by which this process was started: as `wo-okta` it is installed, else it runs in a clone, where npm finds it.
 */
export function playgroundShellCall(dataDir: string, program: string): string {
  const call = basename(program) === 'wo-okta' ? 'wo-okta' : 'npm run -s wo-okta --';
  return `DATA_DIR=${quoted(dataDir)} ${call}`;
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
