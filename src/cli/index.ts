#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config, Environment } from '../config.js';
import { UserError } from '../model/errors.js';
import type { Trace } from '../model/trace.js';
import { shellCall, shellCallOn } from '../shell-call.js';
import type { DoctorParts } from './doctor/finding.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { createOutput, type Output } from './output.js';
import type { Evaluation, Parts, ShellAlerts, ShellGaps } from './parts.js';
import { plain } from './plain-text.js';
import { runProgram } from './program.js';

/** The top of the project, from where this file is compiled to. */
const project = new URL('../../', import.meta.url);
const packageFile = JSON.parse(readFileSync(new URL('package.json', project), 'utf8')) as {
  readonly version: string;
  readonly engines: { readonly node: string };
};

/** What a command that talks to no workspace reads; mistakes in the others are for `doctor` and the bot to tell. */
const local = /^(DATA_DIR|KNOWLEDGE_DIR|INTENTS_DIR|LOG_LEVEL|PLAYGROUND_PORT)$/;
/** The same with the live systems, which the playground asks where they are configured. */
const withTenants = new RegExp(`${local.source}|^(OKTA|ACCESS|UEM)_`);

const program = process.argv[1] ?? '';
const call = shellCall(program);
/** The data folder where the shell and not .env names it: then the next call has to name it as well. */
const dataDirGiven = process.env['DATA_DIR'];

// Costly modules are loaded where they are used: help, versions and mistakes need none of them.

async function localConfig(env: Environment, wanted = local): Promise<Config> {
  const { readConfig } = await import('../config.js');
  return readConfig(Object.fromEntries(Object.entries(env).filter(([name]) => wanted.test(name))));
}

async function environment(): Promise<Environment> {
  const { loadEnvironment } = await import('../config.js');
  loadEnvironment();
  return process.env;
}

async function logFor(config: Config) {
  const [{ createLog }, { redact }] = await Promise.all([
    import('../log/index.js'),
    import('../understanding/redact.js'),
  ]);
  return createLog({ level: config.logLevel, redact: (text) => redact(text).text, clock: Date.now });
}

const opened: { knowledge?: ReturnType<typeof openKnowledge> } = {};

/** Loaded once: `diagnose` needs it for the text and for the tenants. */
function knowledge() {
  opened.knowledge ??= openKnowledge();
  return opened.knowledge;
}

async function openKnowledge() {
  const config = await localConfig(await environment());
  const { openLibrary } = await import('../library-holder.js');
  const folders = { knowledge: config.knowledgeDir, intents: config.intentsDir };
  return (await openLibrary(folders, config.dataDir, await logFor(config))).current();
}

async function evaluation(): Promise<Evaluation> {
  const { evaluate, readCase } = await import('../understanding/evaluate.js');
  const openPictureReader = async () => (await import('../picture-reader.js')).openPictureReader();
  const { evaluateRedaction } = await import('./evaluation/redaction.js');
  const ownFolder = fileURLToPath(new URL('test/evaluation', project));
  return { evaluate, evaluateRedaction, readCase, openPictureReader, ownFolder };
}

async function readTrace(text: string): Promise<Trace> {
  const { readTrace: read } = await import('../understanding/trace/index.js');
  return read(text, Date.now());
}

const readFiles: Parts['readFiles'] = async (files) => {
  if (files.length === 0) return [];
  const [{ readFiles: read }, { openPictureReader }] = await Promise.all([
    import('../desk/given/read-files.js'),
    import('../picture-reader.js'),
  ]);
  const pictures = openPictureReader();
  try {
    return await read(files, { readPicture: pictures.read, log: await logFor(await localConfig(await environment())) });
  } finally {
    await pictures.close();
  }
};

async function startPlayground(port: number | undefined) {
  const config = await localConfig(await environment(), withTenants);
  const { startPlayground: start } = await import('../start.js');
  const { page, note, stop } = await start(
    { ...config, playgroundPort: port ?? config.playgroundPort },
    await logFor(config),
  );
  if (page === undefined || note === undefined) throw new TypeError('The playground started without a page.');
  return { page, note, stop };
}

async function doctor(): Promise<DoctorParts> {
  const configuration = await wholeConfig();
  const config = configuration.ok ? configuration.config : await localConfig(process.env).catch(() => undefined);
  return {
    node: { version: process.versions.node, needed: packageFile.engines.node },
    configuration,
    // The playground remembers apart from a workspace.
    dataDir: config?.mode === 'playground' && configuration.ok ? join(config.dataDir, 'playground') : config?.dataDir,
    async tryLock(folder) {
      const { lockFolder } = await import('../state/folder-lock.js');
      await (await lockFolder(folder, Date.now)).release();
    },
    async knowledge() {
      const [{ loadLibrary }, { warningsOf }] = await Promise.all([
        import('../knowledge/load.js'),
        import('../knowledge/warnings.js'),
      ]);
      const { knowledgeDir, intentsDir } = config ?? (await localConfig({}));
      const folders = { knowledge: knowledgeDir, intents: intentsDir };
      const library = await loadLibrary(folders);
      const warnings = warningsOf(library).map(({ folder, file, ...rest }) => ({
        ...rest,
        file: join(folders[folder], file),
      }));
      return { articles: library.articles.size, intents: library.intents.size, warnings };
    },
    manifestScopes,
    fetch,
    async tenants({ tenants }) {
      const { openTenants } = await import('../connectors/index.js');
      // What goes wrong is among the findings.
      const log = { debug() {}, info() {}, warn() {}, error() {} };
      // A system that fails is asked on: each probe is to say how it fails.
      return openTenants(tenants, { log, random: Math.random, limits: { failuresToOpen: 1_000 } });
    },
    async needs() {
      const [{ lookups }, { noRight }, { sources }, { leastRights, needsOf }, { products }] = await Promise.all([
        import('../lookups/index.js'),
        import('../checks/source.js'),
        import('../checks/sources/index.js'),
        import('./doctor/needs.js'),
        import('../model/system.js'),
      ]);
      const read = sources.filter(({ right }) => right !== noRight);
      return leastRights([...lookups, needsOf('diagnose', read), needsOf('audit', read)], products);
    },
    now: Date.now,
  };
}

