const key = 'single-keys';

/**
 * Whether single characters do something on the pages of this site, as `/` and `?` do. They
 * get in the way of some who speak or who have other tools (WCAG 2.2, 2.1.4), so they can be
 * turned off; the choice stays on this device and holds on all pages.
 */
export function singleKeys(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    // Storage may be forbidden; then nobody could have turned them off.
    return true;
  }
}

/** @returns whether it was stored */
export function setSingleKeys(on: boolean): boolean {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
    return true;
  } catch {
    return false;
  }
}
