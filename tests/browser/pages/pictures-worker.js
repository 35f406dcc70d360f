// Draws one chart where there is no page, and sends back its pixels.
import { draw, init } from "/dist/browser/index.js";

addEventListener("message", async ({ data: { chart, data, width, height } }) => {
  await init();
  const canvas = new OffscreenCanvas(width, height);
  draw(canvas, chart, data);
  postMessage(canvas.getContext("2d").getImageData(0, 0, width, height).data);
});
