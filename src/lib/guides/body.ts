/** Prose between two tags, as it was written. */
interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
}

/** One of our components, with what it encloses. */
interface TagBlock {
  readonly kind: 'tag';
  readonly name: string;
  /** The id that it refers to; empty where the component takes none. */
  readonly id: string;
  readonly children: readonly Block[];
}

export type Block = TextBlock | TagBlock;

interface TagRule {
  readonly id: boolean;
  readonly encloses: boolean;
}

/** What writers may use in a body, beside Markdown. */
const tags: Readonly<Record<string, TagRule>> = {
  QuickPath: { id: false, encloses: true },
  Steps: { id: false, encloses: true },
  Step: { id: true, encloses: true },
  Section: { id: true, encloses: true },
  Faq: { id: true, encloses: true },
  Note: { id: false, encloses: true },
  Figure: { id: true, encloses: false },
  DataPath: { id: false, encloses: false },
  Refusals: { id: false, encloses: false },
  CodeMaking: { id: false, encloses: false },
  SingleKeys: { id: false, encloses: false },
};

const tagLine = /^<(\/?)([A-Z]\w*)((?: \w+="[^"]*")*) ?(\/?)>$/;

/** A tag of ours within a line, code spans apart. */
const strayTag = /<\/?[A-Z]\w*[^>]*>/;

interface Open {
  readonly name: string;
  readonly id: string;
  readonly children: Block[];
}

interface ParsedBody {
  readonly blocks: readonly Block[];
  /** What a writer has to put right. */
  readonly problems: readonly string[];
}

const parsed = new Map<string, ParsedBody>();

/** The body of an MDX file as a tree. The page, its twin and its outline ask for the same one. */
export function parseBody(body: string): ParsedBody {
  const made = parsed.get(body) ?? parse(body);
  parsed.set(body, made);
  return made;
}

function parse(body: string): ParsedBody {
  const problems: string[] = [];
  const root: Open = { name: '', id: '', children: [] };
  const open: Open[] = [root];
  const parent = (): Open => open.at(-1) ?? root;
  let text: string[] = [];
  let fenced = false;

  const endText = (): void => {
    const written = text.join('\n').trimEnd().replace(/^\n+/, '');
    if (written !== '') parent().children.push({ kind: 'text', text: written });
    text = [];
  };
  const close = (name: string): void => {
    const innermost = parent();
    if (innermost === root) {
      problems.push(`</${name}> closes nothing: take it out, or open <${name}> before it.`);
      return;
    }
    if (innermost.name !== name) {
      problems.push(`</${name}> comes too early: close <${innermost.name}> before it.`);
      return;
    }
    open.pop();
    parent().children.push({ kind: 'tag', ...innermost });
  };

  for (const line of body.split('\n')) {
    const trimmed = line.trim();
    if (trimmed.startsWith('```')) fenced = !fenced;
    // Most of very many lines are prose: patterns are tried where they can match.
    const match = fenced || !trimmed.startsWith('<') ? null : tagLine.exec(trimmed);
    if (match === null) {
      const stray = fenced ? undefined : strayIn(trimmed);
      if (stray !== undefined) problems.push(stray);
      text.push(line);
      continue;
    }
    const [, slash, name = '', attributes = '', selfClosing] = match;
    endText();
    if (slash === '/') {
      close(name);
      continue;
    }
    const id = /^ id="([^"]*)"$/.exec(attributes)?.[1] ?? '';
    problems.push(...tagProblems(name, id, attributes, selfClosing === '/', parent().name));
    if (selfClosing === '/') parent().children.push({ kind: 'tag', name, id, children: [] });
    else open.push({ name, id, children: [] });
  }
  endText();
  if (fenced) problems.push('A code block that begins with ``` does not end: add a line with ```.');
  for (const { name } of open.slice(1)) problems.push(`<${name}> is not closed: add </${name}>.`);
  return { blocks: root.children, problems };
}

function strayIn(line: string): string | undefined {
  const tag = line.includes('<') ? strayTag.exec(line.replace(/`[^`]*`/g, ''))?.[0] : undefined;
  if (tag !== undefined) return `Put ${tag} on a line of its own, with id="…" at most.`;
  if (/^(import|export)\s/.test(line)) {
    return `Take "${line}" out: the components are there without it.`;
  }
  return undefined;
}

function tagProblems(
  name: string,
  id: string,
  attributes: string,
  selfClosing: boolean,
  parent: string,
): string[] {
  const rule = tags[name];
  if (rule === undefined) {
    return [`There is no <${name}>. There are: ${Object.keys(tags).join(', ')}.`];
  }
  const problems: string[] = [];
  if (rule.id && id === '') problems.push(`Give <${name}> an id: <${name} id="…">.`);
  if (!rule.id && attributes !== '')
    problems.push(`<${name}> takes nothing: take${attributes} out.`);
  if (rule.encloses === selfClosing) {
    const right = rule.encloses ? `<${name}> … </${name}>` : `<${name} … />`;
    problems.push(`Write ${right}.`);
  }
  if ((name === 'Step') !== (parent === 'Steps')) {
    problems.push(
      name === 'Step' ? `Put <Step id="${id}"> inside <Steps>.` : `Put <${name}> inside a <Step>.`,
    );
  }
  return problems;
}

/** Every component in the tree, in the order of the text. */
export function allTags(blocks: readonly Block[]): TagBlock[] {
  return blocks.flatMap((block) =>
    block.kind === 'tag' ? [block, ...allTags(block.children)] : [],
  );
}

/** All prose in the tree, in the order of the text. */
export function allText(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'text' ? [block.text] : allText(block.children),
  );
}
