/** Fills the step or question that the reader is at into a report of a mistake. */
export function reportPart(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-report]');
  link?.addEventListener('click', () => {
    const url = new URL(link.href);
    const body = url.searchParams.get('body') ?? '';
    const page = link.dataset.report ?? '';
    url.searchParams.set('body', body.replace(/^Page: \S*/, `Page: ${page}${location.hash}`));
    link.href = url.href;
  });
}
