/** What is said about the earlier versions of an entry. */
export const words = {
  title: 'Earlier versions',
  none: 'There is none of the last 30 days.',
  until: (date: string) => `Until ${date}`,
  kept: (date: string) => `Kept until ${date}.`,
  restore: 'Restore',
  restoreOf: (name: string, date: string) => ` ${name}, as it was until ${date}`,
  close: 'Close',
} as const;
