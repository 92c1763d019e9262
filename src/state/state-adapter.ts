import { access, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import { UserError } from '../model/errors.js';
import type { Log } from '../model/log.js';
import { readIfThere, replaceFile } from './durable-file.js';
import { decode, encode, type State } from './state-file.js';

/** Where the state is kept, inside the state folder. */
const stateFileName = 'state.json';

interface Options {
  readonly dataDir: string;
  readonly clock: () => number;
  readonly log: Log;
}

/**
 * lowdb's way to the state file. Reading never loses anything: a file that cannot be understood is moved aside under a
 * dated name, records that do not fit are copied to one, and the log names both. A file of a newer version is left
 * alone: `read` then throws `UserError` `store-corrupt`.
 */
export function stateAdapter({ dataDir, clock, log }: Options): Adapter<State> {
  const path = join(dataDir, stateFileName);
  return {
    async read() {
      const bytes = await readIfThere(path);
      if (bytes === undefined) return null;
      const decoded = decode(bytes);
      if (decoded.kind === 'newer') {
        throw new UserError(
          'store-corrupt',
          `${path} was written by a newer version of wo-okta (format ${decoded.format}). Start that version again, or set DATA_DIR to another folder; the file was not touched.`,
        );
      }
      if (decoded.kind === 'corrupt') {
        const aside = await freeName(dataDir, 'corrupt', clock());
        await rename(path, aside).catch((error: unknown) => {
          throw new UserError(
            'store-corrupt',
            `${path} cannot be read (${decoded.problem}) and could not be moved aside. Move it away, or set DATA_DIR to another folder; the file was not touched.`,
            { cause: error },
          );
        });
        log.error(
          'State file unreadable: moved aside, started with nothing remembered. Mend it and put it back, or watch the channels again',
          {
            file: path,
            movedTo: aside,
            problem: decoded.problem,
          },
        );
        return null;
      }
      if (decoded.rejected.length > 0) {
        const aside = await freeName(dataDir, 'rejected', clock());
        await replaceFile(aside, `${JSON.stringify(decoded.rejected, null, 1)}\n`);
        log.warn('State file has records that do not fit: copied aside, the others are kept', {
          file: path,
          copiedTo: aside,
          records: decoded.rejected.length,
          firstProblem: decoded.rejected[0]?.problem,
        });
      }
      return decoded.state;
    },
    write: (state) => replaceFile(path, encode(state)),
  };
}

/** A name that says what and when, and that no file has yet. Only the holder of the folder's lock may ask. */
async function freeName(dataDir: string, what: string, now: number): Promise<string> {
  const date = new Date(now)
    .toISOString()
    .replaceAll(':', '-')
    .replace(/\.\d+Z$/, 'Z');
  for (let number = 1; ; number += 1) {
    const name = join(dataDir, `state.${what}-${date}${number === 1 ? '' : `-${number}`}.json`);
    const taken = await access(name).then(
      () => true,
      () => false,
    );
    if (!taken) return name;
  }
}
