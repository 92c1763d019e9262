/**
 * The real command line as a process of its own: src/ compiled file by file, in a folder laid out as the project is, so
 * that knowledge, model and manifest are found as in an installation.
 */
import { spawn } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { loadLibrary } from '../../../src/knowledge/load.js';
import { writeModel } from '../../../src/model-store.js';
import { fingerprintOf } from '../../../src/understanding/fingerprint.js';
import { examplesOf, learn } from '../../../src/understanding/index.js';

/** What a finished command left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface CommandLine {
  /** A folder for the bot's memory; it is not there yet. */
  readonly dataDir: string;
  /** An empty folder that goes away with the command line. */
  readonly folder: string;
  /** The compiled entry. */
  readonly entry: string;
  /** The environment a command gets: nothing of this process's own configuration. */
  environment(more?: Readonly<Record<string, string>>): Record<string, string>;
  /** Runs a command to its end. */
  run(args: readonly string[], options?: RunOptions): Promise<Outcome>;
  remove(): Promise<void>;
}

const project = resolve(import.meta.dirname, '../../..');

/** Compiles the sources. Not under the system's folder for temporary files: packages are found from where code lies. */
export async function commandLine(): Promise<CommandLine> {
  const cache = join(project, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const home = await mkdtemp(join(cache, 'wo-okta-cli-'));
  const folder = join(home, 'work');
  const dataDir = join(home, 'data');
  await mkdir(folder);
  await build({
    entryPoints: [join(project, 'src/**/*.ts')],
    outdir: join(home, 'dist'),
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  // Copies, so that nothing changes under a run.
  for (const name of ['package.json', 'slack-manifest.yaml', 'knowledge', 'intents']) {
    await cp(join(project, name), join(home, name), { recursive: true });
  }
  await symlink(join(project, 'test'), join(home, 'test'));
  await cp(await trainedModel(), join(home, 'dist/model.bin'));
  const entry = join(home, 'dist/cli/index.js');
  const environment = (more: Readonly<Record<string, string>> = {}) => ({
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: dataDir,
    ...more,
  });
  return {
    dataDir,
    folder,
    entry,
    environment,
    run: (args, { stdin = '', env, cwd = folder } = {}) =>
      new Promise((done, reject) => {
        const child = spawn(process.execPath, [entry, ...args], { cwd, env: environment(env) });
        const stdout: Buffer[] = [];
        const stderr: Buffer[] = [];
        child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
        child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
        child.once('error', reject);
        child.once('close', (code) =>
          done({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
        );
        // A command that does not read its input has closed it.
        child.stdin.on('error', () => undefined);
        child.stdin.end(stdin);
      }),
    remove: () => rm(home, { recursive: true, force: true }),
  };
}

/** The model of the intents as they are, trained once for all tests: as a build ships it. Returns its file. */
async function trainedModel(): Promise<string> {
  const { intents } = await loadLibrary({ knowledge: join(project, 'knowledge'), intents: join(project, 'intents') });
  const examples = examplesOf(intents.values());
  const fingerprint = fingerprintOf(examples);
  const file = join(project, 'node_modules/.cache/wo-okta-models', `${fingerprint.slice(0, 16)}.bin`);
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) await writeModel(file, fingerprint, learn(examples));
  return file;
}
