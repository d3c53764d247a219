import { useState } from 'preact/hooks';
import { writeOtpauthList } from '../../../lib/formats/otpauth-list.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { AttemptNotes } from '../AttemptNotes.tsx';
import { Confirm } from '../Confirm.tsx';
import { useAttempt } from '../useAttempt.ts';
import { saveFile } from './save-file.ts';
import { words } from './words.ts';

/** All entries as plain links, behind a question that says what that means. */
export function LinksOut({ vault }: { readonly vault: Vault }) {
  const attempt = useAttempt();
  const [asked, setAsked] = useState(false);
  const [name, setName] = useState<string>();
  const save = (): Promise<boolean> =>
    attempt.run(words.making, async () => {
      const { entries } = await vault.list();
      const inUse = entries.filter(({ deletedAt }) => deletedAt === undefined);
      const file = `2faa-links-${new Date().toISOString().slice(0, 10)}.txt`;
      saveFile(file, writeOtpauthList(inUse.map(({ otp }) => otp)), 'text/plain');
      setName(file);
    });
  return (
    <div>
      <button
        type="button"
        class="button button-quiet"
        data-testid="export-links"
        onClick={() => {
          setAsked(true);
        }}
      >
        {words.links}
      </button>
      <AttemptNotes attempt={attempt} />
      {name !== undefined && (
        <p class="notice" data-tone="wait" role="status">
          {words.linksSaved(name)}
        </p>
      )}
      {asked && (
        <Confirm
          title={words.linksTitle}
          action={words.linksSave}
          onConfirm={save}
          onClose={() => {
            setAsked(false);
          }}
        >
          {words.linksMeaning}
        </Confirm>
      )}
    </div>
  );
}
