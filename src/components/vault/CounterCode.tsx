import { useState } from 'preact/hooks';
import { hotpCode } from '../../lib/otp/codes.ts';
import type { HotpParameters } from '../../lib/otp/parameters.ts';
import { Code } from '../codes/Code.tsx';
import { CopyButton } from '../codes/CopyButton.tsx';
import { words } from './words.ts';

interface Props {
  readonly otp: HotpParameters;
  readonly title: string;
  /** The counter to use; by then the one after it is saved. */
  readonly onNext: () => Promise<number | undefined>;
}

/** A counter-based code: made on demand, shown once the counter is saved, for a code is used once. */
export function CounterCode({ otp, title, onNext }: Props) {
  const [code, setCode] = useState<string>();
  return (
    <div class="entry-codes">
      {code !== undefined && (
        <>
          <Code code={code} testId="entry-code" />
          <CopyButton text={() => code} label={words.copyOf(title)} testId="entry-copy" />
        </>
      )}
      <button
        type="button"
        class="button"
        onClick={async () => {
          const counter = await onNext();
          if (counter !== undefined) setCode(hotpCode({ ...otp, counter }));
        }}
      >
        {words.nextCode}
      </button>
      <span class="entry-next">{words.counterHint}</span>
    </div>
  );
}
