import { describe, expect, it } from 'vitest';
import { codesLeft, readCodes, writeNotes } from '../../../src/lib/vault/note-text.ts';

describe('readCodes', () => {
  it.each([
    ['one a line', 'abcde-12345\r\nfghij-67890\n', ['abcde-12345', 'fghij-67890']],
    ['with blanks in them', '1234 5678\n8765 4321', ['1234 5678', '8765 4321']],
    [
      'numbered, in two columns',
      ' 1. 1234 5678   6. 2345 6789\n 2. 3456 7890   7. 4567 8901',
      ['1234 5678', '2345 6789', '3456 7890', '4567 8901'],
    ],
    ['numbered, all in a row', '1) aaaa 2) bbbb 3) cccc', ['aaaa', 'bbbb', 'cccc']],
    ['with bullets', '* aaaa\n• bbbb\n- cccc', ['aaaa', 'bbbb', 'cccc']],
    ['after one another', 'aaaa, bbbb; cccc\tdddd', ['aaaa', 'bbbb', 'cccc', 'dddd']],
    ['twice', 'aaaa\nbbbb\naaaa', ['aaaa', 'bbbb']],
    ['as words', 'apple banana cherry', ['apple banana cherry']],
    ['beginning like a number', '12.345\n1-2-3', ['12.345', '1-2-3']],
  ])('takes codes %s', (_, pasted, codes) => {
    expect(readCodes(pasted)).toEqual(codes);
  });

  it('says what is wrong without a code in the message', () => {
    expect(() => readCodes(' \n , ')).toThrow('There is no code in it.');
    const many = Array.from({ length: 101 }, (_, index) => `code-${index}`).join('\n');
    expect(() => readCodes(many)).toThrow('These are 101 codes');
    const long = `aaaa\n${'x'.repeat(201)}`;
    expect(() => readCodes(long)).toThrow(/^Code 2 has more than 200 characters/);
    expect(() => readCodes(long)).not.toThrow('xxx');
  });
});

describe('writeNotes', () => {
  it('has a heading for each and says which codes were used', () => {
    const codes = [{ text: 'aaaa' }, { text: 'bbbb', usedAt: Date.UTC(2026, 10, 24) }];
    expect(codesLeft({ codes })).toBe(1);
    expect(
      writeNotes([
        { label: 'GitHub\nada', codes },
        { label: 'Other', codes: [{ text: 'cccc' }] },
      ]),
    ).toBe('# GitHub ada\naaaa\nbbbb (used 2026-11-24)\n\n# Other\ncccc\n');
  });
});
