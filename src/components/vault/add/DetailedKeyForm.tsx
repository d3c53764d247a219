import { useState } from 'preact/hooks';
import type { KeyFormProps } from '../../capture/CapturePanel.tsx';
import { KeyForm } from '../../capture/KeyForm.tsx';
import { AlgorithmField, NumberField } from '../OtpFields.tsx';
import { isLink, withDetails } from './details.ts';
import { words } from './words.ts';

type Kind = keyof typeof words.types;

/** Typing the secret key with all that a QR code would say. */
export function DetailedKeyForm(props: KeyFormProps) {
  const [kind, setKind] = useState<Kind>('totp');
  return (
    <KeyForm
      {...props}
      submit={words.submit}
      details={(text, form) => (found) => withDetails(found, form, isLink(text))}
    >
      <div class="edit-pair">
        <label class="field">
          {words.issuer}
          <input name="issuer" autocomplete="off" data-testid="key-issuer" />
        </label>
        <label class="field">
          {words.account}
          <input
            name="account"
            autocapitalize="none"
            autocomplete="off"
            spellcheck={false}
            data-testid="key-account"
          />
        </label>
      </div>
      <details class="edit-advanced">
        <summary>{words.advanced}</summary>
        <p>{words.advancedHint}</p>
        <div class="edit-pair">
          <label class="field">
            {words.type}
            <select
              name="type"
              onChange={({ currentTarget: { value } }) => {
                setKind(value === 'hotp' || value === 'steam' ? value : 'totp');
              }}
            >
              {Object.entries(words.types).map(([type, label]) => (
                <option key={type} value={type}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          {kind !== 'steam' && <Parameters kind={kind} />}
        </div>
      </details>
    </KeyForm>
  );
}

/** What can be chosen for codes of digits. */
function Parameters({ kind }: { readonly kind: 'totp' | 'hotp' }) {
  return (
    <>
      <NumberField name="digits" label={words.digits} min={5} max={10} value={6} />
      {kind === 'totp' ? (
        <NumberField name="period" label={words.period} min={1} max={86_400} value={30} />
      ) : (
        <NumberField
          name="counter"
          label={words.counter}
          min={0}
          max={Number.MAX_SAFE_INTEGER}
          value={0}
        />
      )}
      <AlgorithmField label={words.algorithm} />
    </>
  );
}
