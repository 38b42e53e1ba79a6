// Draws each process of the page and marks the steps the case stands at. The same steps stand
// below the drawing as text, so nothing is lost where this does not run.
"use strict";

for (const place of document.querySelectorAll(".diagram")) {
  draw(place).catch(() => place.classList.add("failed"));
}

async function draw(place) {
  const answer = await fetch(place.dataset.xml, { credentials: "same-origin" });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  const viewer = new BpmnJS({ container: place });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get("canvas");
  const known = viewer.get("elementRegistry");
  for (const id of place.dataset.active.split(" ")) {
    if (known.get(id)) {
      canvas.addMarker(id, "here");
    }
  }
  canvas.zoom("fit-viewport", "auto");
  place.classList.add("drawn");
}
