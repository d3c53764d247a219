/** Where the repository is, from `REPO_URL`; without it there are no links to it. */
const repository = process.env.REPO_URL?.replace(/\/+$/, '');

interface Links {
  readonly edit: string;
  readonly report: string;
}

/**
 * Links to edit the file of a page and to report a mistake in it, in the form that
 * GitHub and its likes understand.
 *
 * @param file its path from the root of the project
 */
export function repositoryLinks(
  file: string | undefined,
  page: { title: string; url: string },
  base = repository,
): Links | undefined {
  if (base === undefined || base === '' || file === undefined) return undefined;
  const report = new URL(`${base}/issues/new`);
  report.searchParams.set('title', `${page.title}: `);
  report.searchParams.set('body', `Page: ${page.url}\n\nWhat is wrong:\n\nWhat you saw instead:\n`);
  return { edit: `${base}/edit/main/${file}`, report: report.href };
}
