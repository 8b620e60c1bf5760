// Pictures that are small enough to be kept.
import UPNG from 'upng-js';

/** The picture in a palette of 32: text on a plain ground looks the same, and it is smaller by a third or more. */
export function inFewColours(png) {
  const picture = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(picture), picture.width, picture.height, 32));
}
