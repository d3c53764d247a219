import { useEffect, useRef, useState } from 'preact/hooks';
import { QrCode } from '../../codes/QrCode.tsx';
import { entryTitle } from '../entry-text.ts';
import { EntryNames } from './EntryNames.tsx';
import type { SequenceCode } from './sequence.ts';
import { words } from './words.ts';

interface Props {
  readonly codes: readonly SequenceCode[];
  readonly onDone: () => void;
}

/** The QR codes one after the other, each with the names of what it holds. */
export function QrCodes({ codes, onDone }: Props) {
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [at]);
  const code = codes[at];
  if (code === undefined) {
    return (
      <>
        <h4 ref={heading} tabIndex={-1}>
          {words.done}
        </h4>
        <p role="status">{words.allDone}</p>
        <Buttons
          back={() => {
            setAt(at - 1);
          }}
          next={onDone}
          nextLabel={words.close}
        />
      </>
    );
  }
  const names = code.entries.map((entry) => entryTitle(entry)).join(', ');
  const isLast = at === codes.length - 1;
  return (
    <div class="take-codes">
      <h4 ref={heading} tabIndex={-1}>
        {words.part(at + 1, codes.length)}
      </h4>
      <QrCode
        text={code.text}
        subject={code}
        label={words.partAlt(names)}
        testId="take-several-qr"
      />
      <p>{code.alone ? words.alone : words.holds(code.entries.length)}</p>
      <EntryNames entries={code.entries} />
      <Buttons
        back={
          at === 0
            ? onDone
            : () => {
                setAt(at - 1);
              }
        }
        next={() => {
          setAt(at + 1);
        }}
        nextLabel={isLast ? words.done : words.next}
      />
    </div>
  );
}

interface ButtonsProps {
  readonly back: () => void;
  readonly next: () => void;
  readonly nextLabel: string;
}

function Buttons({ back, next, nextLabel }: ButtonsProps) {
  return (
    <div class="vault-buttons">
      <button type="button" class="button" data-testid="take-back" onClick={back}>
        {words.back}
      </button>
      <button type="button" class="button button-primary" data-testid="take-next" onClick={next}>
        {nextLabel}
      </button>
    </div>
  );
}
