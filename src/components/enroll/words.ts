import type { Identity } from '../../lib/vault/entry.ts';
import type { GuideForIsland } from '../../lib/guides/island.ts';

/** What the companion says, in one place. */
export const words = {
  title: 'Setup companion',
  stays: 'Stays on this device.',
  howToCheck: 'How to check it',

  steps: 'Steps',
  stepOf: (number: number, count: number) => `Step ${number} of ${count}`,
  back: 'Back',
  next: 'Next',

  identityQuestion: 'Which identity are you protecting?',
  identityAsked: 'Whose code is this? Choose the identity, so that you find it again.',
  identitiesDone: 'Done so far',
  identitiesWaiting: 'Not confirmed yet',
  identityUnknown: 'identity not chosen',
  nextIdentity: 'Next identity',

  captureTitle: 'Bring the QR code here',
  capturePrompt: (service: string) =>
    `When ${service} shows its QR code, take it in one of these ways.`,
  captureScreen: 'Capture the screen',
  capturePaste: 'Paste',
  captureFile: 'Choose a picture',
  captureCamera: 'Use the camera',
  captureKey: 'Type the secret key',
  captureDrop: 'Or drop a picture anywhere on this page. Pasting works anywhere, too.',
  keyLabel: 'Secret key, or otpauth:// link',
  keySubmit: 'Use this key',
  close: 'Close',
  starting: 'Starting the companion',
  readingPicture: 'Reading the picture',
  waitingForScreen: 'Choose the window or tab that shows the QR code',
  readingClipboard: 'Reading the clipboard',
  startingCamera: 'Starting the camera',
  cameraReady: 'Hold the QR code in front of the camera. It is read as soon as it is sharp.',
  saving: 'Saving',
  partFailed: 'This part of the page could not be loaded. Check your connection, then try again.',

  noQrCode:
    'No QR code was found in this picture. Take the whole code with its white border, larger or sharper, or type the secret key instead.',
  clipboardEmpty: 'The clipboard holds neither a picture nor text. Copy the QR code first.',
  clipboardBlocked:
    'The browser did not let this page read the clipboard. Click on the page and press Ctrl+V, or ⌘V on a Mac.',
  notTimed:
    'This is a counter-based key (HOTP). It was saved; its codes do not change with the clock, so there is no pair to show here. Find it in the authenticator.',
  otherService: (found: string, service: string) =>
    `This code says that it is from ${found}, not from ${service}. Check that you took the right one.`,
  takeAnother: 'Take another QR code',

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
  pairCode2Soon: (seconds: number) =>
    `Becomes current in ${seconds} s. AWS asks you to wait for it.`,
  pairCode2: (box: string, submit: string, seconds: number) =>
    `Current now. Type this into ${box} and choose ${submit} within ${seconds} s.`,
  pairPassed: 'Both codes are out of date. If you have not sent them yet, take a fresh pair.',
  pairCode2IsCurrent: (box: string) => `${box} is current now.`,
  freshPair: 'Show a fresh pair',
  copyOf: (what: string) => `the code for ${what}`,
  onTop: 'Keep codes on top',

  accepted: (service: string) => `${service} accepted`,
  refused: (service: string) => `${service} refused`,
  verdictQuestion: (submit: string) => `After ${submit}: what did the page say?`,

  refusedTitle: (service: string) => `${service} refused the codes`,
  refusedIntro: 'The likely reasons, the most likely first:',
  clockChecking: 'Comparing this device’s clock with our server’s',
  clockUnknown:
    'Our server could not be reached, so the clock was not compared. Set the time of this device to automatic.',
  clockAgrees: (uncertainty: number) =>
    `This device’s clock agrees with our server’s within ${uncertainty} s, so this is not the reason.`,
  clockOff: (seconds: number, ahead: boolean, uncertainty: number) =>
    `This device’s clock is ${seconds} s ${ahead ? 'ahead of' : 'behind'} our server’s (give or take ${uncertainty} s). Set its time to automatic, then take a fresh pair.`,
  readMore: 'More on this',
  resync: 'Resync the device',
  tryAgain: 'Try again with a fresh pair',

  doneTitle: (identity: string) => `${identity} has MFA now`,
  doneUnknown: 'MFA is on',
  doneTruth:
    'This copy of the secret lives in this browser only. If its site data is cleared, or this device is lost, the codes are gone: there is no backup yet.',
  doneOffers: 'Make sure now that one loss does not lock you out:',
  secondApp: 'Show the QR code for a second app',
  hideQr: 'Hide the QR code',
  qrAlt: 'QR code of this entry. Scan it with the second app.',
  qrWarning: 'Whoever photographs this code can make your codes. Hide it when you are done.',
  secondDevice: (count: number) => `Register a second MFA device (up to ${count})`,
  undoAccepted: 'It was not accepted after all',
  openApp: 'Open the authenticator',

  resume: (label: string) => `You took a code that is not confirmed yet: ${label}.`,
  resumeAction: 'Go on with it',

  locked:
    'The vault on this device could not be unlocked, so nothing is saved. Reload the page; if it stays so, open the authenticator for what to do.',
} as const;

/** How an identity is called: `Root user`, `IAM user alice`. */
export function identityName(guide: GuideForIsland, identity: Identity | undefined): string {
  const kind = guide.identities.find(({ id }) => id === identity?.kind);
  if (identity === undefined || kind === undefined) return words.identityUnknown;
  return identity.name === '' ? kind.label : `${kind.label} ${identity.name}`;
}
