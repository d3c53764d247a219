/** A page, or a part of it, that somebody wants to link. */
export interface Linked {
  readonly title: string;
  readonly url: string;
}

export type SnippetKind = 'markdown' | 'html' | 'text';

/** What Markdown would take for more than text; `_` within a word is none. */
const marks = /[[\]\\`*<]|(?<!\w)_|_(?!\w)/g;

/** A link to paste elsewhere: into Markdown, into HTML, or as plain text into a ticket. */
export function snippet(kind: SnippetKind, { title, url }: Linked): string {
  switch (kind) {
    case 'markdown':
      return `[${title.replace(marks, '\\$&')}](${url})`;
    case 'html':
      return `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`;
    case 'text':
      return `${title}\n${url}`;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
