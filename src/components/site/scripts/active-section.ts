/** Marks in the table of contents where the reader is: the last heading that was passed. */
export function markActiveSection(): void {
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a')) {
    const target = document.getElementById(link.hash.slice(1));
    if (target !== null) links.set(target, link);
  }
  if (links.size === 0) return;
  const visible = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) visible.add(target);
        else visible.delete(target);
      }
      // Sections nest; the innermost comes last in the order of the page.
      const active = [...links.keys()].filter((target) => visible.has(target)).at(-1);
      for (const [target, link] of links) {
        if (target === active) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    // A line a quarter down the window: the section that crosses it is the one being read.
    { rootMargin: '-25% 0px -75% 0px' },
  );
  for (const target of links.keys()) observer.observe(target);
}
