import { useRef, useState } from 'preact/hooks';
import { backupSlots, openBackup, type BackupSlotKind } from '../../../lib/vault/backup.ts';
import type { DrillReport } from '../../../lib/vault/restore.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { entryTitle } from '../entry-text.ts';
import type { AccessView } from '../useAccess.ts';
import { useAttempt } from '../useAttempt.ts';
import { BackupSecretForm } from './BackupSecretForm.tsx';
import { readTextFile } from './read-file.ts';
import { words } from './words.ts';

interface Props {
  readonly vault: Vault;
  readonly view: AccessView;
}

/** The backup drill: opens the saved file as a restore would, and compares every entry. */
export function Drill({ vault, view: { derive, slots = [] } }: Props) {
  const attempt = useAttempt();
  const file = useRef<HTMLInputElement>(null);
  const [report, setReport] = useState<DrillReport>();
  const opens = (['passphrase', 'recovery'] as const satisfies BackupSlotKind[]).filter((kind) =>
    slots.some((slot) => slot.kind === kind),
  );
  return (
    <section class="vault-form" aria-labelledby="drill-title" data-testid="backup-drill">
      <h3 id="drill-title">{words.drillTitle}</h3>
      <p>{words.drillIntro}</p>
      <label class="field">
        {words.drillFile}
        <input ref={file} type="file" accept=".json,application/json" data-testid="drill-file" />
      </label>
      <BackupSecretForm
        slots={opens}
        attempt={attempt}
        testId="drill-passphrase"
        action={words.drillRun}
        onSecret={(secret) =>
          attempt.run(words.drilling, async () => {
            setReport(undefined);
            const [chosen] = file.current?.files ?? [];
            if (chosen === undefined) throw new Error(words.drillNoFile);
            const text = await readTextFile(chosen);
            backupSlots(text);
            const { entries, notes } = await openBackup(text, secret, derive);
            setReport(await (await vault.archive()).compareBackup(entries, notes));
          })
        }
      />
      {report && <DrillResult report={report} />}
    </section>
  );
}

function DrillResult({
  report: { items, restorable, total, notes },
}: {
  readonly report: DrillReport;
}) {
  const lost = items.filter(({ verdict }) => verdict !== 'restorable');
  const whole = lost.length === 0 && notes.restorable === notes.total;
  return (
    <div
      class="notice"
      data-tone={whole ? 'done' : 'stop'}
      role="status"
      data-testid="drill-report"
    >
      <p>
        <strong>{words.drilled(restorable, total)}</strong>
      </p>
      {notes.total > 0 && <p>{words.drilledNotes(notes.restorable, notes.total)}</p>}
      {!whole && <p>{words.drillShort}</p>}
      <ul>
        {lost.map(({ entry, verdict }) => (
          <li key={entry.id}>
            {entryTitle(entry)} {entry.otp.account}:{' '}
            {verdict === 'older' ? words.older : words.missing}
          </li>
        ))}
      </ul>
    </div>
  );
}
