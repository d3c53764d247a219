/** What is said about entries that hold the same secret. */
export const words = {
  title: (count: number) =>
    count === 1 ? 'One secret is here more than once' : `${count} secrets are here more than once`,
  intro:
    'These entries make the same codes, most often because one account was taken in twice. Merge them into one: it takes over the tags, notes and names that it lacks, and the others go to the trash.',
  keep: 'Keep which one?',
  added: (date: string) => `added ${date}`,
  merge: 'Merge',
  mergeOf: (name: string) => ` the entries for ${name}`,
  merging: 'Merging',
  merged: (name: string) => `Merged: ${name}`,
} as const;
