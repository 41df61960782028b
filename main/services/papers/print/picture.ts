/** A picture as a PDF holds it: an image object's dictionary and its stream, never decoded where that can be helped. */
export interface Picture {
  /** Of the stored pixels. */
  width: number;
  height: number;
  /** How it is to be turned to stand upright (TIFF 6.0, Orientation): 1 to 8. */
  orientation: number;
  /** `/ColorSpace`, `/BitsPerComponent`, `/Filter` and what they need. */
  dictionary: string;
  data: Buffer;
  /** How see-through it is: 8 bits a pixel, deflated. */
  alpha: Buffer | null;
}
