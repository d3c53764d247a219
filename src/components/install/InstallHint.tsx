import { useEffect, useState } from 'preact/hooks';
import { deletesAfterSevenDays } from '../../lib/install/installed.browser.ts';
import { canInstall, install, onCanInstall } from '../../lib/install/prompt.browser.ts';
import { usePreference } from '../vault/usePreference.ts';
import { words } from './words.ts';

/** Where installing the site protects the vault, says so and how, until it is dismissed for good. */
export function InstallHint() {
  const [choice, choose] = usePreference('install-hint', ['shown', 'dismissed']);
  const [offered, setOffered] = useState(canInstall);
  useEffect(
    () =>
      onCanInstall(() => {
        setOffered(canInstall());
      }),
    [],
  );
  const sevenDays = deletesAfterSevenDays();
  if (choice !== 'shown' || !(sevenDays || offered)) return null;
  return (
    <section class="notice install-hint" aria-label={words.label} data-testid="install-hint">
      {sevenDays ? (
        <>
          <p>
            {words.sevenDays} {navigator.maxTouchPoints > 0 ? words.onPhone : words.onMac}
          </p>
          <p>{words.ownVault}</p>
        </>
      ) : (
        <p>{words.offer}</p>
      )}
      <div class="install-hint-buttons">
        {offered && (
          <button type="button" class="button" data-testid="install" onClick={install}>
            {words.install}
          </button>
        )}
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            choose('dismissed');
          }}
        >
          {words.dismiss}
        </button>
      </div>
    </section>
  );
}
