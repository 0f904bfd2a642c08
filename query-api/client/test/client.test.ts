import assert from "node:assert/strict";
import test from "node:test";
import { HubClient, HubProblem, type HubEvent } from "../src/index.js";
import { Stub, events, facts, json, problem, view } from "./stub.js";

/** A stream that does not really wait, and what it would have waited. */
function quick(waits: number[] = [], silence = 5_000) {
  return {
    silence,
    random: () => 1,
    sleep: (milliseconds: number) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };
}

async function take<Event>(stream: AsyncGenerator<Event>, count: number): Promise<Event[]> {
  const taken: Event[] = [];
  for await (const event of stream) {
    taken.push(event);
    if (taken.length === count) {
      break;
    }
  }
  return taken;
}

function shown(event: HubEvent<"leaderboard" | "departments"> | undefined): string {
  return event?.type === "view" ? `${event.view} ${JSON.stringify(event.body)}` : String(event?.type);
}

test("an answer has its type and its headers", async () => {
  await using stub = await Stub.start(json([{ rank: 1, id: 3, name: "Carla", items_today: 7 }]));
  const client = new HubClient({ url: stub.url, credentials: { key: "hub_a_b" } });
  const answer = await client.get("/api/dashboard/leaderboard", { query: { date: "2026-01-15" } });
  const rank: number | undefined = answer.body[0]?.rank;
  assert.equal(rank, 1);
  assert.equal(answer.headers.get("Hub-State"), "live");
  assert.equal(stub.requests[0]?.url, "/api/dashboard/leaderboard?date=2026-01-15");
  assert.equal(stub.header(0, "x-api-key"), "hub_a_b");
});

/** Never called: what the types forbid must not compile. */
export async function forbidden(client: HubClient): Promise<void> {
  // @ts-expect-error no such path
  await client.get("/api/dashboard/nonsense", {});
  // @ts-expect-error no such parameter
  await client.get("/api/dashboard/leaderboard", { query: { dat: "2026-01-15" } });
  // @ts-expect-error the id is missing
  await client.get("/api/dashboard/employees/{id}", {});
  // @ts-expect-error no such view
  client.stream({ views: ["nonsense"] });
  for await (const event of client.stream({ views: ["team-metrics"] })) {
    if (event.type === "view") {
      const items: number = event.body.items_today;
      // @ts-expect-error a number is no text
      const text: string = event.body.items_today;
      console.log(items, text);
    }
  }
}

test("ids are put into the path", async () => {
  await using stub = await Stub.start(json({ id: 3 }));
  await new HubClient({ url: stub.url, credentials: { key: "k" } }).get("/api/dashboard/employees/{id}", { path: { id: 3 } });
  assert.equal(stub.requests[0]?.url, "/api/dashboard/employees/3");
});

test("a problem is thrown as what it is", async () => {
  await using stub = await Stub.start(problem(503, "filling", { "Retry-After": "7" }));
  const client = new HubClient({ url: stub.url, credentials: { key: "k" } });
  await assert.rejects(client.get("/api/dashboard/leaderboard", {}), (failure) => {
    assert.ok(failure instanceof HubProblem);
    assert.equal(failure.problem.type, "/problems/filling");
    assert.equal(failure.retryAfter, 7);
    assert.equal(failure.isPassing, true);
    return true;
  });
});

test("what a proxy answers is a problem, too", async () => {
  await using stub = await Stub.start((response) => response.writeHead(502).end("<html>"));
  await assert.rejects(
    new HubClient({ url: stub.url, credentials: { key: "k" } }).ticket(),
    (failure) => failure instanceof HubProblem && failure.problem.status === 502,
  );
});

test("a stream comes back with the last id and misses nothing", async () => {
  await using stub = await Stub.start(
    events("break", "retry: 500\n\n", view("leaderboard", "[1]", "1.7"), view("leaderboard", "[2]", "1.8").slice(0, 60)),
    events("end", view("leaderboard", "[2]", "1.8"), 'event: end\ndata: {"reason":"shutdown"}\n\n'),
    events("stay", `event: progress\ndata: {${facts}}\nid: 1.9\n\n`, view("departments", "[3]", "1.10")),
  );
  const waits: number[] = [];
  const client = new HubClient({ url: stub.url, credentials: { key: "k" } });
  const seen = await take(
    client.stream({ views: ["leaderboard", "departments"], rate: 10, date: "2026-01-15", timing: quick(waits) }),
    5,
  );
  assert.deepEqual(seen.map(shown), ["leaderboard [1]", "leaderboard [2]", "end", "progress", "departments [3]"]);
  assert.deepEqual(
    stub.requests.map((request) => request.headers["last-event-id"]),
    [undefined, "1.7", "1.8"],
  );
  assert.equal(stub.requests[0]?.url, "/api/dashboard/stream?views=leaderboard%2Cdepartments&date=2026-01-15&rate=10");
  assert.deepEqual(waits, [500, 500], "after an event, the first wait is short again");
});

