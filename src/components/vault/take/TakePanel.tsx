import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../../lib/vault/entry.ts';
import { EntryQrCode } from '../../codes/EntryQrCode.tsx';
import { entryTitle } from '../entry-text.ts';
import { CopySecret } from './CopySecret.tsx';
import { unusualTraits } from './traits.ts';
import { words } from './words.ts';

interface Props {
  readonly entry: Entry;
  readonly onClose: () => void;
}

/** An entry for another device: as a QR code, a link or a key. */
export function TakePanel({ entry, onClose }: Props) {
  const { otp } = entry;
  const [shown, setShown] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const traits = unusualTraits(otp);
  return (
    <section
      class="entry-panel vault-form"
      aria-label={words.titleOf(`${entryTitle(entry)} ${otp.account}`)}
      data-testid="take-panel"
    >
      <h3 ref={heading} tabIndex={-1}>
        {words.title}
      </h3>
      <p>{words.promise}</p>
      {otp.type === 'hotp' && <Caution text={words.counter} />}
      {otp.type === 'steam' && <Caution text={words.steam} />}
      {traits !== '' && <Caution text={words.unusual(traits)} />}
      <p class="hint">{words.compare}</p>
      <div class="vault-buttons">
        <button
          type="button"
          class="button button-primary"
          aria-expanded={shown}
          data-testid="take-qr-toggle"
          onClick={() => {
            setShown(!shown);
          }}
        >
          {shown ? words.hide : words.show}
        </button>
        <CopySecret otp={otp} />
      </div>
      {shown && <EntryQrCode otp={otp} label={words.qrAlt(entryTitle(entry))} testId="take-qr" />}
      <div class="vault-buttons">
        <button type="button" class="button button-quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </section>
  );
}

function Caution({ text }: { readonly text: string }) {
  return (
    <p class="notice" data-tone="wait">
      {text}
    </p>
  );
}
