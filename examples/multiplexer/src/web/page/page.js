"use strict";

const at = (id) => document.getElementById(id);
const number = new Intl.NumberFormat("en");
const token = at("token");
let state;

token.value = sessionStorage.getItem("token") ?? "";
token.addEventListener("change", () => sessionStorage.setItem("token", token.value.trim()));

// All text goes in by textContent: what applications and the PBX say is never HTML. What is the same
// already is left alone, with whatever is selected in it.
function put(element, text, className = "") {
  if (element.textContent !== String(text)) element.textContent = text;
  if (element.className !== className) element.className = className;
}

// The rows of each table, by the keys of what they show: they stay as long as it is there, so that no
// focus is lost, and no click that is under way.
const kept = {};

// Shows items as rows of a table. `key` tells one from the others, `cells` gives its texts, each with
// its class if it has one, and `last` makes a cell that stays as it is, once.
function fill(table, items, { key, cells, last }) {
  const body = at(table).tBodies[0];
  const before = kept[table] ?? new Map();
  const rows = (kept[table] = new Map());
  for (const item of items) {
    let name = key(item);
    // Several that nothing tells apart.
    while (rows.has(name)) name += "'";
    const texts = cells(item);
    const row = before.get(name) ?? newRow(texts.length, last?.(item));
    before.delete(name);
    rows.set(name, row);
    texts.forEach((text, index) => put(row.cells[index], ...[text].flat()));
  }
  for (const row of before.values()) row.remove();
  let place = body.firstChild;
  for (const row of rows.values()) {
    if (row === place) place = place.nextSibling;
    else body.insertBefore(row, place);
  }
}

function newRow(cells, last) {
  const row = document.createElement("tr");
  for (let count = 0; count < cells; count += 1) row.insertCell();
  if (last) row.insertCell().append(last);
  return row;
}

