import { useEffect, useState } from 'preact/hooks';
import { clipboardReading } from './copied-code.ts';
import { Seconds } from './fields.tsx';
import { clearChoices, words } from './settings-words.ts';

interface Props {
  readonly value: number;
  /** Whether it was stored. */
  readonly onChange: (seconds: number) => Promise<boolean>;
}

/** After how long a copied code is taken off the clipboard, where the browser lets a page do that. */
export function ClearAfter({ value, onChange }: Props) {
  const [reading, setReading] = useState<Awaited<ReturnType<typeof clipboardReading>>>();
  const [asking, setAsking] = useState(false);
  const look = async (): Promise<void> => {
    setReading(await clipboardReading(window));
  };
  useEffect(() => void look(), []);
  if (reading === undefined) return null;
  const choose = async (seconds: number): Promise<boolean> => {
    if (seconds > 0 && reading === 'prompt') {
      setAsking(true);
      const allowed = await isAllowed();
      setAsking(false);
      await look();
      if (!allowed) return false;
    }
    return onChange(seconds);
  };
  const hints = { never: words.clearNever, denied: words.clearDenied };
  return (
    <>
      <Seconds
        testId="clear-after"
        label={words.clear}
        hint={reading === 'never' || reading === 'denied' ? hints[reading] : words.clearHint}
        disabled={reading === 'never' && value === 0}
        choices={clearChoices}
        choice={words.clearChoice}
        value={value}
        onChange={choose}
      />
      <p class="attempt-status" role="status">
        {asking && words.asking}
      </p>
    </>
  );
}

/** The browser asks at the first look; what is there is not kept. */
async function isAllowed(): Promise<boolean> {
  try {
    await navigator.clipboard.readText();
    return true;
  } catch {
    return false;
  }
}
