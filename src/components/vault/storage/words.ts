/** What is said about how well this browser keeps the vault. */
export const words = {
  persisted: 'The browser promised not to clear the vault by itself',
  notPersisted: 'The browser may clear the vault when space runs short',
  ask: 'Ask the browser to keep it',
  asking: 'Asking the browser',
  refused:
    'The browser said no. Some browsers decide by how often a site is used, or whether it is installed or bookmarked.',
  sevenDays:
    'Safari deletes what a site stored after seven days of use without a visit. Add this page to the Home Screen, or open it every week.',
  installed: 'Installed as an app: the seven days of Safari do not apply',
  notInstalled: 'Opened as a web page, not installed as an app',
  backupNever: 'There is no backup',
  backup: (date: string, changes: number) =>
    changes === 0
      ? `Backup of ${date}, nothing changed since`
      : `Backup of ${date}, ${changes === 1 ? '1 change' : `${changes} changes`} since`,
  clearing:
    'Clearing this site’s data deletes the vault; a private window forgets it when it closes',
  used: (size: string) => `This site uses ${size} on this device`,
} as const;
