/** What Rust paints with: a path is filled, or stroked where it has a width. Each step is five numbers: which, and up to two points. */
export function draw(context: CanvasRenderingContext2D, steps: Float64Array, colour: string, alpha: number, width: number): void {
  context.beginPath();
  for (let at = 0; at < steps.length; at += 5) {
    const [step, x = 0, y = 0, a = 0, b = 0] = steps.subarray(at, at + 5);
    if (step === 0) context.moveTo(x, y);
    else if (step === 1) context.lineTo(x, y);
    else if (step === 2) context.quadraticCurveTo(x, y, a, b);
    else if (step === 3) context.arc(x, y, a, 0, 2 * Math.PI);
    else context.closePath();
  }
  context.globalAlpha = alpha;
  if (width > 0) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.lineCap = context.lineJoin = "round";
    context.stroke();
  } else {
    context.fillStyle = colour;
    context.fill();
  }
  context.globalAlpha = 1;
}

/** Writes a text, its middle at a point. */
export function letter(context: CanvasRenderingContext2D, text: string, x: number, y: number, font: string, colour: string): void {
  context.font = font;
  context.fillStyle = colour;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, x, y + 0.5);
}
