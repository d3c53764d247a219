import { useEffect, useState } from 'preact/hooks';
import { words } from './words.ts';

/** Says that there is no connection, and what that means for the codes: nothing. */
export function OfflineNote() {
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = (): void => {
      setOffline(!navigator.onLine);
    };
    const changes = ['online', 'offline'] as const;
    for (const change of changes) window.addEventListener(change, look);
    return () => {
      for (const change of changes) window.removeEventListener(change, look);
    };
  }, []);
  return (
    <p class="offline-note" role="status" data-testid="vault-offline">
      {offline && words.offline}
    </p>
  );
}
