/** What the companion says while the vault is locked. */
export const words = {
  title: 'Unlock to go on',
  intro:
    'Your codes are locked. You can bring in the QR code first: it is held in this page, and nowhere else, until you unlock.',
  held: (what: string) =>
    `Read: ${what}. Unlock, and it is saved and its codes are shown. Until then it is in this page only: do not close it.`,
  heldUnnamed: 'a key without a name',
  drop: 'Drop it, take another',
} as const;
