/** A picture in shades of grey: one byte a pixel, 0 black to 255 white, row after row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
}

/** Brightness of a colour (ITU-R BT.601), its channels 0 to 255, over a white page where it is transparent. */
export function shadeOf(red: number, green: number, blue: number, alpha = 255): number {
  const shade = (77 * red + 150 * green + 29 * blue) >> 8;
  return alpha === 255 ? shade : 255 - Math.round(((255 - shade) * alpha) / 255);
}
