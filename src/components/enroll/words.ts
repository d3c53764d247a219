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
  starting: 'Starting the companion',
  partFailed: 'This part of the page could not be loaded. Check your connection, then try again.',

  resume: (label: string) => `You took a code that is not confirmed yet: ${label}.`,
  resumeAction: 'Go on with it',
} as const;

/** How an identity is called: `Root user`, `IAM user alice`. */
export function identityName(guide: GuideForIsland, identity: Identity | undefined): string {
  const kind = guide.identities.find(({ id }) => id === identity?.kind);
  if (identity === undefined || kind === undefined) return words.identityUnknown;
  return identity.name === '' ? kind.label : `${kind.label} ${identity.name}`;
}
