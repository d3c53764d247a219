/** What is said while the vault is locked, in the authenticator and in a guide's companion. */
export const words = {
  title: 'The vault is locked',
  passphrase: 'Passphrase',
  recovery: 'Recovery key',
  recoveryHint: 'As printed on the recovery sheet; spaces and case do not matter.',
  unlock: 'Unlock',
  withPasskey: 'Unlock with a passkey',
  useRecovery: 'Use the recovery key instead',
  usePassphrase: 'Use the passphrase instead',
  deriving: 'Checking the passphrase; this takes a second or two',
  derivingSlowly:
    'Checking the passphrase. WebAssembly is blocked in this browser, so it takes several times as long',
  checking: 'Checking',
  askingPasskey: 'Waiting for the passkey',
  show: 'Show',
  hide: 'Hide',
  noWay:
    'The key that this browser kept for the vault is missing, and there is no other way to unlock it. Nothing was deleted. If you have a backup file, restore it in another browser profile; else set up a second device at the service.',
} as const;
