/** A box over a picture, in parts of its width and height: 0 is the left or upper edge, 1 the other. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The smallest box that still can be seen and caught. */
const LEAST = 0.02;

/** Keeps a box within the picture, and large enough. */
export function clamp(box: Box): Box {
  const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
  const width = within(box.width, LEAST, 1);
  const height = within(box.height, LEAST, 1);
  return { x: within(box.x, 0, 1 - width), y: within(box.y, 0, 1 - height), width, height };
}

/** The pixels it covers; those that it only touches too. */
export function onPicture(box: Box, picture: { width: number; height: number }): Box {
  const x = Math.floor(box.x * picture.width);
  const y = Math.floor(box.y * picture.height);
  return {
    x,
    y,
    width: Math.ceil((box.x + box.width) * picture.width) - x,
    height: Math.ceil((box.y + box.height) * picture.height) - y,
  };
}
