/** What is said while there are codes. */
export const words = {
  notTimed:
    'This is a counter-based key (HOTP). It was saved; its codes do not change with the clock, so there is no pair to show here. Find it in the authenticator.',
  otherService: (found: string, service: string) =>
    `This code says that it is from ${found}, not from ${service}. Check that you took the right one.`,
  otherIdentity: (saved: string, chosen: string) =>
    `This code was saved before as ${saved}, and you chose ${chosen}. Check that you took the right QR code.`,
  takeAnother: 'Take another',
  found: 'Read and saved',
  unsaved: 'Read, but not saved',
  issuer: 'Service',
  account: 'Account',
  noAccount: 'not named',
  liveTitle: 'Live codes',
  now: 'Now',
  then: 'Next',
  changesIn: 'Changes in',
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
  copyOf: (what: string) => `the code for ${what}`,
  onTop: 'Keep codes on top',
  accepted: (service: string) => `${service} accepted`,
  refused: (service: string) => `${service} refused`,
  verdictQuestion: (submit: string) => `After ${submit}: what did the page say?`,
  openApp: 'Open the authenticator',
} as const;
