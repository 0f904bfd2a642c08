// The server of the example page: its files, tickets, and the way to the service, so that the browser sees one origin.
// HUB_URL=http://127.0.0.1:8080 HUB_KEY=hub_… npm run example
import { readFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { HubClient } from "../dist/index.js";

const { HUB_URL = "http://127.0.0.1:8080", HUB_KEY, PORT = "5173" } = process.env;
if (HUB_KEY === undefined) {
  console.error("HUB_KEY is missing: a key with the scope read, as ./hub demo prints it");
  process.exit(2);
}
const client = new HubClient({ url: HUB_URL, credentials: { key: HUB_KEY } });
const files = { "/": ["index.html", "text/html"], "/page.js": ["page.js", "text/javascript"] };
for (const name of ["index", "client", "stream", "events", "backoff", "problem", "types"]) {
  files[`/client/${name}.js`] = [`../dist/${name}.js`, "text/javascript"];
}

createServer(async (asked, answer) => {
  try {
    const path = new URL(asked.url, "http://page").pathname;
    if (path === "/ticket" && asked.method === "POST") {
      answer.end(await client.ticket());
    } else if (path === "/api/dashboard/stream") {
      const { "last-event-id": id } = asked.headers;
      const onward = request(HUB_URL + asked.url, { headers: id === undefined ? {} : { "Last-Event-ID": id } }, (from) => {
        answer.writeHead(from.statusCode, from.headers);
        from.pipe(answer);
      });
      onward.on("error", () => answer.destroy());
      answer.on("close", () => onward.destroy());
      onward.end();
    } else if (path in files) {
      const [file, type] = files[path];
      answer.setHeader("Content-Type", `${type}; charset=utf-8`);
      answer.end(await readFile(new URL(file, import.meta.url)));
    } else {
      answer.writeHead(404).end();
    }
  } catch (failure) {
    answer.writeHead(502).end(failure.message);
  }
}).listen(Number(PORT), "127.0.0.1", () => console.log(`http://127.0.0.1:${PORT}/`));
