import type { Identity } from '../../lib/vault/entry.ts';
import type { GuideForIsland } from '../../lib/guides/island.ts';

/** What the companion says, in one place. */
export const words = {
  title: 'Setup companion',
  stays: 'Nothing is uploaded: all of it stays on this device.',
  howToCheck: 'How to check it',

  steps: 'Steps',
  stepOf: (number: number, count: number) => `Step ${number} of ${count}`,
  back: 'Back',
  next: 'Next',

  identityQuestion: 'Which identity are you protecting?',
  identityAsked: 'Whose code is this?',
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

  clipboardEmpty: 'The clipboard holds neither a picture nor text. Copy the QR code first.',
  clipboardBlocked:
    'The browser did not let this page read the clipboard. Click on the page and press Ctrl+V, or ⌘V on a Mac.',

  resume: (label: string) => `You took a code that is not confirmed yet: ${label}.`,
  resumeAction: 'Go on with it',
} as const;

/** How an identity is called: `Root user`, `IAM user alice`. */
export function identityName(guide: GuideForIsland, identity: Identity | undefined): string {
  const kind = guide.identities.find(({ id }) => id === identity?.kind);
  if (identity === undefined || kind === undefined) return words.identityUnknown;
  return identity.name === '' ? kind.label : `${kind.label} ${identity.name}`;
}
