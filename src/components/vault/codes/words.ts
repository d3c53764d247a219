import { groupDigits } from '../../codes/group.ts';

/** What is said about codes in the authenticator. */
export const words = {
  next: 'Next',
  copyNext: 'Copy next',
  nextOf: (name: string) => `the next code for ${name}`,
  copyOf: (name: string) => `the code for ${name}`,

  forEntry: (name: string) => ` for ${name}`,

  copied: 'Copied',
  copiedLate: (seconds: number) => `Copied: ${seconds} s left`,
  copiedNext: (seconds: number) => `Copied: counts in ${seconds} s`,
  notCopied: 'Not copied: select it instead',
  notCopiedHidden: 'Not copied: show it and select it',
  cleared: 'The copied code is off the clipboard.',

  hidden: 'The code is hidden.',
  show: 'Show',
  hide: 'Hide',

  nextCode: 'Get the next code',
  getAndCopy: 'Get and copy',
  counterHint: 'Counter-based: each code is for one use.',
  counterOf: (counter: number) => `Code number ${counter}, for one use.`,
  setCounter: 'Set the counter',
  counterLabel: 'Number of the next code',
  counterNow: (counter: number) =>
    `Now ${counter}. If the service lost step, type the number that it expects.`,
  counterBack: (typed: number, counter: number) =>
    typed === counter - 1
      ? `Code number ${typed} was shown before. A service takes it once.`
      : `Codes number ${typed} to ${counter - 1} were shown before. A service takes each of them once.`,
  counterWrong: `Type a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`,
  save: 'Save',
  cancel: 'Cancel',

  newCode: (name: string, code: string) => `New code for ${name}: ${code}`,
  newHidden: (name: string) => `New code for ${name}.`,
  left: (time: string) => `${time} left`,
  noClock: 'This code does not change with the clock.',

  onTop: 'Keep on top',
  offTop: 'No longer on top',
  remove: 'Remove',
  removeOf: (name: string) => ` ${name} from the window on top`,
  onTopTitle: 'Codes on top',
  inTitle: 'Show in the tab’s title',
  outOfTitle: 'No longer in the title',
  titleHint:
    'The code is in this tab’s title until you reload or lock. Browsers slow down tabs in the background: look at the time behind it. Your browser may keep the last title in its history.',
  title: (code: string, until: string, name: string) =>
    `${groupDigits(code)} until ${until} · ${name}`,
} as const;
