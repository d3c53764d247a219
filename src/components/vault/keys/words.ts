/** What the keys of the authenticator do, as their dialog lists it. */
export const words = {
  title: 'Keys',
  open: 'Keys',
  close: 'Close',
  or: 'or',
  key: 'Key',
  does: 'What it does',
  groups: [
    {
      title: 'Anywhere on this page',
      keys: [
        [['/'], 'Filters the entries'],
        [['Ctrl K', '⌘ K'], 'Searches guides and questions'],
        [['?'], 'Shows these keys'],
      ],
    },
    {
      title: 'In the filter',
      keys: [
        [['↓'], 'Goes to the first entry'],
        [['Enter'], 'Copies the code of the first entry'],
      ],
    },
    {
      title: 'On an entry',
      keys: [
        [['↑', '↓'], 'Goes to the entry before or after'],
        [['Home', 'End'], 'Goes to the first or the last entry'],
        [['Enter'], 'Copies the code'],
        [['N'], 'Copies the next code; gets it where a counter makes it'],
        [['H'], 'Shows a hidden code, or hides it again'],
        [['R'], 'Has a screen reader read the code, digit by digit'],
        [['S'], 'Has it say how long the code lasts'],
      ],
    },
    {
      title: 'In the menu that More opens',
      keys: [
        [['↑', '↓'], 'Goes to the item before or after, around the ends'],
        [['Home', 'End'], 'Goes to the first or the last item'],
        [['Enter'], 'Does it'],
        [['Escape'], 'Closes the menu'],
      ],
    },
  ],
} as const;
