import { sleep } from "./backoff.js";
import { HubProblem } from "./problem.js";
import { follow, type Transport } from "./stream.js";
import type { Answer, GetOptions, GetPath, HubEvent, View } from "./types.js";

/** Who asks: a key, which must never reach a browser, or something that fetches a new ticket for each connection. */
export type Credentials = { readonly key: string } | { readonly ticket: (signal: AbortSignal) => Promise<string> };

export interface ClientOptions {
  /** Where the service is, without a path; by default where the page comes from. */
  readonly url?: string;
  readonly credentials: Credentials;
  readonly fetch?: typeof fetch;
}

export interface StreamOptions<Name extends View> {
  readonly views: readonly Name[];
  /** The day, YYYY-MM-DD; without it, the stream follows the day that is today. */
  readonly date?: string;
  /** The most states a second, 1 to 10. */
  readonly rate?: number;
  /** Other parameters of the views, by their names. */
  readonly parameters?: Readonly<Record<string, string | number>>;
  /** Ends the stream. */
  readonly signal?: AbortSignal;
  /** For tests: how the stream waits, and for how long it bears silence. */
  readonly timing?: Partial<Pick<Transport, "silence" | "random" | "sleep">>;
}

/** An answer and what may be said of it. */
export interface Answered<Body> {
  readonly body: Body;
  /** `Hub-Position`, `Hub-State` and the others. */
  readonly headers: Headers;
}

/** Requests and streams, with the types of the service's OpenAPI document. */
export class HubClient {
  readonly #url: string;
  readonly #credentials: Credentials;
  readonly #fetch: typeof fetch;

  constructor(options: ClientOptions) {
    this.#url = options.url ?? "";
    this.#credentials = options.credentials;
    this.#fetch = options.fetch ?? ((input, init) => fetch(input, init));
  }

  /** One answer. Fails with a HubProblem if there is none; needs a key. */
  async get<Path extends GetPath>(
    path: Path,
    options: GetOptions<Path> & { readonly signal?: AbortSignal; readonly headers?: Record<string, string> },
  ): Promise<Answered<Answer<Path>>> {
    const ids = (options.path ?? {}) as Record<string, unknown>;
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(ids[name])));
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries((options.query ?? {}) as Record<string, unknown>)) {
      if (value !== undefined) {
        query.set(name, String(value));
      }
    }
    const response = await this.#send(filled, query, options.headers ?? {}, options.signal);
    if (!response.ok) {
      throw await HubProblem.of(response);
    }
    return { body: (await response.json()) as Answer<Path>, headers: response.headers };
  }

  /** A ticket for a browser's stream, good for one connection within 30 seconds; needs a key. */
  async ticket(signal?: AbortSignal): Promise<string> {
    const response = await this.#send("/api/stream-tickets", new URLSearchParams(), {}, signal, "POST");
    if (!response.ok) {
      throw await HubProblem.of(response);
    }
    return ((await response.json()) as { ticket: string }).ticket;
  }

  /** The views as they change; see `follow`. */
  stream<const Name extends View>(options: StreamOptions<Name>): AsyncGenerator<HubEvent<Name>, void, undefined> {
    const query = new URLSearchParams({ views: options.views.join(",") });
    if (options.date !== undefined) {
      query.set("date", options.date);
    }
    if (options.rate !== undefined) {
      query.set("rate", String(options.rate));
    }
    for (const [name, value] of Object.entries(options.parameters ?? {})) {
      query.set(name, String(value));
    }
    return follow<Name>({
      open: async (lastEventId, signal) => {
        const own = new URLSearchParams(query);
        if ("ticket" in this.#credentials) {
          own.set("ticket", await this.#credentials.ticket(signal));
        }
        const headers: Record<string, string> = { Accept: "text/event-stream" };
        if (lastEventId !== undefined) {
          headers["Last-Event-ID"] = lastEventId;
        }
        return this.#send("/api/dashboard/stream", own, headers, signal);
      },
      signal: options.signal ?? new AbortController().signal,
      silence: options.timing?.silence ?? 20_000,
      random: options.timing?.random ?? Math.random,
      sleep: options.timing?.sleep ?? sleep,
    });
  }

  #send(
    path: string,
    query: URLSearchParams,
    headers: Record<string, string>,
    signal: AbortSignal | undefined,
    method = "GET",
  ): Promise<Response> {
    const key = "key" in this.#credentials ? { "X-API-Key": this.#credentials.key } : {};
    const text = query.toString();
    return this.#fetch(`${this.#url}${path}${text === "" ? "" : `?${text}`}`, {
      method,
      headers: { ...headers, ...key },
      cache: "no-store",
      ...(signal === undefined ? {} : { signal }),
    });
  }
}
