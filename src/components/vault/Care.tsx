import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CodeSettings } from '../../lib/vault/code-settings.ts';
import type { UndoToken } from '../../lib/vault/undo.ts';
import type { Vault } from '../../lib/vault/vault.browser.ts';
import { useLazy } from '../codes/useLazy.ts';
import { words } from './care-words.ts';
import { words as codeWords } from './codes/settings-words.ts';
import { useCodeSettings } from './codes/useCodeSettings.ts';
import { day } from './dates.ts';
import { readHealth, type Health } from './storage/health.ts';
import { useAccess } from './useAccess.ts';
import type { Changes } from './useChanges.ts';

interface Props {
  readonly vault: Vault;
  readonly changes: Changes;
  readonly hasEntries: boolean;
  /** Files to restore from that were dropped on the page, one after another. */
  readonly backups: readonly File[];
  readonly onRestored: (text: string, undo: UndoToken) => void;
}

type Panel = 'codes' | 'protect' | 'export' | 'recovery' | 'devices' | 'take' | 'storage' | Files;

/** Files to restore from; the first is shown. */
type Files = readonly File[];

/** Lock, backup and storage: how each stands in a line, and the way to better it. */
export function Care({ vault, changes, hasEntries, backups, onRestored }: Props) {
  const { slots = [] } = useAccess(vault);
  const [health, setHealth] = useState<Health>();
  const [panel, setPanel] = useState<Panel>();
  const [file, ...later] = typeof panel === 'object' ? panel : [];
  const refresh = async (): Promise<void> => {
    setHealth(await readHealth(vault).catch(() => undefined));
  };
  useEffect(() => {
    void refresh();
    // The browser looked for it before this part of the page was there.
    if (location.hash === '#backup') document.getElementById('backup')?.scrollIntoView();
    return vault.subscribe(() => void refresh());
  }, [vault]);
  const protect = useLazy(() => import('./protect/ProtectPanel.tsx'), panel === 'protect').module;
  const exporting = useLazy(() => import('./backup/ExportPanel.tsx'), panel === 'export').module;
  const importing = useLazy(() => import('./backup/ImportPanel.tsx'), file !== undefined).module;
  const restore = (files: Files): void => {
    setPanel(files.length > 0 ? files : undefined);
  };
  const settings = useCodeSettings(vault);
  const codes = useLazy(() => import('./codes/CodeSettingsPanel.tsx'), panel === 'codes').module;
  const recovery = useLazy(() => import('./recovery/AllRecovery.tsx'), panel === 'recovery').module;
  const devices = useLazy(() => import('./devices/DevicesPanel.tsx'), panel === 'devices').module;
  const take = useLazy(() => import('./take/TakeSeveral.tsx'), panel === 'take').module;
  const storage = useLazy(() => import('./storage/StoragePanel.tsx'), panel === 'storage').module;

  useEffect(() => {
    openedFile(restore);
  }, []);
  useEffect(() => {
    if (backups.length > 0) restore(backups);
  }, [backups]);

  const toggle = (name: Exclude<Panel, Files>, label: string, testId: string) => (
    <button
      type="button"
      class="button"
      data-testid={testId}
      aria-expanded={panel === name}
      onClick={() => {
        setPanel(panel === name ? undefined : name);
      }}
    >
      {label}
    </button>
  );
  const lockable = slots.some(({ kind }) => kind !== 'device');
  const hasDevice = slots.some(({ kind }) => kind === 'device');
  return (
    <section class="care" aria-labelledby="care-title">
      <h2 id="care-title">{words.title}</h2>
      {hasEntries && (
        <Row title={words.lockTitle} good={lockable && !hasDevice} state={lockState(slots)}>
          {toggle('protect', lockable ? words.ways : words.protect, 'vault-protect')}
        </Row>
      )}
      {panel === 'protect' && protect && <protect.ProtectPanel vault={vault} />}
      <Row id="backup" title={words.backupTitle} {...backupState(health, hasEntries)}>
        {hasEntries && toggle('export', words.save, 'vault-export')}
        <label class="button file-button">
          {words.restore}
          <input
            type="file"
            class="visually-hidden"
            accept=".json,.txt,application/json,text/plain"
            data-testid="vault-import"
            onChange={(event) => {
              restore([...(event.currentTarget.files ?? [])]);
              // So that choosing the same file again counts as a change.
              event.currentTarget.value = '';
            }}
          />
        </label>
      </Row>
      {panel === 'export' && exporting && <exporting.ExportPanel vault={vault} />}
      {file && importing && (
        <importing.ImportPanel
          key={file}
          vault={vault}
          file={file}
          onRestored={(text, undo) => {
            restore(later);
            onRestored(text, undo);
          }}
          onClose={() => {
            restore(later);
          }}
        />
      )}
      {hasEntries && settings && (
        <Row title={codeWords.title} good={undefined} state={codesState(settings)}>
          {toggle('codes', codeWords.change, 'vault-codes')}
        </Row>
      )}
      {panel === 'codes' && codes && settings && (
        <codes.CodeSettingsPanel vault={vault} settings={settings} />
      )}
      {hasEntries && (
        <Row title={words.recoveryTitle} good={undefined} state={words.recoveryState}>
          {toggle('recovery', words.recovery, 'vault-recovery')}
        </Row>
      )}
      {panel === 'recovery' && recovery && <recovery.AllRecovery vault={vault} changes={changes} />}
      {hasEntries && (
        <Row title={words.devicesTitle} good={undefined} state={words.devicesState}>
          {toggle('devices', words.devices, 'vault-devices')}
        </Row>
      )}
      {panel === 'devices' && devices && <devices.DevicesPanel vault={vault} changes={changes} />}
      {hasEntries && (
        <Row title={words.takeTitle} good={undefined} state={words.takeState}>
          {toggle('take', words.take, 'vault-take')}
        </Row>
      )}
      {panel === 'take' && take && <take.TakeSeveral vault={vault} />}
      {hasEntries && health && (
        <Row title={words.storageTitle} {...storageState(health)}>
          {toggle('storage', words.details, 'vault-storage')}
        </Row>
      )}
      {panel === 'storage' && storage && health && (
        <storage.StoragePanel health={health} onChange={refresh} />
      )}
      <p>
        <a href="/security/">{words.security}</a>
      </p>
    </section>
  );
}

