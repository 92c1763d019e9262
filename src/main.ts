import { asksForHelp, usage } from './arguments.js';
import { loadEnvironment, readConfig } from './config.js';
import { createLog } from './log/index.js';
import { UserError } from './model/errors.js';
import { start } from './start.js';
import { redact } from './understanding/redact.js';

/** Runs the bot until the process is told to stop, or says how to. Exit code 2: a person has to mend something first. */
async function main(): Promise<void> {
  if (asksForHelp(process.argv.slice(2))) {
    process.stdout.write(usage);
    return;
  }
  loadEnvironment();
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel, redact: (text) => redact(text).text, clock: Date.now });
  const running = await start(config, log);
  if (running.page !== undefined) {
    process.stdout.write(`The playground is ready: ${running.page}\n${running.note} Ctrl+C stops it.\n`);
  }
  const end = async (signal: string) => {
    log.info('Stopping', { signal });
    await running.stop();
    process.exit(0);
  };
  process.once('SIGINT', (signal) => void end(signal));
  process.once('SIGTERM', (signal) => void end(signal));
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof UserError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(error instanceof UserError ? 2 : 1);
});
