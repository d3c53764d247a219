import type { SlotInfo } from '../../../lib/vault/access.browser.ts';

/** What is said about locking and the ways to unlock. */
export const words = {
  intro:
    'A passphrase keeps the entries from others who use this browser or get a copy of its data.',
  newPassphrase: 'New passphrase',
  again: 'The same passphrase again',
  different: 'The two passphrases differ. Type them again.',
  set: 'Set the passphrase',
  change: 'Change the passphrase',
  setting: 'Deriving the key; this takes a second or two',
  settingSlowly:
    'Deriving the key. WebAssembly is blocked in this browser, so it takes several times as long',
  retire: 'Ask for it on every visit',
  retireHint:
    'Removes the key that this browser keeps for the vault, which opens it for whoever can use the browser. Without this, the passphrase protects backups only.',
  noReset:
    'A forgotten passphrase cannot be reset, by us or by anyone. Write it down, or make a recovery key next.',
  isSet: 'The passphrase is set.',
  isChanged: 'The passphrase is changed. Backups made before still open with the old one.',

  slots: 'Ways to unlock',
  kinds: {
    device: 'This device, by itself',
    passphrase: 'Passphrase',
    passkey: 'Passkey',
    recovery: 'Recovery key',
  } satisfies Record<SlotInfo['kind'], string>,
  deviceHint: 'Whoever can use this browser sees the codes. The passphrase keeps nobody out.',
  since: (date: string) => `since ${date}`,
  remove: 'Remove',
  removeTitle: (what: string) => `Remove this way to unlock: ${what}?`,
  removeDevice:
    'From then on the vault asks on every visit. Make sure that you can unlock it in another way.',
  removeOther: 'It stops working for this vault. Backups that were made before still open with it.',
  removing: 'Removing',
  removed: (what: string) => `Removed: ${what}`,
  cancel: 'Cancel',

  addPasskey: 'Add a passkey',
  addingPasskey: 'Waiting for the passkey. It is asked for twice, to be sure that it works',
  passkeyAdded: 'The passkey is added.',
  passkeyLabel: (date: string) => `Passkey of ${date}`,
  addRecovery: 'Make a recovery key',
  makingRecovery: 'Making a recovery key',

  idle: 'Lock after',
  minutes: (minutes: number) =>
    minutes === 0
      ? 'never by itself'
      : minutes === 1
        ? '1 minute without input'
        : minutes === 60
          ? '1 hour without input'
          : `${minutes} minutes without input`,
  saving: 'Saving',
} as const;

/** Lengths to choose from, in minutes; 0 is never. */
export const idleChoices = [1, 5, 15, 60, 0] as const;
