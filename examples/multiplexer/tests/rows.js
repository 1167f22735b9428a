"use strict";

// What tests/browser.rs lets the status page do: states are shown one after the other, as they come
// each second, and the title says what is wrong, or that nothing is.
{
  const application = (id, more) => ({
    id, address: `127.0.0.1:${id}`, user: null, tls: false, version: null, since: 0, roles: ["cti"],
    monitors: 0, requests: 0, queued: 0, waiting: 0, sent: 0, received: 0,
    sent_a_second: 0, received_a_second: 0, ...more,
  });
  const next = (now, applications) => ({
    version: "0", now, applications, monitor_count: 0, rates: { events: 0, delivered: 0 }, history: [],
    pbx: { address: "pbx", link: "Up", since: null, version: null, system_status: null, devices: 0, events: 0 },
    monitors: [{ device: "101", state: "On", sharers: [] }, { device: "101", state: "Lost", sharers: ["0.1"] }],
    requests: { total: 0, in_flight: 0, queued: 0, late: 0 },
    call_records: { holder_id: null, spooled: 0, spooled_octets: 0, spool_size: 1 },
    recent: [{ at: 1, text: "the same", severity: "info", times: now }],
  });
  const rows = (table) => [...at(table).tBodies[0].rows];
  const texts = (table, index) => rows(table).map((row) => row.cells[index].textContent).join(" ");
  const wrong = [];
  const check = (is, what) => is || wrong.push(what);

  show(next(1, [application("0.1"), application("1.1"), application("2.1")]));
  const before = rows("applications");
  const button = before[1].querySelector("button");
  button.focus();
  const address = before[2].cells[1].firstChild;
  getSelection().setBaseAndExtent(address, 0, address, 9);

  show(next(2, [application("0.2"), application("1.1", { requests: 7 }), application("2.1"), application("3.1")]));
  const after = rows("applications");
  check(texts("applications", 0) === "0.2 1.1 2.1 3.1", `applications: ${texts("applications", 0)}`);
  check(texts("applications", 6) === "0 7 0 0", `requests: ${texts("applications", 6)}`);
  check(after[0] !== before[0], "another application has the row of one that is gone");
  check(after[1] === before[1] && after[2] === before[2], "rows are made anew");
  check(document.activeElement === button, "the focus is lost");
  check(String(getSelection()) === "127.0.0.1", `selected: ${getSelection()}`);
  check(texts("monitors", 1) === "on lost", `monitors: ${texts("monitors", 1)}`);
  check(texts("recent", 2) === "2", `times: ${texts("recent", 2)}`);

  show(next(3, [application("3.1"), application("1.1")]));
  check(texts("applications", 0) === "3.1 1.1", `in another order: ${texts("applications", 0)}`);
  show(next(4, []));
  check(rows("applications").length === 0, "rows are left over");
  document.title = wrong.length ? wrong.join("; ") : "all rows are as they should be";
}
