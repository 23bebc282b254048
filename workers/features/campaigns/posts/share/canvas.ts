/**
 * A picture that is painted by shapes: each pixel takes as much of a colour as the shape covers of it. The cover is summed up
 * from signed areas along each row, so no shape is sampled more than once. Pure.
 */

export type Rgb = readonly [number, number, number];
export type Point = readonly [x: number, y: number];

/** A pixel and how much of it is seen, row after row. */
export interface Picture {
  width: number;
  height: number;
  /** 4 bytes a pixel: red, green, blue, opacity. */
  rgba: Uint8Array;
}

export class Canvas {
  readonly pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    ground: Rgb,
  ) {
    this.pixels = new Uint8Array(width * height * 3);
    for (let at = 0; at < this.pixels.length; at += 3) this.pixels.set(ground, at);
  }

  rectangle(x: number, y: number, width: number, height: number, colour: Rgb): void {
    const corners: Point[] = [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ];
    this.fill([corners], colour);
  }

  /** @param outlines closed; holes run the other way round. What lies outside the picture is not painted. */
  fill(outlines: readonly (readonly Point[])[], colour: Rgb): void {
    const shapes = outlines.map((outline) => outline.map((point) => this.kept(point)));
    const ys = shapes.flat().map(([, y]) => y);
    const top = Math.floor(Math.min(...ys));
    const bottom = Math.ceil(Math.max(...ys));
    if (!(bottom > top)) return;
    const cover = new Float32Array((bottom - top) * this.width + 2);
    for (const outline of shapes) {
      let from = outline.at(-1);
      for (const to of outline) {
        if (from) this.edge(cover, top, from, to);
        from = to;
      }
    }
    let sum = 0;
    for (let pixel = 0; pixel < (bottom - top) * this.width; pixel++) {
      sum += cover[pixel] ?? 0;
      const share = Math.min(1, Math.abs(sum));
      if (share > 1 / 512) this.mix((top * this.width + pixel) * 3, colour, share);
    }
  }

  /** Puts a picture into a box, shrunk by means of its pixels. */
  place(picture: Picture, x: number, y: number, width: number, height: number): void {
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const [red, green, blue, seen] = meanOf(picture, [column / width, row / height], [width, height]);
        this.mix(((y + row) * this.width + x + column) * 3, [red, green, blue], seen / 255);
      }
    }
  }

  private mix(at: number, colour: Rgb, share: number): void {
    for (const [channel, value] of colour.entries()) {
      const before = this.pixels[at + channel] ?? 0;
      this.pixels[at + channel] = Math.round(before + (value - before) * share);
    }
  }

  /** A point outside is drawn to the edge. */
  private kept([x, y]: Point): Point {
    return [Math.min(this.width - 0.001, Math.max(0, x)), Math.min(this.height, Math.max(0, y))];
  }

  /** Adds what lies to the right of an edge: its own pixels by their share, the rest of the row whole. */
  private edge(cover: Float32Array, first: number, [x0, y0]: Point, [x1, y1]: Point): void {
    if (y0 === y1) return;
    const down = y0 < y1 ? 1 : -1;
    const [top, bottom] = down > 0 ? [y0, y1] : [y1, y0];
    const slope = (x1 - x0) / (y1 - y0);
    for (let row = Math.floor(top); row < bottom; row++) {
      const [from, to] = [Math.max(top, row), Math.min(bottom, row + 1)];
      const xs = [x0 + (from - y0) * slope, x0 + (to - y0) * slope].sort((a, b) => a - b);
      span(cover, (row - first) * this.width, xs as [number, number], (to - from) * down);
    }
  }
}

/** One edge within one row, between two places. @param height signed share of the row that it runs through */
function span(cover: Float32Array, start: number, [left, right]: [number, number], height: number): void {
  const add = (pixel: number, area: number) => {
    cover[start + pixel] = (cover[start + pixel] ?? 0) + area;
  };
  const first = Math.floor(left);
  if (right <= first + 1) {
    // Within one pixel: what is right of its middle, and the rest in the next.
    const own = height * (1 - ((left + right) / 2 - first));
    add(first, own);
    add(first + 1, height - own);
    return;
  }
  const each = height / (right - left);
  let before = 0;
  for (let pixel = first; pixel < right; pixel++) {
    const [from, to] = [Math.max(left, pixel), Math.min(right, pixel + 1)];
    const through = (to - from) * each;
    // All that came in further left fills this pixel; what comes in here fills what is right of it.
    const filled = (from - left) * each + through * (1 - ((from + to) / 2 - pixel));
    add(pixel, filled - before);
    before = filled;
  }
  add(Math.ceil(right), height - before);
}

/** Mean of the pixels under one of the smaller picture; colours count by how much they are seen. */
function meanOf(
  { width, height, rgba }: Picture,
  [left, top]: Point,
  [columns, rows]: Point,
): [number, number, number, number] {
  const [x0, y0] = [Math.floor(left * width), Math.floor(top * height)];
  const x1 = Math.max(x0 + 1, Math.min(width, Math.floor((left + 1 / columns) * width)));
  const y1 = Math.max(y0 + 1, Math.min(height, Math.floor((top + 1 / rows) * height)));
  let [red, green, blue, seen] = [0, 0, 0, 0];
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const at = (y * width + x) * 4;
      const opacity = rgba[at + 3] ?? 0;
      red += (rgba[at] ?? 0) * opacity;
      green += (rgba[at + 1] ?? 0) * opacity;
      blue += (rgba[at + 2] ?? 0) * opacity;
      seen += opacity;
    }
  }
  if (seen === 0) return [0, 0, 0, 0];
  return [red / seen, green / seen, blue / seen, seen / ((x1 - x0) * (y1 - y0))];
}
