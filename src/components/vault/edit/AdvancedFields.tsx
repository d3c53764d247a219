import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import { AlgorithmField, NumberField } from '../OtpFields.tsx';
import { words } from './words.ts';

interface Props {
  readonly otp: OtpParameters;
}

/** How the codes of an entry are made, as far as it can be changed. */
export function AdvancedFields({ otp }: Props) {
  return (
    <>
      <p id="advanced-hint">{otp.type === 'steam' ? words.steam : words.advancedHint}</p>
      <div class="edit-pair">
        {otp.type !== 'hotp' && (
          <NumberField name="period" label={words.period} min={1} max={86_400} value={otp.period} />
        )}
        {otp.type !== 'steam' && (
          <>
            <NumberField name="digits" label={words.digits} min={5} max={10} value={otp.digits} />
            <AlgorithmField label={words.algorithm} value={otp.algorithm} />
          </>
        )}
      </div>
    </>
  );
}
