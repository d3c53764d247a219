import { useEffect, useState } from 'preact/hooks';
import { USUAL_CODE_SETTINGS, type CodeSettings } from '../../../lib/vault/code-settings.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';

/**
 * How the person wants codes shown, followed through every change; undefined until it is
 * read, for a code must not flash up that was to be hidden.
 */
export function useCodeSettings(vault: Vault): CodeSettings | undefined {
  const [settings, setSettings] = useState<CodeSettings>();
  useEffect(() => {
    const read = async (): Promise<CodeSettings> => (await vault.codeSettings()).read();
    const follow = (): void => {
      read().then(setSettings, () => {
        // Locked, or storage failed, which is said where the entries are read.
        setSettings((before) => before ?? { ...USUAL_CODE_SETTINGS, hideCodes: true });
      });
    };
    follow();
    return vault.subscribe(follow);
  }, [vault]);
  return settings;
}
