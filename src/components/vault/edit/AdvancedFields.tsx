import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import { words } from './words.ts';

const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512'];

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
          <label class="field">
            {words.period}
            <input
              name="period"
              type="number"
              min={1}
              max={86_400}
              step={1}
              required
              defaultValue={String(otp.period)}
            />
          </label>
        )}
        {otp.type !== 'steam' && (
          <>
            <label class="field">
              {words.digits}
              <input
                name="digits"
                type="number"
                min={5}
                max={10}
                step={1}
                required
                defaultValue={String(otp.digits)}
              />
            </label>
            <label class="field">
              {words.algorithm}
              <select name="algorithm">
                {ALGORITHMS.map((each) => (
                  <option key={each} selected={each === otp.algorithm}>
                    {each}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
      </div>
    </>
  );
}
