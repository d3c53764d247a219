import { useEffect, useRef } from 'preact/hooks';
import type { OtpFound } from '../../lib/otp/reading.ts';
import { Batch } from './Batch.tsx';
import { captureWords } from './capture-words.ts';
import { EntryName } from './EntryName.tsx';
import { saveEntries } from './save-entries.ts';
import type { Capture, Choice as Choices } from './useCapture.ts';

interface Props {
  readonly capture: Capture;
  readonly choice: Choices;
}

/** Several codes, or an export of many: the person decides before anything is saved. */
export function Choice({ capture, choice }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [choice]);
  return (
    <section class="capture-choice" data-testid="capture-choice" aria-labelledby="choice-title">
      <h4 id="choice-title" ref={heading} tabIndex={-1}>
        {choice.kind === 'choice'
          ? captureWords.choiceTitle(choice.choices.length)
          : captureWords.batchTitle(choice.batch.length, choice.batch[0]?.size ?? 1)}
      </h4>
      {choice.kind === 'choice' ? (
        <Several choices={choice.choices} capture={capture} />
      ) : (
        <Batch
          batch={choice.batch}
          onUse={capture.choose}
          onSaveAll={capture.saveAll ?? saveEntries}
        />
      )}
      <button type="button" class="button button-quiet" onClick={capture.dismiss}>
        {captureWords.dismiss}
      </button>
    </section>
  );
}

interface SeveralProps {
  readonly choices: readonly OtpFound[];
  readonly capture: Capture;
}

function Several({ choices, capture: { choose, saveAll, chooseAll } }: SeveralProps) {
  return (
    <>
      <p>{saveAll ? captureWords.choiceOrAll : captureWords.choicePrompt}</p>
      <ul>
        {choices.map((found, index) => (
          <li key={index}>
            <EntryName {...found.otp} />
            <button
              type="button"
              class="button"
              data-testid="choice-use"
              onClick={() => choose(found)}
            >
              {captureWords.use}
            </button>
          </li>
        ))}
      </ul>
      {saveAll && (
        <button
          type="button"
          class="button button-primary"
          data-testid="choice-all"
          onClick={() => chooseAll(choices.map(({ otp }) => otp))}
        >
          {captureWords.batchSave(choices.length)}
        </button>
      )}
    </>
  );
}
