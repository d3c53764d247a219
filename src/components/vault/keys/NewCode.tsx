import { useEffect, useRef } from 'preact/hooks';
import { timeStep } from '../../../lib/otp/codes.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { useNow } from '../../codes/useNow.ts';
import { newCodeText } from './say.ts';

interface Props {
  readonly entry: Entry;
  /** The code can be seen, so it can be heard. */
  readonly shown: boolean;
  readonly say: (text: string) => void;
}

/** Says that one entry's code has changed: the one that has the focus, of however many there are. */
export function NewCode({ entry, shown, say }: Props) {
  const now = useNow();
  const { otp } = entry;
  const step = otp.type === 'hotp' ? 0 : timeStep(otp, now);
  const before = useRef(step);
  useEffect(() => {
    if (step === before.current) return;
    before.current = step;
    const text = newCodeText(entry, now, shown);
    if (text !== undefined) say(text);
  }, [step]);
  return null;
}
