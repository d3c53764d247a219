import { likeness } from './concepts.ts';
import type { ExcerptPart } from './protocol.ts';
import type { Asked } from './query.ts';
import { readText } from './text.ts';

/** How many words an excerpt has. */
const LENGTH = 24;

/** The part of a text that says most of what was asked, with those words marked. */
export function excerptOf(body: string, asked: readonly Asked[]): ExcerptPart[] {
  const words = body.split(/\s+/).filter((word) => word !== '');
  const hits = words.map((word) => isAsked(word, asked));
  const start = bestStart(hits, words);
  const end = Math.min(words.length, start + LENGTH);
  const parts: ExcerptPart[] = [];
  for (let index = start; index < end; index += 1) {
    const [text = '', hit = false] = [words[index], hits[index]];
    const last = parts.at(-1);
    if (last?.hit === hit) parts[parts.length - 1] = { text: `${last.text} ${text}`, hit };
    else parts.push({ text, hit });
  }
  if (start > 0) parts.unshift({ text: '…', hit: false });
  if (end < words.length) parts.push({ text: '…', hit: false });
  return parts;
}

function isAsked(word: string, asked: readonly Asked[]): boolean {
  const { set } = readText(word);
  return asked.some(({ name }) => [...set].some((said) => likeness(name, said) === 1));
}

/** Where the excerpt begins: with a sentence where possible, else with the first hit. */
function bestStart(hits: readonly boolean[], words: readonly string[]): number {
  const starts = words
    .map((_, index) => index)
    .filter((index) => index === 0 || /[.:?!]$/.test(words[index - 1] ?? ''));
  const count = (start: number): number =>
    hits.slice(start, start + LENGTH).filter((hit) => hit).length;
  return starts.reduce((best, start) => (count(start) > count(best) ? start : best), 0);
}
