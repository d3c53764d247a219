/** The names that `aws configure export-credentials --format` knows too. */
export const FORMATS = [
  'process',
  'env',
  'env-no-export',
  'powershell',
  'windows-cmd',
  'fish',
] as const;

export type Format = (typeof FORMATS)[number];
