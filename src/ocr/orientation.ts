import { imageSize } from 'image-size';

/**
 * Which way up a picture is meant: the tag Orientation of Exif (CIPA DC-008, 4.6.5), 1 to 8. Phones hold their sensor's
 * picture as it is and only note how they were held. 1, as it lies, where a picture says nothing or nothing readable.
 */
export function orientationOf(picture: Uint8Array): number {
  try {
    // A Buffer's slice is a view: of another array each step through the file would copy the rest of it.
    const { orientation = 1 } = imageSize(Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength));
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  } catch {
    return 1;
  }
}
