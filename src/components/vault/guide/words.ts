/** What is said about an entry's guide. */
export const words = {
  title: (service: string) => `Help with ${service}`,
  titleOf: (name: string) => `Help: ${name}`,
  noGuideTitle: 'Help with this entry',
  loading: 'Looking for the guide',
  failed:
    'The guide could not be loaded. Check your connection, close this and open it again; the codes work without it.',
  none: 'There is no guide for this service yet.',
  allGuides: 'All guides',
  whole: (title: string) => `The whole guide: ${title}`,
  recover: 'Lost a device, or locked out',
  resync: 'Codes are refused',
  coach: 'Show two codes in a row',
  hideCoach: 'Hide the two codes',
  coachHint: (boxes: string, submit: string) =>
    `Open the page that asks for ${boxes} first; then type both and choose ${submit}.`,
  move: 'Move to another device',
  moveHint:
    'To have the same codes in a second place, choose Use on another device in the menu of this entry.',
  remove: 'Remove this one',
  removeHint: (service: string) =>
    `Remove it at ${service} first. Then delete the entry here; it waits in the trash for 30 days.`,
  close: 'Close',
} as const;
