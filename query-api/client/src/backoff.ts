const LONGEST = 30_000;

/** How long to wait before coming back: twice as long each time, at random, so that not all come back at once. */
export class BackOff {
  #failures = 0;
  /** Milliseconds before the first return. */
  shortest = 1_000;

  constructor(readonly random: () => number = Math.random) {}

  /** The next wait in milliseconds, at least `least`. */
  next(least = 0): number {
    const most = Math.min(LONGEST, this.shortest * 2 ** this.#failures);
    this.#failures += 1;
    return Math.max(least, most / 2 + (this.random() * most) / 2);
  }

  /** All is well again. */
  reset(): void {
    this.#failures = 0;
  }
}

/** Waits, and ends at once when `signal` is aborted. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
    if (signal.aborted) {
      done();
    }
  });
}
