import { likeness } from './concepts.ts';
import type { ExcerptPart } from './protocol.ts';
import type { Asked } from './query.ts';
import { readText } from './text.ts';

/** A text in pieces, so that the words that were asked for can be marked. */
export function markAsked(text: string, asked: readonly Asked[]): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const hit = isAsked(word, asked);
    const last = parts.at(-1);
    if (last?.hit === hit) parts[parts.length - 1] = { text: `${last.text} ${word}`, hit };
    else parts.push({ text: word, hit });
  }
  return parts;
}

function isAsked(word: string, asked: readonly Asked[]): boolean {
  const { set } = readText(word);
  return asked.some(({ name }) => [...set].some((said) => likeness(name, said) === 1));
}
