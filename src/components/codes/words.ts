/** What the parts around a code say. */
export const words = {
  copy: 'Copy',
  copied: 'Copied',
  failed: 'Not copied: select it instead',
  seconds: 's',
  qrWarning: 'Whoever photographs this code can make your codes. Hide it when you are done.',
} as const;
