/** What is said about entries that were deleted. */
export const words = {
  title: 'Deleted',
  kept: (date: string, until: string) => `deleted on ${date}, kept until ${until}`,
  putBack: 'Put back',
  putBackOf: (name: string) => ` ${name}`,
} as const;
