import type { CodeSettings } from '../../../lib/vault/code-settings.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { AttemptNotes } from '../AttemptNotes.tsx';
import { useAttempt } from '../useAttempt.ts';
import { ClearAfter } from './ClearAfter.tsx';
import { Flag, Seconds } from './fields.tsx';
import { hideChoices, words } from './settings-words.ts';

interface Props {
  readonly vault: Vault;
  readonly settings: CodeSettings;
}

/** How codes are shown and copied; each change is stored at once. */
export function CodeSettingsPanel({ vault, settings }: Props) {
  const attempt = useAttempt();
  const change = (changes: Partial<CodeSettings>): Promise<boolean> =>
    attempt.run(words.saving, async () => (await vault.codeSettings()).change(changes));
  return (
    <div class="vault-panel" data-testid="code-settings">
      <Flag
        testId="hide-codes"
        label={words.hide}
        hint={words.hideHint}
        value={settings.hideCodes}
        onChange={(hideCodes) => change({ hideCodes })}
      />
      {settings.hideCodes && (
        <Seconds
          testId="hide-after"
          label={words.hideAfter}
          choices={hideChoices}
          choice={words.hideAfterChoice}
          value={settings.hideAfter}
          onChange={(hideAfter) => change({ hideAfter })}
        />
      )}
      <Flag
        testId="copy-longest"
        label={words.longest}
        hint={words.longestHint}
        value={settings.copyLongest}
        onChange={(copyLongest) => change({ copyLongest })}
      />
      <ClearAfter value={settings.clearAfter} onChange={(clearAfter) => change({ clearAfter })} />
      <AttemptNotes attempt={attempt} />
    </div>
  );
}
