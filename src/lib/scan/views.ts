import { toGray } from './luminance.ts';
import type { Background, GrayPicture } from './luminance.ts';
import { MAX_SEARCHED_PIXELS, fitSize } from './picture.ts';
import type { Picture, Size } from './picture.ts';
import { resize } from './resize.ts';

/** One picture in the forms that the readers want, each made when it is first asked for. */
export class Views {
  readonly #picture: Picture;
  readonly #background: Background | undefined;
  #gray: GrayPicture | undefined;
  #whole: Picture | undefined;

  /** @param background What shows through; absent where nothing is transparent. */
  constructor(picture: Picture, background?: Background) {
    this.#picture = picture;
    this.#background = background;
  }

  /** The size that is searched: that of `gray`. */
  get size(): Size {
    return fitSize(this.#picture, MAX_SEARCHED_PIXELS);
  }

  /** In gray, with 12 megapixels at most. */
  get gray(): GrayPicture {
    if (this.#gray === undefined) {
      const gray = toGray(this.#picture, this.#background ?? 255);
      this.#gray = resize(gray, this.size);
    }
    return this.#gray;
  }

  /** Opaque pixels at this share of the size, in gray unless they are the picture's own. */
  opaque(scale = 1): Picture {
    if (scale === 1) return (this.#whole ??= this.#isAsGiven() ? this.#picture : rgba(this.gray));
    const { width, height } = this.gray;
    const size = {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    };
    return rgba(resize(this.gray, size));
  }

  #isAsGiven(): boolean {
    const { width, height } = this.#picture;
    return this.#background === undefined && width * height <= MAX_SEARCHED_PIXELS;
  }
}

/** The same value for red, green and blue. */
function rgba({ width, height, data }: GrayPicture): Picture {
  const pixels = new Uint8ClampedArray(data.length * 4);
  for (let pixel = 0, byte = 0; pixel < data.length; pixel += 1, byte += 4) {
    const light = data[pixel] ?? 0;
    pixels[byte] = light;
    pixels[byte + 1] = light;
    pixels[byte + 2] = light;
    pixels[byte + 3] = 255;
  }
  return { width, height, data: pixels };
}
