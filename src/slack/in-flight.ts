/** Counts the work under way, so that a stop can wait for it. */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>();

  /** Runs the work and counts it until it settles. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const running = work();
    this.#work.add(running);
    const done = () => this.#work.delete(running);
    running.then(done, done);
    return running;
  }

  /** Resolves when nothing is under way: `true`; or after `deadlineMs` with work left: `false`. Never rejects. */
  async drained(deadlineMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), deadlineMs);
    });
    const drained = this.#settle().then(() => true as const);
    const result = await Promise.race([drained, deadline]);
    clearTimeout(timer);
    return result;
  }

  async #settle(): Promise<void> {
    // Work can start further work (an error's report) while we wait.
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }
}
