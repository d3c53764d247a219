/** What is said about a pinned pair of codes. */
export const words = {
  pairTitle: 'Your two codes',
  pairWaiting: (seconds: number) =>
    `Too little time is left for the current code. Wait for the next one: the pair starts in ${seconds} s.`,
  pairCode1: (box: string) => `Type this into ${box} now.`,
  pairCode1Kept: (box: string) => `Still the right code for ${box}.`,
  pairCode2Soon: (service: string, seconds: number) =>
    `Becomes current in ${seconds} s. ${service} asks you to wait for it.`,
  pairCode2: (box: string, submit: string, seconds: number) =>
    `Current now. Type this into ${box} and choose ${submit} within ${seconds} s.`,
  pairPassed: 'Both codes are out of date. If you have not sent them yet, take a fresh pair.',
  pairCode2IsCurrent: (box: string) => `${box} is current now.`,
  freshPair: 'Fresh pair',
  copyOf: (box: string) => `the code for ${box}`,
} as const;
