import { describe, expect, it } from 'vitest';
import { sortFiles } from '../../../src/components/vault/add/sort-files.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

const named = (content: BlobPart, name: string) => new File([content], name);

describe('files that are dropped', () => {
  it('are told by their bytes, whatever they are called, and keep their order', async () => {
    const ours = named('{"format":"2faa-backup"}', 'screenshot.png');
    const theirs = named('\ufeff[{"secret":""}]', 'IMG_0001.jpg');
    const links = named('\n otpauth://totp/a?secret=JBSWY3DPEHPK3PXP\n', 'links');
    const picture = named(PNG, 'backup.json');
    const drawing = named('<svg xmlns="http://www.w3.org/2000/svg"/>', 'code.svg');
    expect(await sortFiles([links, picture, ours, drawing, theirs])).toEqual({
      pictures: [picture, drawing],
      backups: [links, ours, theirs],
    });
  });

  it('are pictures where they are empty, of no known kind or no files', async () => {
    const given = [
      named('', 'empty.json'),
      named(new Uint8Array([0, 1]), 'x.txt'),
      new Blob(['{}']),
    ];
    expect(await sortFiles(given)).toEqual({ pictures: given, backups: [] });
  });

  it('are left to the reader of pictures where they cannot be read', async () => {
    const gone = named('{}', 'gone.json');
    gone.slice = () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    expect(await sortFiles([gone])).toEqual({ pictures: [gone], backups: [] });
  });
});