interface RowProps {
  readonly id?: string;
  readonly title: string;
  /** Whether all is well; undefined where there is nothing to judge. */
  readonly good: boolean | undefined;
  readonly state: string;
  readonly children: ComponentChildren;
}

function Row({ id, title, good, state, children }: RowProps) {
  return (
    <div id={id} class="care-row" data-good={good}>
      <div>
        <h3>{title}</h3>
        <p>{state}</p>
      </div>
      <div class="vault-buttons">{children}</div>
    </div>
  );
}

function lockState(slots: readonly { readonly kind: string }[]): string {
  if (!slots.some(({ kind }) => kind !== 'device')) return words.open;
  return slots.some(({ kind }) => kind === 'device') ? words.protectedHalf : words.protected;
}

function codesState({ hideCodes, clearAfter }: CodeSettings): string {
  const visible = hideCodes ? codeWords.hidden : codeWords.visible;
  return clearAfter === 0 ? visible : visible + codeWords.clearing(clearAfter);
}

type State = Pick<RowProps, 'good' | 'state'>;

function backupState(health: Health | undefined, hasEntries: boolean): State {
  const { savedAt, changesSince = 0 } = health?.backup ?? {};
  if (!hasEntries || health === undefined) return { good: undefined, state: words.backupEmpty };
  if (savedAt === undefined) return { good: false, state: words.backupNever };
  return changesSince === 0
    ? { good: true, state: words.backupGood(day(savedAt)) }
    : { good: false, state: words.backupOld(day(savedAt), changesSince) };
}

function storageState({ persisted, sevenDays }: Health): State {
  if (sevenDays) return { good: false, state: words.sevenDays };
  return { good: persisted, state: persisted ? words.persisted : words.mayClear };
}

/** Hands over a file that the system opened with the installed app: see `file_handlers`. */
function openedFile(give: (files: Files) => void): void {
  const { launchQueue } = window as {
    launchQueue?: {
      setConsumer: (consume: (launch: { files?: FileSystemFileHandle[] }) => void) => void;
    };
  };
  launchQueue?.setConsumer(({ files = [] }) => {
    void Promise.all(files.map((handle) => handle.getFile())).then(give);
  });
}
