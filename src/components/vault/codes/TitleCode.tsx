import { useEffect } from 'preact/hooks';
import { codeAt, stepStartsAt, timeStep } from '../../../lib/otp/codes.ts';
import type { TimedParameters } from '../../../lib/otp/parameters.ts';
import { useNow } from '../../codes/useNow.ts';
import { words } from './words.ts';

interface Props {
  readonly otp: TimedParameters;
  readonly name: string;
}

/**
 * Holds a code in the tab's title, with the time until which it counts: a tab in the
 * background may be late to change it. The title goes back when the page is left.
 */
export function TitleCode({ otp, name }: Props) {
  const now = useNow();
  const text = titleAt(otp, name, now);
  useEffect(() => {
    const usual = document.title;
    const back = (): void => {
      document.title = usual;
    };
    window.addEventListener('pagehide', back);
    return () => {
      window.removeEventListener('pagehide', back);
      back();
    };
  }, []);
  useEffect(() => {
    document.title = text;
  }, [text]);
  return null;
}

/** The code of a moment as a title. */
export function titleAt(otp: TimedParameters, name: string, nowMs: number): string {
  const step = timeStep(otp, nowMs);
  const until = new Date(stepStartsAt(otp, step + 1)).toLocaleTimeString();
  return words.title(codeAt(otp, step), until, name);
}