async function live() {
  const config = await localConfig(await environment(), withTenants);
  const { openShellLive } = await import('../shell-live.js');
  return openShellLive(config, await knowledge(), { log: await logFor(config), now: Date.now });
}

/** Who asks the live tenants, and from where. */
function shell() {
  return { place: { channel: 'cli', thread: String(process.pid) }, asker: userName() };
}

const lookUp: Parts['lookUp'] = async (lookup, who) => (await live()).lookUp({ lookup, who, ...shell() });

const diagnose: Parts['diagnose'] = async (toProve, onProgress) =>
  (await live()).checks.diagnose({ ...toProve, ...shell() }, onProgress);

const audit: Parts['audit'] = async (options) => (await live()).checks.audit(options);

/** A container can run under a number that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}

async function trail(most: number) {
  const config = await localConfig(await environment());
  const { shellTrail } = await import('../shell-live.js');
  return shellTrail(config.dataDir, { log: await logFor(config), now: Date.now }).newest(most);
}

const alerts: ShellAlerts = {
  async known() {
    const config = await localConfig(await environment());
    const { readKnownAlerts } = await import('../shell-alerts.js');
    return readKnownAlerts(config.dataDir, Date.now());
  },
  async open() {
    const [{ readConfig }, { openShellAlerts }] = await Promise.all([
      import('../config.js'),
      import('../shell-alerts.js'),
    ]);
    const config = readConfig(await environment());
    return openShellAlerts(config, { log: await logFor(config), now: Date.now });
  },
};

async function shellGaps(): Promise<Omit<ShellGaps, 'call'>> {
  const { openShellGaps } = await import('../shell-gaps.js');
  return openShellGaps(await localConfig(await environment()), Date.now);
}

const gaps: ShellGaps = {
  call: dataDirGiven === undefined ? call : shellCallOn(dataDirGiven, program),
  records: async () => (await shellGaps()).records(),
  dataDir: async () => (await shellGaps()).dataDir(),
  withExamples: async (examples) => (await shellGaps()).withExamples(examples),
  write: async (folder, files) => (await shellGaps()).write(folder, files),
  now: Date.now,
};

async function playgroundCall(): Promise<string | undefined> {
  const folder = join((await localConfig(await environment())).dataDir, 'playground');
  return existsSync(join(folder, 'state.json')) ? shellCallOn(relative(process.cwd(), folder), program) : undefined;
}

async function wholeConfig(): Promise<DoctorParts['configuration']> {
  const { readConfig } = await import('../config.js');
  try {
    return { ok: true, config: readConfig(await environment()) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const mistakes = error.message.split('\n').filter((line) => line.startsWith('- '));
    return { ok: false, mistakes: mistakes.length === 0 ? [error.message] : mistakes.map((line) => line.slice(2)) };
  }
}

async function manifestScopes(): Promise<readonly string[] | undefined> {
  const { readManifestScopes } = await import('./doctor/manifest-scopes.js');
  return readManifestScopes(new URL('slack-manifest.yaml', project));
}

function told(): Promise<unknown> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
}

async function main(output: Output): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.ran;
  const parts: Parts = {
    output,
    input: process.stdin,
    knowledge,
    stopwatch: () => performance.now(),
    readFiles,
    readTrace,
    evaluation,
    startPlayground,
    told,
    doctor,
    lookUp,
    diagnose,
    audit,
    trail,
    alerts,
    gaps,
    playgroundCall,
    userName,
    exitWith: (code) => {
      exitCode = code;
    },
  };
  try {
    const ended = await runProgram(process.argv.slice(2), packageFile.version, parts);
    return ended === exitCodes.ran ? exitCode : ended;
  } catch (error) {
    if (error instanceof UserError) {
      output.note(`${plain(error.message)}\n`);
      return exitCodes.usage;
    }
    output.note(
      `wo-okta itself failed; this is a fault of the program.\n${plain(String(error instanceof Error ? error.stack : error))}\n`,
    );
    return exitCodes.fault;
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has seen enough (`| head`).
  if (error.code === 'EPIPE') process.exit(exitCodes.ran);
  process.stderr.write(`The result could not be written (${error.code}).\n`);
  process.exit(exitCodes.unreadable);
});
process.stderr.on('error', () => process.exit());
const output = createOutput(process.stdout, process.stderr, call);
const exitCode = await main(output);
// What is still on its way to a pipe would be lost otherwise.
await output.flush();
// Whatever a command left open, a watcher or a connection, ends here.
process.exit(exitCode);
