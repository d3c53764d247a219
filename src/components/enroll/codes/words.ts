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
  copyOf: (what: string) => `the code for ${what}`,
  onTop: 'Keep codes on top',
  accepted: (service: string) => `${service} accepted`,
  refused: (service: string) => `${service} refused`,
  verdictQuestion: (submit: string | undefined) =>
    `After ${submit ?? 'the code'}: what did the page say?`,
  openApp: 'Open the authenticator',
} as const;
