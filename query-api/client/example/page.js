import { HubClient } from "./client/index.js";

const client = new HubClient({
  // The key stays with the server of this page; it hands out a ticket for each connection.
  credentials: { ticket: async (signal) => (await fetch("ticket", { method: "POST", signal })).text() },
});

const facts = document.getElementById("facts");

function show(id, rows) {
  document.getElementById(id).replaceChildren(
    ...rows.map((cells) => {
      const row = document.createElement("tr");
      for (const cell of cells) {
        const td = row.insertCell();
        td.textContent = String(cell ?? ""); // as text: a name is never markup
        td.className = /^[\d.]+( %)?$/.test(td.textContent) ? "number" : "";
      }
      return row;
    }),
  );
}

try {
  for await (const event of client.stream({ views: ["leaderboard", "departments"], rate: 4 })) {
    if (event.type === "view" && event.view === "leaderboard") {
      show("people", event.body.slice(0, 10).map((p) => [p.rank, p.name, p.primary_department, p.items_today, p.score.toFixed(1)]));
    } else if (event.type === "view") {
      show("departments", event.body.map((d) => [d.name, d.employee_count, d.total_items, `${d.efficiency} %`]));
    }
    if ("state" in event) {
      facts.textContent = `${event.state} · ${event.position ?? event.position_at_least}`;
      facts.dataset.state = event.state;
    } else if (event.type === "end") {
      facts.textContent = `ended: ${event.reason}; coming back`;
      facts.dataset.state = event.type;
    }
  }
} catch (failure) {
  facts.textContent = failure.message;
  facts.dataset.state = "refused";
}
