// The words in the notice light up while their reading has the pointer or the focus.
"use strict";

{
  const marks = [...document.querySelectorAll("[data-marks]")];

  const light = (name, on) => {
    for (const mark of marks) {
      if (mark.dataset.marks.split(" ").includes(name)) mark.classList.toggle("lit", on);
    }
  };

  const showing = new Map();
  const show = (kind, place) => {
    const name = place ? place.dataset.lights : null;
    if (showing.get(kind) === name) return;
    if (showing.get(kind)) light(showing.get(kind), false);
    showing.set(kind, name);
    for (const lit of showing.values()) if (lit) light(lit, true);
  };

  const readings = document.querySelector(".readings");
  if (readings) {
    readings.addEventListener("pointerover", (event) => show("pointer", event.target.closest("[data-lights]")));
    readings.addEventListener("pointerleave", () => show("pointer", null));
    readings.addEventListener("focusin", (event) => {
      const place = event.target.closest("[data-lights]");
      show("focus", place);
      const first = place && marks.find((mark) => mark.dataset.marks.split(" ").includes(place.dataset.lights));
      if (first && window.matchMedia("(min-width: 1081px)").matches) first.scrollIntoView({ block: "nearest" });
    });
    readings.addEventListener("focusout", () => show("focus", null));
  }

  // A folded reading says what stands; beside it, that a person has put something else.
  for (const fold of document.querySelectorAll("details.reading")) {
    fold.addEventListener("input", () => { fold.querySelector("[data-touched]").hidden = false; });
  }
}
