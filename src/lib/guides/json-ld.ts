/** One step of the way from the first page to this one. */
export interface Crumb {
  readonly title: string;
  /** Address within the site; absent for the page itself. */
  readonly href?: string;
}

interface Described {
  readonly title: string;
  readonly description: string;
  readonly crumbs: readonly Crumb[];
  readonly url: URL;
  /** An article about doing something; other pages are just pages. */
  readonly article?: {
    /** What it is about. */
    readonly about: string;
    readonly modified: Date;
    readonly image: string;
  };
}

/** What a page says of itself to programs, by schema.org: its place in the site, and the article. */
export function jsonLd({ title, description, crumbs, url, article }: Described): object {
  const page = { '@id': url.href, url: url.href, description, inLanguage: 'en' };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      article === undefined
        ? { '@type': 'WebPage', ...page, name: title }
        : {
            '@type': 'TechArticle',
            ...page,
            headline: title,
            about: article.about,
            dateModified: article.modified.toISOString().slice(0, 10),
            image: article.image,
            publisher: { '@type': 'Organization', name: '2FAA', url: new URL('/', url).href },
          },
      ...(crumbs.length === 0 ? [] : [breadcrumbs(crumbs, url)]),
    ],
  };
}

function breadcrumbs(crumbs: readonly Crumb[], url: URL): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ title, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      ...(href !== undefined && { item: new URL(href, url).href }),
    })),
  };
}

/** JSON for a script element: nothing in it can end the element or begin another. */
export function scriptJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
