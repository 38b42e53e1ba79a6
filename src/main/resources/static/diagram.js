// Draws each process of the page and marks the steps the case stands at. The same steps stand
// below the drawing as text, so nothing is lost where this does not run.
"use strict";

// The markup that bpmn-js brings has style attributes, which the content security policy refuses;
// set through the object model the same styles are welcome.
const markup = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML");
Object.defineProperty(Element.prototype, "innerHTML", {
  ...markup,
  set(text) {
    markup.set.call(this, String(text).replaceAll(" style=\"", " data-style=\""));
    for (const element of this.querySelectorAll("[data-style]")) {
      element.style.cssText = element.dataset.style;
      delete element.dataset.style;
    }
  },
});

// The same of the element that it measures texts in, unless there is one.
const ruler = document.createElementNS("http://www.w3.org/2000/svg", "svg");
ruler.id = "helper-svg";
ruler.setAttribute("direction", "ltr");
ruler.style.cssText = "visibility: hidden; position: fixed; inline-size: 0; block-size: 0";
document.body.append(ruler);

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
  place.classList.add("drawn");
  fit(place, canvas);
  new ResizeObserver(() => fit(place, canvas)).observe(place.parentElement);
}

// As high as the drawing needs, and no larger than it was drawn.
function fit(place, canvas) {
  const margin = 20;
  const { x, y, width, height } = canvas.viewbox().inner;
  const scale = Math.min(1, place.clientWidth / (width + 2 * margin));
  place.style.blockSize = Math.ceil((height + 2 * margin) * scale) + "px";
  canvas.resized();
  canvas.viewbox({
    x: x - margin,
    y: y - margin,
    width: place.clientWidth / scale,
    height: height + 2 * margin,
  });
}
