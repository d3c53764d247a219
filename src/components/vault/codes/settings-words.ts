import { spokenDuration } from './duration.ts';

/** What is said about how codes are shown and copied. */
export const words = {
  title: 'Codes',
  change: 'Change',
  visible: 'Always visible.',
  hidden: 'Hidden until you ask for one.',
  clearing: (seconds: number) => ` Off the clipboard after ${spokenDuration(seconds)}.`,

  hide: 'Hide codes until I ask for one',
  hideHint:
    'Copying works without showing. A shown code hides again when you go to another window or tab; codes that you keep on top stay visible.',
  hideAfter: 'Hide a shown code again after',
  hideAfterChoice: (seconds: number) =>
    seconds === 0 ? 'only when I leave the page' : spokenDuration(seconds),

  longest: 'Copy the code that lives longest',
  longestHint:
    'With fewer than 8 seconds left, Copy takes the next code and says when it counts. Some services refuse a code before its time. Without this, Copy takes what is shown, and “Copy next” is beside it.',

  clear: 'Take a copied code off the clipboard after',
  clearChoice: (seconds: number) => (seconds === 0 ? 'never' : spokenDuration(seconds)),
  clearHint:
    'Only if it is still there: what you copied since stays. Browsers allow this to a page in front only, so it may wait until you come back, and does not happen when you close the page. Clipboard histories of the system keep their own copies.',
  clearNever:
    'This browser does not let a page look at the clipboard by itself, so nobody here can tell whether your code is still there, and it stays. Copy something else when you are done.',
  clearDenied:
    'This browser was told not to let this site look at the clipboard, so a copied code stays there. Allow the clipboard in the site’s settings to change that.',
  asking: 'The browser asks whether this site may look at the clipboard',
  saving: 'Saving',
} as const;

/** In seconds. */
export const hideChoices: readonly number[] = [10, 30, 60, 0];

/** In seconds. */
export const clearChoices: readonly number[] = [0, 30, 60, 300];
