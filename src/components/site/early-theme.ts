import { createHash } from 'node:crypto';

/**
 * Runs before anything is painted, so that a chosen theme shows without a flash.
 * The only script that stands in the page; the policy of the page has its hash.
 */
export const earlyTheme =
  'try{const t=localStorage.theme;if(t)document.documentElement.dataset.theme=t}catch{}';

export const earlyThemeHash =
  `sha256-${createHash('sha256').update(earlyTheme).digest('base64')}` as const;
