import type { Problem } from "./types.js";

/** An answer that is no data. */
export class HubProblem extends Error {
  constructor(
    readonly problem: Problem,
    /** Seconds after which asking again may help; undefined if the service did not say. */
    readonly retryAfter: number | undefined,
  ) {
    super(problem.detail ?? problem.title);
    this.name = "HubProblem";
  }

  /** Whether the same question may be answered later. */
  get isPassing(): boolean {
    return this.problem.status === 429 || this.problem.status >= 500;
  }

  /** Reads what an answer with an error status says; a proxy on the way may have answered something else. */
  static async of(response: Response): Promise<HubProblem> {
    const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
    return new HubProblem(await read(response), Number.isFinite(seconds) ? seconds : undefined);
  }
}

async function read(response: Response): Promise<Problem> {
  const other = { type: "about:blank", title: `HTTP ${response.status}`, status: response.status, error: response.statusText };
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null && "status" in body ? (body as Problem) : (other as unknown as Problem);
  } catch {
    return other as unknown as Problem;
  }
}
