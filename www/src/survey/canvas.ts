/** What a picture takes from the page: its colours, in the order in which Rust counts them, and the font of its numbers. */
export interface Look {
  readonly colours: readonly string[];
  readonly font: string;
}

/** Paints a picture, which is a list of numbers: `src/form/picture.rs` says what they mean. */
export function draw(context: CanvasRenderingContext2D, picture: Float64Array, { colours, font }: Look): void {
  let at = 0;
  let begun = false;
  const next = (): number => picture[at++] ?? 0;
  const colour = (): string => colours[next()] ?? "";
  while (at < picture.length) {
    const step = next();
    if (step < 5 && !begun) context.beginPath();
    begun = step < 5;
    if (step === 0) context.moveTo(next(), next());
    else if (step === 1) context.lineTo(next(), next());
    else if (step === 2) context.quadraticCurveTo(next(), next(), next(), next());
    else if (step === 3) context.arc(next(), next(), next(), 0, 2 * Math.PI);
    else if (step === 4) context.closePath();
    else if (step === 5) {
      context.fillStyle = colour();
      context.globalAlpha = next();
      context.fill();
    } else if (step === 6) {
      context.strokeStyle = colour();
      context.globalAlpha = next();
      context.lineWidth = next();
      context.lineCap = context.lineJoin = "round";
      context.stroke();
    } else {
      const [number, x, y, size, weight] = [next(), next(), next(), next(), next()];
      context.fillStyle = colour();
      context.globalAlpha = 1;
      context.font = `${weight} ${size}px ${font}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillText(String(number), x, y + 0.5);
    }
  }
}
