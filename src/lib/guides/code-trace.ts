/** How one code comes about, each intermediate value of RFC 4226 section 5 and RFC 6238 section 4. */
export interface CodeTrace {
  /** The time step: whole periods of 30 seconds since 1970. */
  readonly counter: number;
  /** The counter as 8 bytes, hexadecimal. */
  readonly counterBytes: readonly string[];
  /** HMAC-SHA-1 of the counter under the secret: 20 bytes, hexadecimal. */
  readonly hmac: readonly string[];
  /** The low four bits of the last byte: where the four bytes are taken from. */
  readonly offset: number;
  /** Those four bytes without their first bit, as a number. */
  readonly number: number;
  /** Its last six digits. */
  readonly code: string;
  /** Seconds until the next counter, at least 1. */
  readonly secondsLeft: number;
}

const PERIOD = 30;
const DIGITS = 6;

/**
 * Makes one code of six digits and shows its work. For explaining alone: entries have
 * parameters of their own and are computed elsewhere.
 *
 * @param unixSeconds the time
 */
export async function traceCode(
  secret: Uint8Array<ArrayBuffer>,
  unixSeconds: number,
): Promise<CodeTrace> {
  const counter = Math.floor(unixSeconds / PERIOD);
  const message = new DataView(new ArrayBuffer(8));
  message.setBigUint64(0, BigInt(counter));
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
  const hmac = new DataView(await crypto.subtle.sign('HMAC', key, message));
  const offset = hmac.getUint8(19) & 0x0f;
  const number = hmac.getUint32(offset) & 0x7fff_ffff;
  return {
    counter,
    counterBytes: hexadecimal(message),
    hmac: hexadecimal(hmac),
    offset,
    number,
    code: String(number % 10 ** DIGITS).padStart(DIGITS, '0'),
    secondsLeft: PERIOD - (Math.floor(unixSeconds) % PERIOD),
  };
}

function hexadecimal(view: DataView): string[] {
  return Array.from({ length: view.byteLength }, (_, index) =>
    view.getUint8(index).toString(16).padStart(2, '0'),
  );
}

/** The secret of the explanation, the one of the test vectors of RFC 4226: it opens nothing. */
export const demoSecret = {
  text: '12345678901234567890',
  base32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  bytes: new TextEncoder().encode('12345678901234567890'),
} as const;
