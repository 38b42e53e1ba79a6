// Comfort for who has scripts. Without this file every page does the same by loading anew: a form
// is sent by its button, a link is followed.
//
//   <form data-live="list clear">   sends itself when a field changes; the element with the first id is
//                                   replaced by what the answer has under it, and so are the others.
//   <a data-more="rows">            the next part of a table: its rows come after those of #rows, and the
//                                   element with an id around the link is replaced by the answer's.
//   <a data-opens=".why">           opens in place what matches at its address, and closes it again.
//   <select data-sends>             sends its form when another is chosen.
//   data-said="…" (on #list)        what is read out once it has come.
//
// What takes longer than a second shows that it is under way: a page, a part of one, a file.
"use strict";

(() => {
  const SECOND = 1000;
  const every = (root, selector) => [...(root.matches?.(selector) ? [root] : []), ...root.querySelectorAll(selector)];
  const set = (element, attributes) =>
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute("hx-" + name, value));

  // The patterns, in the words of htmx.
  function dress(root) {
    for (const form of every(root, "form[data-live]")) {
      const [list, ...others] = form.dataset.live.split(" ").map((id) => "#" + id);
      set(form, {
        get: form.getAttribute("action"), target: list, select: list, swap: "outerHTML", "push-url": "true",
        trigger: "change, submit" + (form.querySelector("[type=search]") ? ", input changed delay:400ms from:find [type=search]" : ""),
        sync: "this:replace",
      });
      if (others.length > 0) {
        set(form, { "select-oob": others.join(",") });
      }
    }
    for (const link of every(root, "a[data-more]")) {
      const rows = "#" + link.dataset.more;
      set(link, {
        get: link.getAttribute("href"), target: rows, select: rows + " > *", swap: "beforeend",
        "select-oob": "#" + link.closest("[id]").id,
      });
    }
    for (const link of every(root, "a[data-opens]")) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-expanded", "false");
    }
  }

  function open(link) {
    const place = document.createElement("div");
    place.className = "opened";
    place.tabIndex = -1;
    (link.closest("p, li, dd, td, th") ?? link).append(place);
    htmx.ajax("GET", link.getAttribute("href"), { source: link, target: place, select: link.dataset.opens, swap: "innerHTML" });
    return place;
  }

  const opened = new WeakMap();
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-opens]");
    if (!link || !isPlain(event)) {
      return;
    }
    event.preventDefault();
    const place = opened.get(link) ?? open(link);
    const closed = opened.has(link) && !place.hidden;
    place.hidden = closed;
    link.setAttribute("aria-expanded", String(!closed));
    opened.set(link, place);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.matches?.("a[data-opens]")) {
      event.preventDefault();
      event.target.click();
    }
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches?.("select[data-sends]")) {
      event.target.form.requestSubmit();
    }
  });

  // An address says what was asked for, and not what was left empty.
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    [...detail.formData].filter(([, value]) => value === "").forEach(([name]) => detail.formData.delete(name));
  });
  // What could not be put in place is shown as a page: a refusal, the login after a session's end.
  const go = ({ detail }) => location.assign(detail.pathInfo.finalRequestPath);
  document.addEventListener("htmx:responseError", go);
  document.addEventListener("htmx:sendError", go);
  document.addEventListener("htmx:beforeSwap", (event) => {
    const asked = new URL(event.detail.pathInfo.finalRequestPath, location).pathname;
    if (event.detail.xhr.status === 200 && new URL(event.detail.xhr.responseURL).pathname !== asked) {
      event.detail.shouldSwap = false;
      go(event);
    }
  });
  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    const said = document.getElementById(detail.target.id)?.dataset.said;
    if (said) {
      document.getElementById("said").textContent = said;
    }
  });
  // Whoever asked for more goes on reading where it begins.
  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    const rows = detail.elt.dataset.more && document.getElementById(detail.elt.dataset.more);
    if (rows) {
      const had = rows.children.length;
      rows.addEventListener("htmx:afterSettle", () => rows.children[had]?.querySelector("a, button, summary")?.focus(), { once: true });
    }
  });

  // Under way. A file that comes leaves the page as it is; the server takes the cookie away with its first bytes.
  let shows, watches;
  function wait() {
    rest();
    document.cookie = "waits=1; path=/; max-age=600; samesite=strict";
    shows = setTimeout(() => { document.getElementById("waiting").hidden = false; }, SECOND);
    watches = setInterval(() => { if (!/(^|; )waits=/.test(document.cookie)) { rest(); } }, SECOND / 4);
  }
  function rest() {
    clearTimeout(shows);
    clearInterval(watches);
    document.cookie = "waits=; path=/; max-age=0; samesite=strict";
    document.getElementById("waiting").hidden = true;
  }
  const isPlain = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const leaves = link && isPlain(event) && !event.defaultPrevented && !link.target && link.origin === location.origin
      && link.href.split("#")[0] !== location.href.split("#")[0];
    if (leaves) {
      wait();
    }
  });
  document.addEventListener("submit", (event) => { if (!event.defaultPrevented) { wait(); } });
  document.addEventListener("htmx:beforeRequest", wait);
  document.addEventListener("htmx:afterRequest", rest);
  addEventListener("pageshow", rest);
  addEventListener("pagehide", rest);

  document.addEventListener("htmx:beforeProcessNode", ({ detail }) => dress(detail.elt));
  dress(document.body);
})();
