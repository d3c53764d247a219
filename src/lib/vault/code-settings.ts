import type { JsonObject } from './checks.ts';
import { asFlag, asWhole, parseObject } from './checks.ts';

/** How a person wants codes shown and copied. */
export interface CodeSettings {
  /** Codes are hidden until they are asked for. */
  readonly hideCodes: boolean;
  /** How long a code that was asked for stays, in seconds; 0 is as long as the page has the focus. */
  readonly hideAfter: number;
  /** Copying takes the next code when the current one is about to change. */
  readonly copyLongest: boolean;
  /** After how many seconds a copied code is taken off the clipboard; 0 is never. */
  readonly clearAfter: number;
}

/** What holds until a person changes it. */
export const USUAL_CODE_SETTINGS: CodeSettings = {
  hideCodes: false,
  hideAfter: 30,
  copyLongest: false,
  clearAfter: 0,
};

/** The most that `hideAfter` and `clearAfter` can be, in seconds: an hour. */
const LONGEST = 3600;

/**
 * Settings as UTF-8 JSON; `known` are those that were stored, with what a newer version added.
 *
 * @throws VaultError `invalid-record` for what could not be read back
 */
export function encodeCodeSettings(
  settings: CodeSettings,
  known: JsonObject = {},
): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...known, ...settings }));
  decodeCodeSettings(bytes);
  return bytes;
}

/**
 * Reads what `encodeCodeSettings` wrote. A field that is absent is as usual.
 *
 * @throws VaultError `invalid-record`
 */
export function decodeCodeSettings(bytes: Uint8Array): { known: JsonObject; read: CodeSettings } {
  const known = parseObject(bytes);
  const fields = { ...USUAL_CODE_SETTINGS, ...known };
  const read = {
    hideCodes: asFlag(fields.hideCodes),
    hideAfter: asWhole(fields.hideAfter, 0, LONGEST),
    copyLongest: asFlag(fields.copyLongest),
    clearAfter: asWhole(fields.clearAfter, 0, LONGEST),
  };
  return { known, read };
}
