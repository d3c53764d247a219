import { useState } from 'preact/hooks';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import { toOtpauthUri } from '../../../lib/otp/uri.ts';
import { Confirm } from '../Confirm.tsx';
import { words } from './words.ts';

type Form = 'link' | 'key';

/** Copies the secret itself, behind a question that says what that means. */
export function CopySecret({ otp }: { readonly otp: OtpParameters }) {
  const [asked, setAsked] = useState<Form>();
  const [outcome, setOutcome] = useState<Form | 'failed'>();
  const copy = async (form: Form): Promise<void> => {
    try {
      const text = form === 'link' ? toOtpauthUri(otp) : encodeBase32(otp.secret);
      await navigator.clipboard.writeText(text);
      setOutcome(form);
    } catch {
      setOutcome('failed');
    }
  };
  const button = (form: Form, label: string) => (
    <button
      type="button"
      class="button"
      data-testid={`take-copy-${form}`}
      onClick={() => {
        setOutcome(undefined);
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
        data-tone={outcome === 'failed' ? 'stop' : 'wait'}
        role="status"
        data-testid="take-copied"
      >
        {outcome === 'failed' && words.copyFailed}
        {outcome !== undefined && outcome !== 'failed' && words.copied[outcome]}
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
