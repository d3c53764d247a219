import { planSizes } from './attempts.ts';
import type { Effort } from './attempts.ts';
import { lookSmall } from './decode.ts';
import { NOTHING, joinCodes } from './finding.ts';
import type { Look } from './finding.ts';
import { isTransparent } from './luminance.ts';
import { assertPicture } from './picture.ts';
import type { Picture } from './picture.ts';
import { Views } from './views.ts';
import { wasmAttempts } from './wasm-attempts.ts';
import type { WasmReader } from './wasm-reader.ts';

/** The readers that a place may have besides the small one, which is there everywhere. */
export interface Readers {
  /** Finds the platform's own; `undefined` where it has none that reads QR codes. */
  readonly native?: () => Promise<PixelReader | undefined>;
  /** Fetches and starts the WebAssembly reader; rejects where it is blocked or out of reach. */
  readonly wasm?: () => Promise<WasmReader>;
}

type PixelReader = (picture: Picture) => Promise<Look>;

export interface Cascade {
  /**
   * Looks for QR codes until one attempt reads any. `quick` makes a few attempts with
   * the readers that are there, `thorough` all that earn their cost.
   *
   * @throws ScanError `empty-picture` when there are no pixels or the bytes do not fit the size.
   */
  readonly look: (picture: Picture, effort: Effort) => Promise<Look>;
  /** Fetches the WebAssembly reader ahead of the first picture that needs it. */
  readonly warm: () => void;
}

/** Milliseconds after which no further attempt is begun, waiting apart. */
const TIME_LIMIT = 6_000;

/** Milliseconds that a picture waits for the WebAssembly reader where nothing else reads it. */
const WAIT_LIMIT = 10_000;

/**
 * Joins the readers to one. The platform's goes first; then WebAssembly's if it is
 * warm, as it reads the most and is the fastest; the small one until then, where
 * WebAssembly is blocked, and for what the others leave.
 */
export function createCascade({ native, wasm }: Readers): Cascade {
  const warmth = createWarmth(wasm);
  let platform: Promise<PixelReader | undefined> | undefined;

  async function* attempts(views: Views, effort: Effort): AsyncGenerator<Look> {
    platform ??= native?.().catch(() => undefined);
    const own = await platform;
    if (own) yield await own(views.opaque()).catch(() => NOTHING);
    const warm = warmth.reader();
    if (warm) yield* wasmLooks(warm, views, effort);
    if (warm && effort === 'quick') return;
    const [first, ...others] = planSizes(views.size, effort);
    if (first && warm) yield lookSmall(views.gray, first);
    if (first && !warm) yield await complete(lookSmall(views.gray, first), views, effort);
    if (!warm && effort === 'quick') warmth.begin();
    if (!warm && effort === 'thorough') {
      const late = await warmth.wait();
      if (late) yield* wasmLooks(late, views, effort);
    }
    for (const size of others) yield lookSmall(views.gray, size);
  }

  /** The first look that read anything. */
  async function search(views: Views, effort: Effort): Promise<Look> {
    let [unreadable, spent] = [false, 0];
    let before = performance.now();
    for await (const look of attempts(views, effort)) {
      if (look.codes.length > 0) return look;
      unreadable ||= look.unreadable;
      spent += performance.now() - before;
      if (spent > TIME_LIMIT) break;
      before = performance.now();
    }
    return { codes: [], unreadable };
  }

  /** Where the small reader read one code and saw another, with what WebAssembly reads. */
  async function complete(look: Look, views: Views, effort: Effort): Promise<Look> {
    if (look.codes.length === 0 || !look.unreadable) return look;
    const reader = effort === 'quick' ? warmth.reader() : await warmth.wait();
    if (reader === undefined) return look;
    const other = await reader(views.opaque(), { binarizer: 'local' });
    return { codes: joinCodes(look.codes, other.codes), unreadable: other.unreadable };
  }

  return {
    warm: warmth.begin,
    async look(picture, effort) {
      assertPicture(picture);
      if (!isTransparent(picture)) return search(new Views(picture), effort);
      const onWhite = await search(new Views(picture, 255), effort);
      if (onWhite.codes.length > 0) return onWhite;
      const onBlack = await search(new Views(picture, 0), effort);
      return { ...onBlack, unreadable: onWhite.unreadable || onBlack.unreadable };
    },
  };
}

async function* wasmLooks(reader: WasmReader, views: Views, effort: Effort): AsyncGenerator<Look> {
  for (const { scale, how } of wasmAttempts(views.size, effort))
    yield await reader(views.opaque(scale), how);
}

/** Fetches a reader once; after a failure anew with the next picture, as the connection may be back. */
function createWarmth(fetchReader: Readers['wasm']) {
  let arriving: Promise<WasmReader | undefined> | undefined;
  let arrived: WasmReader | undefined;
  const begin = (): void => {
    arriving ??= fetchReader?.().then(
      (reader) => (arrived = reader),
      () => (arriving = undefined),
    );
  };
  return {
    begin,
    reader: () => arrived,
    wait: async (): Promise<WasmReader | undefined> => {
      begin();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, WAIT_LIMIT, undefined);
      });
      return Promise.race([arriving, late]).finally(() => {
        clearTimeout(timer);
      });
    },
  };
}
