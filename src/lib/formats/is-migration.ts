/** Whether a text is a part of Google Authenticator's export; alone, so that asking does not load its reader. */
export function isMigration(text: string): boolean {
  return /^\s*otpauth-migration:/i.test(text);
}