test("an event without an id does not forget the last one", async () => {
  await using stub = await Stub.start(
    events("end", view("leaderboard", "[1]", "1.7") + view("leaderboard", "[2]")),
    events("stay", view("leaderboard", "[3]", "1.9")),
  );
  const client = new HubClient({ url: stub.url, credentials: { key: "k" } });
  await take(client.stream({ views: ["leaderboard"], timing: quick() }), 3);
  assert.equal(stub.header(1, "last-event-id"), "1.7");
});

test("waits grow, have an end, and are not shorter than the service asks for", async () => {
  const unavailable = problem(503, "unavailable");
  await using stub = await Stub.start(
    ...Array.from({ length: 7 }, () => unavailable),
    problem(429, "too-many-requests", { "Retry-After": "45" }),
    events("stay", view("leaderboard", "[1]", "1.7")),
  );
  const waits: number[] = [];
  const client = new HubClient({ url: stub.url, credentials: { key: "k" } });
  await take(client.stream({ views: ["leaderboard"], timing: quick(waits) }), 1);
  assert.deepEqual(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 45_000]);
});

test("what does not pass ends the stream", async () => {
  await using stub = await Stub.start(problem(403, "scope-missing"));
  const client = new HubClient({ url: stub.url, credentials: { key: "k" } });
  await assert.rejects(take(client.stream({ views: ["cost-analysis"], timing: quick() }), 1), HubProblem);
  assert.equal(stub.requests.length, 1);
});

test("a connection that has fallen silent is replaced", async () => {
  await using stub = await Stub.start(
    events("stay", view("leaderboard", "[1]", "1.7")),
    events("stay", view("leaderboard", "[2]", "1.8")),
  );
  const client = new HubClient({ url: stub.url, credentials: { key: "k" } });
  const seen = await take(client.stream({ views: ["leaderboard"], timing: quick([], 100) }), 2);
  assert.deepEqual(seen.map(shown), ["leaderboard [1]", "leaderboard [2]"]);
});

test("each connection has a ticket of its own, and no key", async () => {
  await using stub = await Stub.start(
    events("end", view("leaderboard", "[1]", "1.7")),
    events("stay", view("leaderboard", "[2]", "1.8")),
  );
  let made = 0;
  const client = new HubClient({ url: stub.url, credentials: { ticket: () => Promise.resolve(`hubt_${++made}`) } });
  await take(client.stream({ views: ["leaderboard"], timing: quick() }), 2);
  assert.deepEqual(
    stub.requests.map((request) => new URL(request.url ?? "", stub.url).searchParams.get("ticket")),
    ["hubt_1", "hubt_2"],
  );
  assert.equal(stub.header(0, "x-api-key"), undefined);
});

test("a ticket that cannot be had is asked for again", async () => {
  await using stub = await Stub.start(events("stay", view("leaderboard", "[1]", "1.7")));
  let asked = 0;
  const ticket = (): Promise<string> =>
    ++asked === 1 ? Promise.reject(new TypeError("fetch failed")) : Promise.resolve("hubt_2");
  const client = new HubClient({ url: stub.url, credentials: { ticket } });
  const seen = await take(client.stream({ views: ["leaderboard"], timing: quick() }), 1);
  assert.deepEqual(seen.map(shown), ["leaderboard [1]"]);
});

test("a stream ends at once when it is aborted, and closes its connection", async () => {
  await using stub = await Stub.start(events("stay", view("leaderboard", "[1]", "1.7")));
  const stop = new AbortController();
  const client = new HubClient({ url: stub.url, credentials: { key: "k" } });
  let count = 0;
  for await (const event of client.stream({ views: ["leaderboard"], signal: stop.signal })) {
    assert.equal(event.type, "view");
    count++;
    stop.abort();
  }
  assert.equal(count, 1);
  const request = stub.requests[0];
  if (request !== undefined && !request.destroyed) {
    await new Promise((resolve) => request.once("close", resolve));
  }
});

test("leaving the loop closes the connection", async () => {
  await using stub = await Stub.start(events("stay", view("leaderboard", "[1]", "1.7")));
  await take(new HubClient({ url: stub.url, credentials: { key: "k" } }).stream({ views: ["leaderboard"] }), 1);
  const request = stub.requests[0];
  if (request !== undefined && !request.destroyed) {
    await new Promise((resolve) => request.once("close", resolve));
  }
});
