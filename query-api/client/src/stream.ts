import { BackOff, sleep } from "./backoff.js";
import { EventParser, type RawEvent } from "./events.js";
import { HubProblem } from "./problem.js";
import type { HubEvent, View } from "./types.js";

/** What a stream needs to know of the world. */
export interface Transport {
  /** Opens the stream; `lastEventId` is undefined at first. */
  open(lastEventId: string | undefined, signal: AbortSignal): Promise<Response>;
  readonly signal: AbortSignal;
  /** Milliseconds after which a silent connection counts as lost; the service says something every 15 s. */
  readonly silence: number;
  readonly random: () => number;
  readonly sleep: typeof sleep;
}

/**
 * Events for as long as the signal is not aborted. Comes back by itself with the last id, so nothing is missed; ends with
 * a HubProblem if the service refuses for a reason that does not pass. Nothing is read ahead: who is slow to take an event
 * is told the latest state next.
 */
export async function* follow<Name extends View>(transport: Transport): AsyncGenerator<HubEvent<Name>, void, undefined> {
  const { signal } = transport;
  const backOff = new BackOff(transport.random);
  let lastEventId: string | undefined;
  while (!signal.aborted) {
    let least = 0;
    try {
      for await (const raw of connection(transport, lastEventId, backOff)) {
        backOff.reset();
        lastEventId = raw.id ?? lastEventId;
        yield { type: raw.name, ...(JSON.parse(raw.data) as object) } as HubEvent<Name>;
      }
    } catch (failure) {
      if (failure instanceof HubProblem) {
        if (!failure.isPassing) {
          throw failure;
        }
        least = (failure.retryAfter ?? 0) * 1_000;
      }
      // Anything else is the way between us and the service.
    }
    if (!signal.aborted) {
      await transport.sleep(backOff.next(least), signal);
    }
  }
}

async function* connection(
  transport: Transport,
  lastEventId: string | undefined,
  backOff: BackOff,
): AsyncGenerator<RawEvent, void, undefined> {
  const cut = new AbortController();
  const abort = (): void => cut.abort();
  transport.signal.addEventListener("abort", abort);
  let alarm = setTimeout(abort, transport.silence);
  try {
    const response = await transport.open(lastEventId, cut.signal);
    if (!response.ok || response.body === null) {
      throw await HubProblem.of(response);
    }
    const parser = new EventParser();
    parser.onRetry = (milliseconds) => {
      backOff.shortest = milliseconds;
    };
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      clearTimeout(alarm);
      yield* parser.push(decoder.decode(value, { stream: true }));
      alarm = setTimeout(abort, transport.silence);
    }
  } finally {
    clearTimeout(alarm);
    transport.signal.removeEventListener("abort", abort);
    cut.abort();
  }
}
