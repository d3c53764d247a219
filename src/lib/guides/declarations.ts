import type { Figure } from './figure.ts';
import type { EntryData, GuideData } from './schema.ts';

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** What the frontmatter of an entry names and its text refers to by id. */
export interface Declarations {
  readonly sections: readonly Titled[];
  readonly steps: readonly Titled[];
  readonly faq: readonly (Titled & { readonly formerly?: readonly string[] | undefined })[];
  readonly figures: readonly Figure[];
  readonly refusals: GuideData['refusals'];
}

/** Fields of the frontmatter whose ids the text refers to. */
export type DeclaredField = 'sections' | 'steps' | 'faq' | 'figures';

/** The declarations of an entry; what its kind has none of is empty. */
export function declarationsOf(data: EntryData): Declarations {
  return { steps: [], faq: [], figures: [], refusals: [], ...data };
}

/** The declared item with an id, and its place from 1; throws where there is none. */
export function declared<Field extends DeclaredField>(
  declarations: Declarations,
  field: Field,
  id: string,
): { item: Declarations[Field][number]; number: number } {
  const items: readonly Declarations[Field][number][] = declarations[field];
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  if (item === undefined) throw new Error(`\`${field}\` in the frontmatter has no ${id}: add it.`);
  return { item, number: index + 1 };
}
