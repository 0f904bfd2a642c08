import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A service that answers each request with the next of the given answers; the last one for ever. */
export class Stub implements AsyncDisposable {
  readonly requests: IncomingMessage[] = [];
  readonly #answers: ((response: ServerResponse) => void)[];
  readonly #server = createServer((request, response) => {
    this.requests.push(request);
    const answer = this.#answers.length > 1 ? this.#answers.shift() : this.#answers[0];
    answer?.(response);
  });

  private constructor(answers: ((response: ServerResponse) => void)[]) {
    this.#answers = answers;
  }

  static async start(...answers: ((response: ServerResponse) => void)[]): Promise<Stub> {
    const stub = new Stub(answers);
    await new Promise<void>((resolve) => stub.#server.listen(0, "127.0.0.1", resolve));
    return stub;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  header(index: number, name: string): string | string[] | undefined {
    return this.requests[index]?.headers[name];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export const facts =
  '"position":"mysql-gtid:a:1-7","as_of":"2026-01-15T18:00:00Z","evaluated_at":"2026-01-15T18:00:01Z","generation":1,"state":"live","source":"memory"';

export function view(name: string, body: string, id?: string): string {
  return `event: view\ndata: {"view":"${name}",${facts},"etag":"x","body":${body}}\n${id === undefined ? "" : `id: ${id}\n`}\n`;
}

/** A stream of these pieces, which then ends, breaks off, or stays open. */
export function events(end: "end" | "break" | "stay", ...pieces: string[]): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    const next = (index: number): void => {
      const piece = pieces[index];
      if (piece !== undefined) {
        response.write(piece, () => setImmediate(next, index + 1));
      } else if (end === "end") {
        response.end();
      } else if (end === "break") {
        response.destroy();
      }
    };
    next(0);
  };
}

export function problem(status: number, type: string, headers: Record<string, string> = {}): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(status, { "Content-Type": "application/problem+json", ...headers });
    response.end(JSON.stringify({ type: `/problems/${type}`, title: type, status, error: type }));
  };
}

export function json(body: unknown): (response: ServerResponse) => void {
  return (response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Hub-State": "live" });
    response.end(JSON.stringify(body));
  };
}
