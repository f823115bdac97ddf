// Keeps in this browser what was typed into a report and not saved yet, and brings it back: after
// a session that expired, a crash, a closed window. Nothing leaves the machine.
"use strict";

(() => {
  const form = document.getElementById("report");
  if (!form) return;
  const key = `tongchou.report.${form.dataset.report}.${form.dataset.person}`;
  const version = () => Number(form.elements.version.value);
  const show = (id, shown = true) => { document.getElementById(id).hidden = !shown; };

  const fields = () => [...form.elements].filter(
    (field) => field.name && /^(value|unit|rung|day|same|none|words|problems)-/.test(field.name),
  );
  const isChoice = (field) => field.type === "radio" || field.type === "checkbox";
  const initial = (field) => {
    if (isChoice(field)) return field.defaultChecked;
    if (field.tagName !== "SELECT") return field.defaultValue;
    return ([...field.options].find((option) => option.defaultSelected) || field.options[0]).value;
  };
  const present = (field) => (isChoice(field) ? field.checked : field.value);
  const name = (field) => (field.type === "radio" ? `${field.name}=${field.value}` : field.name);

  const read = () => {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  };
  const forget = () => {
    try { localStorage.removeItem(key); } catch { /* storage is switched off: nothing is kept */ }
  };
  const keep = (sent) => {
    const typed = {};
    const all = form.hasAttribute("data-unsaved");
    for (const field of fields()) {
      if (all || present(field) !== initial(field)) typed[name(field)] = present(field);
    }
    if (!Object.keys(typed).length) return forget();
    const kept = { version: version(), at: new Date().toISOString(), sent, typed };
    try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* as above */ }
  };

  const restore = (kept) => {
    let changed = 0;
    for (const field of fields()) {
      const text = kept.typed[name(field)];
      if (text === undefined || text === present(field)) continue;
      if (isChoice(field)) field.checked = text;
      else field.value = text;
      const more = field.closest("details");
      if (more) more.open = true;
      changed += 1;
    }
    show("offered", false);
    if (!changed) return;
    const when = document.querySelector("#restored [data-when]");
    when.textContent = new Date(kept.at).toLocaleString(document.documentElement.lang);
    show("restored");
    keep(false);
  };

  // What came back from the server holds the text again (a refused form), so it is kept anew.
  const kept = read();
  if (form.hasAttribute("data-unsaved")) keep(false);
  else if (kept && kept.version === version()) restore(kept);
  else if (kept && kept.sent && kept.version < version()) forget();
  else if (kept) show("offered");

  for (const button of form.querySelectorAll("[data-restore]")) {
    button.addEventListener("click", () => restore(kept));
  }
  for (const button of form.querySelectorAll("[data-discard]")) {
    button.addEventListener("click", () => {
      forget();
      form.reset();
      show("restored", false);
      show("offered", false);
    });
  }

  // Ticking "no change" takes back what was typed beside it; typing takes back the tick.
  form.addEventListener("change", (event) => {
    const box = event.target;
    if (!box.name || !box.name.startsWith("same-") || !box.checked) return;
    const id = box.name.slice("same-".length);
    for (const field of fields()) {
      if (["value", "day"].some((part) => field.name === `${part}-${id}`)) field.value = "";
      if (["rung", "none"].some((part) => field.name === `${part}-${id}`)) field.checked = false;
    }
  });
  form.addEventListener("input", (event) => {
    const [part, id] = (event.target.name || "").split("-");
    const box = ["value", "rung", "day", "none"].includes(part) && form.elements[`same-${id}`];
    if (box) box.checked = false;
  });

  form.addEventListener("input", () => keep(false));
  form.addEventListener("change", () => keep(false));
  form.addEventListener("submit", () => keep(true));

  // A draft saved in the background is the server's now; where the session is over it is not.
  form.addEventListener("htmx:afterRequest", (event) => {
    const answer = event.detail.xhr;
    const here = new URL(form.getAttribute("hx-post"), location.href).pathname;
    const came = answer.responseURL ? new URL(answer.responseURL).pathname : here;
    if (answer.status === 401 || came !== here) show("signed-out");
    else if (event.detail.successful) keep(false);
  });
})();