const headers = () => (token.value ? { Authorization: `Bearer ${token.value.trim()}` } : {});
const post = (path, body) =>
  fetch(path, {
    method: "POST",
    headers: { ...headers(), "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

const ago = (then, now) => {
  const seconds = Math.max(0, now - then);
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 129600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86400)} d`;
};
const octets = (count) =>
  count < 1024 ? `${count} B` : count < 1 << 20 ? `${(count / 1024).toFixed(1)} KiB` : `${(count / (1 << 20)).toFixed(1)} MiB`;

function tile(id, big, small, mood) {
  const [first, second] = at(id).querySelectorAll("p");
  put(first, big, `big ${mood ?? ""}`);
  put(second, small, "small");
}

const LINKS = { Up: ["up", "good"], Restoring: ["restoring", "warn"], Starting: ["starting", "warn"], Down: ["down", "bad"] };

function show(next) {
  state = next;
  const { pbx, applications, monitors, call_records: records, requests, rates, now } = state;
  at("version").textContent = state.version;
  const [link, mood] = LINKS[pbx.link] ?? [pbx.link, ""];
  const since = pbx.since === null ? "" : `, for ${ago(pbx.since, now)}`;
  const detail = pbx.why_down ?? `${pbx.address}${since}${pbx.system_status ? `, ${pbx.system_status}` : ""}`;
  tile("link", link, detail, mood);
  tile("apps", number.format(applications.length), `${number.format(rates.delivered)} messages/s to them`);
  tile("mons", number.format(state.monitor_count), `${number.format(pbx.devices)} devices, ${number.format(pbx.events)} events`);
  const share = records.spool_size ? records.spooled_octets / records.spool_size : 0;
  tile(
    "records",
    number.format(records.spooled),
    `${records.holder_id ? `collected by ${records.holder_id}` : "collected by nobody"}, ${octets(records.spooled_octets)} of ${octets(records.spool_size)}`,
    share >= 0.75 ? "bad" : "",
  );
  tile("requests", number.format(requests.total), `${requests.in_flight} at the PBX, ${requests.queued} queued, ${requests.late} late`, requests.late ? "warn" : "");
  graph(state.history);

  fill("applications", applications, {
    key: (app) => app.id,
    cells: (app) => [
      app.id, `${app.address}${app.tls ? " (TLS)" : ""}`, app.user ?? "–",
      app.version ?? "–", app.roles.join(", "), [number.format(app.monitors), "n"],
      [number.format(app.requests), "n"], [number.format(app.queued), "n"],
      [octets(app.waiting), app.waiting ? "n warn" : "n"], [number.format(app.sent_a_second), "n"],
      [number.format(app.received_a_second), "n"], ago(app.since, now),
    ],
    last: dropButton,
  });
  showMonitors(monitors);
  fill("recent", [...state.recent].reverse().slice(0, 30), {
    key: (entry) => `${entry.at} ${entry.text}`,
    cells: (entry) => [
      new Date(entry.at * 1000).toLocaleTimeString("en-GB"),
      [entry.text, { warning: "warn", error: "bad" }[entry.severity] ?? ""],
      [entry.times, "n"],
    ],
  });
}

function dropButton(app) {
  const drop = document.createElement("button");
  drop.textContent = "Drop";
  drop.title = `Abort the association of ${app.address}`;
  drop.addEventListener("click", () => dropApplication(app));
  return drop;
}

function showMonitors(monitors) {
  const wanted = at("filter").value.trim();
  const found = monitors.filter((monitor) => monitor.device.includes(wanted));
  fill("monitors", found.slice(0, 100), {
    key: (monitor) => monitor.device,
    cells: ({ device, state, sharers }) => {
      const more = sharers.length > 8 ? ` and ${sharers.length - 8} more` : "";
      return [device, [state.toLowerCase(), state === "Lost" ? "bad" : ""], sharers.slice(0, 8).join(", ") + more];
    },
  });
  at("more").textContent = found.length > 100 ? `and ${number.format(found.length - 100)} more` : "";
}
at("filter").addEventListener("input", () => state && showMonitors(state.monitors));

function graph(history) {
  const most = Math.max(1, ...history.map((second) => Math.max(second.events, second.delivered)));
  const x = (index) => 600 - (history.length - 1 - index) * 2;
  const y = (value) => 116 - (value / most) * 110;
  const points = (name) => history.map((second, index) => `${x(index)},${y(second[name]).toFixed(1)}`);
  at("events").setAttribute("d", history.length ? `M${points("events").join("L")}` : "");
  at("delivered").setAttribute("d", history.length ? `M${x(0)},118L${points("delivered").join("L")}L600,118Z` : "");
  at("scale").textContent = `the last five minutes, at most ${number.format(most)} a second`;
}

async function dropApplication(app) {
  if (!confirm(`Drop application ${app.id} from ${app.address}?`)) return;
  const answer = await post(`/api/applications/${app.id}/drop`, {});
  if (!answer.ok) alert(await answer.text());
}

at("numbers").addEventListener("submit", async (event) => {
  event.preventDefault();
  const check = { rules: at("rules").value, list: at("list").value, number: at("number").value };
  const answer = await post("/api/numbers/check", check);
  at("checked").textContent = answer.ok ? (await answer.json()).explanation : await answer.text();
  at("checked").className = answer.ok ? "" : "bad";
});

// Events by fetch, since EventSource cannot send the token.
async function live() {
  const pill = at("connection");
  const answer = await fetch("/api/live", { headers: headers() });
  if (!answer.ok) throw new Error(await answer.text());
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  pill.textContent = "live";
  pill.className = "pill good";
  for (let text = ""; ;) {
    const { done, value } = await reader.read();
    if (done) throw new Error("the connection was closed");
    text += value;
    const events = text.split("\n\n");
    text = events.pop();
    const data = events.filter((event) => event.startsWith("data: "));
    if (data.length) show(JSON.parse(data.at(-1).slice(6)));
  }
}

(async () => {
  for (;;) {
    try {
      await live();
    } catch (error) {
      at("connection").textContent = error.message;
      at("connection").className = "pill bad";
    }
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
})();
