// Against a service that runs: prints an answer and then what a stream shows, until it is ended. ClientIT reads it.
// HUB_URL=http://127.0.0.1:8080 HUB_KEY=hub_… node test/real.mjs 2026-01-15
import { HubClient } from "../dist/index.js";

const { HUB_URL, HUB_KEY } = process.env;
const date = process.argv[2];
const client = new HubClient({ url: HUB_URL, credentials: { key: HUB_KEY } });

const { body } = await client.get("/api/dashboard/leaderboard", { query: { date } });
console.log(`answer ${JSON.stringify(body.map((row) => [row.id, row.items_today]))}`);
for await (const event of client.stream({ views: ["leaderboard"], date, rate: 10 })) {
  if (event.type === "view") {
    console.log(`view ${JSON.stringify(event.body.map((row) => [row.id, row.items_today]))}`);
  }
}
