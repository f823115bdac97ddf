// Small helps; every page works without them.
"use strict";

// An open menu closes when the person goes elsewhere.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.removeAttribute("open");
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.removeAttribute("open");
    menu.querySelector("summary").focus();
  }
});

// The present page's tab stands in sight where the tabs scroll.
for (const item of document.querySelectorAll(".nav a[aria-current]")) {
  item.scrollIntoView({ block: "nearest", inline: "center" });
}
