/** Work in a process of its own, so that memory is told apart and nobody's garbage is collected on another's time. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Starts `script` and returns a hand on it: `ask(request)` resolves with its answer and rejects with its error or when
 * it ends; `end()` stops it. One question at a time.
 */
export function startChild(script, { heapMb = 4_096 } = {}) {
  const child = fork(fileURLToPath(script), [], {
    execArgv: ['--expose-gc', `--max-old-space-size=${heapMb}`],
    serialization: 'advanced',
    // What a library prints while it trains is not part of the report.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  return {
    async ask(request) {
      const answered = once(child, 'message');
      child.send(request);
      const [answer] = await Promise.race([
        answered,
        ended.then(([code, signal]) => {
          throw new Error(`The process measured ended with ${signal ?? `code ${code}`}.`);
        }),
      ]);
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.result;
    },
    async end() {
      child.kill();
      await ended;
    },
  };
}

/** The child's side: answers each request with what `handlers[request.do]` gives. */
export function serve(handlers) {
  process.on('message', async (request) => {
    try {
      process.send({ result: await handlers[request.do](request) });
    } catch (error) {
      process.send({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}
