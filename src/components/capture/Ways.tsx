import type { TargetedEvent } from 'preact';
import { canCaptureScreen } from '../../lib/scan/can-capture-screen.browser.ts';
import { words } from './words.ts';
import type { Capture } from './useCapture.ts';

/** The ways that open a form of their own. */
export type Open = 'camera' | 'key' | undefined;

interface Props {
  readonly capture: Capture;
  readonly ready: boolean;
  readonly open: Open;
  readonly onOpen: (open: Open) => void;
}

/**
 * The ways as buttons. With a mouse the QR code is on this very screen, so
 * capturing and pasting come first; on a phone camera and pictures do.
 */
export function Ways({ capture, ready, open, onOpen }: Props) {
  // Not `disabled` while busy: that would take the focus away from the button that was pressed.
  const busy = capture.busy !== undefined;
  const button = (name: string, label: string, click: () => void, expanded?: boolean) => (
    <button
      key={name}
      type="button"
      class="button"
      data-testid={`capture-${name}`}
      disabled={!ready}
      aria-disabled={busy}
      aria-expanded={expanded}
      onClick={() => {
        if (!busy) click();
      }}
    >
      {label}
    </button>
  );
  const toggle = (which: 'camera' | 'key', label: string) =>
    button(
      which,
      label,
      () => {
        onOpen(open === which ? undefined : which);
      },
      open === which,
    );
  const screen = button('screen', words.screen, () => void capture.screen());
  const paste = button('paste', words.paste, () => void capture.clipboard());
  const file = <PictureFile key="file" disabled={!ready} onPictures={capture.pictures} />;
  const camera = toggle('camera', words.camera);
  const key = toggle('key', words.key);
  const phone = ready && matchMedia('(pointer: coarse)').matches;
  const ways = phone ? [camera, file, paste, key] : [screen, paste, file, camera, key];
  const usable = ready && !canCaptureScreen() ? ways.filter((way) => way !== screen) : ways;
  return <div class="capture-ways">{usable}</div>;
}

interface FileProps {
  readonly disabled: boolean;
  readonly onPictures: (pictures: readonly Blob[]) => Promise<void>;
}

function PictureFile({ disabled, onPictures }: FileProps) {
  const changed = async (event: TargetedEvent<HTMLInputElement>): Promise<void> => {
    const input = event.currentTarget;
    const pictures = [...(input.files ?? [])];
    if (pictures.length > 0) await onPictures(pictures);
    // So that choosing the same file again counts as a change.
    input.value = '';
  };
  return (
    <label class="button capture-file">
      {words.file}
      <input
        type="file"
        accept="image/*"
        multiple
        class="visually-hidden"
        data-testid="capture-file"
        disabled={disabled}
        onChange={changed}
      />
    </label>
  );
}
