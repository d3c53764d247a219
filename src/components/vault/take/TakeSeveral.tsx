import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../../lib/vault/entry.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { ChooseEntries } from './ChooseEntries.tsx';
import { QrCodes } from './QrCodes.tsx';
import { qrSequence, type SequenceCode } from './sequence.ts';
import { words } from './words.ts';

interface Props {
  readonly vault: Vault;
}

/** Chosen entries for another device, as QR codes one after the other. */
export function TakeSeveral({ vault }: Props) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [codes, setCodes] = useState<readonly SequenceCode[]>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const { entries: all } = await vault.list();
      setEntries(all.filter(({ status, deletedAt }) => status !== 'replaced' && !deletedAt));
    };
    // What is wrong with the vault itself is said where its entries are.
    const refresh = (): void => void read().catch(() => undefined);
    refresh();
    heading.current?.focus();
    return vault.subscribe(refresh);
  }, [vault]);
  return (
    <section class="vault-panel" aria-labelledby="several-title" data-testid="take-several">
      <h3 id="several-title" ref={heading} tabIndex={-1}>
        {words.several}
      </h3>
      {codes === undefined ? (
        <ChooseEntries
          entries={entries}
          chosen={chosen}
          onChoose={setChosen}
          onShow={(picked) => {
            setCodes(qrSequence(picked));
          }}
        />
      ) : (
        <QrCodes
          codes={codes}
          onDone={() => {
            setCodes(undefined);
          }}
        />
      )}
    </section>
  );
}
