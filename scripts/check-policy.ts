import { createHash } from 'node:crypto';

/** What stands first in every page, with the policy in it. */
const beginning =
  /<head>\s*<meta charset="utf-8">\s*<meta http-equiv="content-security-policy" content="([^"]+)">/i;

/** Scripts and styles in the page itself, with what they say; data in a script is not run. */
const inline =
  /<(script|style)(?![^>]*\s(?:src=|type="application\/(?:ld\+)?json"))[^>]*>([^]*?)<\/\1>/g;

/**
 * Sees that a page has a policy before all that it is about, for a script in front of it
 * would run, and that the policy lets everything run that stands in the page.
 *
 * @throws Error where it does not
 */
export function checkPolicy(html: string, page: string): void {
  const [, policy] = beginning.exec(html) ?? [];
  if (policy === undefined)
    throw new Error(`${page} does not begin with its encoding and its policy.`);
  for (const [, name = '', content = ''] of html.matchAll(inline)) {
    const hash = createHash('sha256').update(content).digest('base64');
    if (!policy.includes(`'sha256-${hash}'`))
      throw new Error(`${page} has a <${name}> that its policy forbids: ${content.slice(0, 60)}`);
  }
}
