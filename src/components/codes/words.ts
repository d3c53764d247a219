/** What the parts around a code say. */
export const words = {
  copy: 'Copy',
  copied: 'Copied',
  failed: 'Not copied: select it instead',
  seconds: 's',
} as const;
