import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

/** What tells one process from every other one that has, or had, the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Linux: changes with every boot. */
  readonly boot?: string | undefined;
  /** Linux: the container's own numbering of processes. */
  readonly namespace?: string | undefined;
  /** When the process started, in the system's own notation, only good for comparing. Missing on Windows. */
  readonly started?: string | undefined;
}

/** The process this runs in. */
export async function thisProcess(): Promise<ProcessIdentity> {
  const [boot, namespace, started] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').then((id) => id.trim(), unknown),
    readlink('/proc/self/ns/pid').catch(unknown),
    startOf(process.pid),
  ]);
  return { pid: process.pid, host: hostname(), boot, namespace, started };
}

/**
 * Whether the process still runs, seen from `me`: `unknown` when it lives where its number means nothing here (another
 * machine, or another container). A number given to a new process, also after a reboot, is not the old process.
 */
export async function fateOf(other: ProcessIdentity, me: ProcessIdentity): Promise<'runs' | 'ended' | 'unknown'> {
  if (other.host !== me.host) return 'unknown';
  if (other.boot !== me.boot) return other.boot === undefined || me.boot === undefined ? 'unknown' : 'ended';
  if (other.namespace !== me.namespace) return 'unknown';
  if (!isNumberInUse(other.pid)) return 'ended';
  const started = await startOf(other.pid);
  if (started === ended) return 'ended';
  return started === undefined || other.started === undefined || started === other.started ? 'runs' : 'ended';
}

const ended = 'ended';

/** Undefined when the system does not tell; `ended` for a killed process whose parent has not taken notice yet. */
async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  if (process.platform === 'linux') {
    // proc(5): the name in parentheses may hold anything, so the fields are counted from the last parenthesis.
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(unknown);
    const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
    return state === 'Z' || state === 'X' ? ended : fields[18];
  }
  const ps = promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { ...process.env, LC_ALL: 'C' } });
  return ps.then(({ stdout }) => stdout.trim() || undefined, unknown);
}

function isNumberInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function unknown(): undefined {
  return undefined;
}
