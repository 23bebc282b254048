/** What a camera does to a code: out of focus, and held at a slant. Pure. */

/** Brightness by pixel, row by row, 0 black. */
export interface Grey {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Beyond its edge a picture is white. */
const at = ({ width, height, data }: Grey, x: number, y: number): number =>
  x < 0 || y < 0 || x >= width || y >= height ? 255 : (data[y * width + x] ?? 255);

/** Each pixel the mean of itself and its eight neighbours. */
export function blur(picture: Grey): Grey {
  const { width, height } = picture;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) sum += at(picture, x + dx, y + dy);
      data[y * width + x] = Math.round(sum / 9);
    }
  }
  return { width, height, data };
}

/** Turned about its middle on a white ground that holds all of it. */
export function tilt(picture: Grey, degrees: number): Grey {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const width = Math.ceil(picture.width * cos + picture.height * sin);
  const height = Math.ceil(picture.height * cos + picture.width * sin);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const fromX = dx * cos + dy * sin + picture.width / 2;
      const fromY = dy * cos - dx * sin + picture.height / 2;
      data[y * width + x] = between(picture, fromX, fromY);
    }
  }
  return { width, height, data };
}

/** Brightness at a point between four pixels. */
function between(picture: Grey, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, below] = [x - left, y - top];
  const row = (n: number) => at(picture, left, n) * (1 - right) + at(picture, left + 1, n) * right;
  return Math.round(row(top) * (1 - below) + row(top + 1) * below);
}
