// The words in the notice light up while their reading has the pointer or the focus.
"use strict";

{
  const marks = [...document.querySelectorAll("[data-marks]")];
  const marked = new Set(marks.flatMap((mark) => mark.dataset.marks.split(" ")));

  const light = (name, on) => {
    for (const mark of marks) {
      if (mark.dataset.marks.split(" ").includes(name)) mark.classList.toggle("lit", on);
    }
  };

  // A stage or an item whose words stand nowhere gives way to its target.
  const nameAt = (place) => {
    let around = place.closest("[data-lights]");
    while (around && !marked.has(around.dataset.lights)) {
      around = around.parentElement.closest("[data-lights]");
    }
    return around ? around.dataset.lights : null;
  };

  const showing = new Map();
  const show = (kind, name) => {
    if (showing.get(kind) === name) return;
    if (showing.get(kind)) light(showing.get(kind), false);
    showing.set(kind, name);
    for (const lit of showing.values()) if (lit) light(lit, true);
  };

  const readings = document.querySelector(".readings");
  if (readings) {
    readings.addEventListener("pointerover", (event) => show("pointer", nameAt(event.target)));
    readings.addEventListener("pointerleave", () => show("pointer", null));
    readings.addEventListener("focusin", (event) => {
      const name = nameAt(event.target);
      show("focus", name);
      const first = name && marks.find((mark) => mark.dataset.marks.split(" ").includes(name));
      if (first && window.matchMedia("(min-width: 1081px)").matches) first.scrollIntoView({ block: "nearest" });
    });
    readings.addEventListener("focusout", () => show("focus", null));
  }

  // A folded reading says what stands; beside it, that a person has put something else.
  for (const fold of document.querySelectorAll("details.reading")) {
    fold.addEventListener("input", () => { fold.querySelector("[data-touched]").hidden = false; });
  }
}
