import { useState } from 'preact/hooks';
import {
  batchEntries,
  batchRefused,
  missingParts,
  type MigrationBatch,
} from '../../lib/formats/migration-batch.ts';
import type { OtpFound } from '../../lib/otp/reading.ts';
import { captureWords } from './capture-words.ts';
import { EntryName } from './EntryName.tsx';
import type { SaveAll } from './useCapture.ts';

interface Props {
  readonly batch: MigrationBatch;
  readonly onUse: (found: OtpFound) => Promise<void>;
  readonly onSaveAll: SaveAll;
}

type Progress = 'listed' | 'saving' | 'saved' | { readonly problem: string };

/** The accounts of an export, to be saved in the authenticator or, one of them, used here. */
export function Batch({ batch, onUse, onSaveAll }: Props) {
  const [progress, setProgress] = useState<Progress>('listed');
  const entries = batchEntries(batch);
  const missing = missingParts(batch);
  const save = async (): Promise<void> => {
    setProgress('saving');
    try {
      await onSaveAll(entries);
      setProgress('saved');
    } catch (error) {
      setProgress({ problem: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <>
      {missing.length > 0 && (
        <p class="notice" data-tone="wait" data-testid="batch-missing">
          {captureWords.batchMissing(missing)}
        </p>
      )}
      <p>{captureWords.batchPrompt}</p>
      <ul>
        {entries.map((otp, index) => (
          <li key={index}>
            <EntryName {...otp} />
            <button
              type="button"
              class="button"
              data-testid="choice-use"
              onClick={() => onUse({ kind: 'otp', otp, notes: [] })}
            >
              {captureWords.use}
            </button>
          </li>
        ))}
        {batchRefused(batch).map(({ issuer, account, message }, index) => (
          <li key={`refused-${index}`}>
            <EntryName issuer={issuer} account={account} />
            <span>{message}</span>
          </li>
        ))}
      </ul>
      <p class="capture-hint">{captureWords.batchPeriod}</p>
      {progress !== 'saved' && entries.length > 0 && (
        <button
          type="button"
          class="button button-primary"
          data-testid="batch-save"
          disabled={progress === 'saving'}
          onClick={save}
        >
          {captureWords.batchSave(entries.length)}
        </button>
      )}
      <p role="status">
        {progress === 'saving' && captureWords.batchSaving}
        {progress === 'saved' && captureWords.batchSaved(entries.length)}
      </p>
      {progress === 'saved' && <a href="/app/">{captureWords.openApp}</a>}
      {typeof progress === 'object' && (
        <p class="notice" data-tone="stop" role="alert">
          {progress.problem}
        </p>
      )}
    </>
  );
}
