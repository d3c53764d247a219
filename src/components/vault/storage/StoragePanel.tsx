import { useState } from 'preact/hooks';
import { AttemptNotes } from '../AttemptNotes.tsx';
import { day } from '../dates.ts';
import { useAttempt } from '../useAttempt.ts';
import type { Health } from './health.ts';
import { words } from './words.ts';

interface Props {
  readonly health: Health;
  readonly onChange: () => Promise<void>;
}

/** What holds in this browser: whether it keeps the vault, and what is kept elsewhere. */
export function StoragePanel({ health, onChange }: Props) {
  const attempt = useAttempt();
  const [refused, setRefused] = useState(false);
  const { backup, persisted, installed, sevenDays, used } = health;
  const rows = [
    { good: persisted, text: persisted ? words.persisted : words.notPersisted },
    {
      good: backup.savedAt !== undefined && backup.changesSince === 0,
      text:
        backup.savedAt === undefined
          ? words.backupNever
          : words.backup(day(backup.savedAt), backup.changesSince),
    },
    ...(sevenDays ? [{ good: false, text: words.sevenDays }] : []),
    { good: undefined, text: installed ? words.installed : words.notInstalled },
    { good: undefined, text: words.clearing },
    ...(used === undefined ? [] : [{ good: undefined, text: words.used(bytes(used)) }]),
  ];
  return (
    <div class="vault-panel" data-testid="storage-panel">
      <ul class="health">
        {rows.map(({ good, text }) => (
          <li key={text} data-good={good}>
            {text}
          </li>
        ))}
      </ul>
      {!persisted && (
        <div class="vault-buttons">
          <button
            type="button"
            class="button"
            data-testid="storage-persist"
            onClick={() =>
              attempt.run(words.asking, async () => {
                const { storage } = navigator as { storage?: Partial<StorageManager> };
                setRefused((await storage?.persist?.()) !== true);
                await onChange();
              })
            }
          >
            {words.ask}
          </button>
        </div>
      )}
      <AttemptNotes attempt={attempt} />
      {refused && <p role="status">{words.refused}</p>}
    </div>
  );
}

function bytes(count: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const power = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), units.length - 1);
  const format = { style: 'unit', unit: units[power], maximumFractionDigits: 0 } as const;
  return (count / 1000 ** power).toLocaleString('en', format);
}
