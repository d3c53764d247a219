import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryGuide } from '../../../lib/guides/entry-guide.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { guideOf } from '../guide/load-guide.ts';
import type { Changes } from '../useChanges.ts';
import { ServiceDevices } from './ServiceDevices.tsx';
import { words } from './words.ts';

interface Service {
  readonly guide: EntryGuide;
  readonly entries: readonly Entry[];
}

interface Props {
  readonly vault: Vault;
  readonly changes: Changes;
}

/** Which accounts and users have how many devices, for services that allow several. */
export function DevicesPanel({ vault, changes }: Props) {
  const [services, setServices] = useState<readonly Service[] | 'failed'>();
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const read = (): void => {
      readServices(vault).then(setServices, () => {
        setServices('failed');
      });
    };
    read();
    region.current?.focus();
    return vault.subscribe(read);
  }, [vault]);
  return (
    <div ref={region} class="vault-panel" tabIndex={-1} data-testid="devices-panel">
      {services === undefined && <p role="status">{words.loading}</p>}
      {services === 'failed' && (
        <p class="notice" data-tone="stop" role="alert">
          {words.failed}
        </p>
      )}
      {typeof services === 'object' &&
        services.map((each) => (
          <ServiceDevices
            key={each.guide.slug}
            {...each}
            changes={changes}
            onChosen={() => region.current?.focus()}
          />
        ))}
      {typeof services === 'object' && services.length === 0 && <p>{words.none}</p>}
    </div>
  );
}

/** The services among the entries whose guide knows several users and a number of devices. */
async function readServices(vault: Vault): Promise<Service[]> {
  const { entries } = await vault.list();
  const found = new Map<string, { guide: EntryGuide; entries: Entry[] }>();
  for (const entry of entries) {
    const guide = await guideOf(entry);
    if (guide?.enrollment.maxDevices === undefined || guide.identities.length === 0) continue;
    const service = found.get(guide.slug) ?? { guide, entries: [] };
    service.entries.push(entry);
    found.set(guide.slug, service);
  }
  return [...found.values()];
}
