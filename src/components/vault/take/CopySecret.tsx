import { useMemo, useState } from 'preact/hooks';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import { toOtpauthUri } from '../../../lib/otp/uri.ts';
import { Confirm } from '../Confirm.tsx';
import { clipboardReading, CopiedCode } from '../codes/copied-code.ts';
import { words } from './words.ts';

type Form = 'link' | 'key';

/** After how many seconds a secret is taken off the clipboard, where the browser lets us. */
const CLEAR_AFTER = 60;

/** Copies the secret itself, behind a question that says what that means. */
export function CopySecret({ otp }: { readonly otp: OtpParameters }) {
  const [asked, setAsked] = useState<Form>();
  const [answer, setAnswer] = useState<{ readonly text: string; readonly failed?: true }>();
  const copied = useMemo(
    () =>
      new CopiedCode(window, () => {
        setAnswer({ text: words.cleared });
      }),
    [],
  );
  const copy = async (form: Form): Promise<void> => {
    try {
      const text = form === 'link' ? toOtpauthUri(otp) : encodeBase32(otp.secret);
      await navigator.clipboard.writeText(text);
      copied.remember(text, CLEAR_AFTER);
      const clears = (await clipboardReading(window)) === 'granted';
      setAnswer({ text: words.copied[form](clears ? CLEAR_AFTER : undefined) });
    } catch {
      setAnswer({ text: words.copyFailed, failed: true });
    }
  };
  const button = (form: Form, label: string) => (
    <button
      type="button"
      class="button"
      data-testid={`take-copy-${form}`}
      onClick={() => {
        setAnswer(undefined);
        setAsked(form);
      }}
    >
      {label}
    </button>
  );
  return (
    <>
      {button('link', words.copyLink)}
      {button('key', words.copyKey)}
      <p
        class="notice copy-outcome"
        data-tone={answer?.failed ? 'stop' : 'wait'}
        role="status"
        data-testid="take-copied"
      >
        {answer?.text}
      </p>
      {asked && (
        <Confirm
          title={words.copyTitle[asked]}
          action={words.copy[asked]}
          onConfirm={() => void copy(asked)}
          onClose={() => {
            setAsked(undefined);
          }}
        >
          {words.copyMeaning[asked]}
        </Confirm>
      )}
    </>
  );
}
