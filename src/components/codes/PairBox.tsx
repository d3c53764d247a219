import { Code } from './Code.tsx';
import { copying } from './copying.ts';
import { CopyButton } from './CopyButton.tsx';
import { words } from './pair-words.ts';

interface Props {
  /** The service's own name of the box that this code goes into. */
  readonly box: string;
  readonly code: string;
  readonly testId: string;
  /** Its turn is now, comes soon, is over but the code still counts, or has passed. */
  readonly turn: 'now' | 'soon' | 'kept' | 'passed';
  /** What to do with it now. */
  readonly says?: string | undefined;
}

/** One of the two codes, under the name of the box it belongs in. */
export function PairBox({ box, code, testId, turn, says }: Props) {
  return (
    <div class="pair-box" data-turn={turn}>
      <p class="pair-label">{box}</p>
      <div class="pair-code">
        <Code code={code} testId={testId} />
        <CopyButton copy={copying(() => code)} label={words.copyOf(box)} />
      </div>
      {says !== undefined && <p class="pair-says">{says}</p>}
    </div>
  );
}
