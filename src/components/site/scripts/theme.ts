const key = 'theme';

/** The choice between the system's colors, light and dark; there without scripts is only the first. */
export function addThemeSwitch(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-theme-switch]');
  if (select === null) return;
  const root = document.documentElement;
  select.value = root.dataset.theme ?? '';
  select.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden');
  select.addEventListener('change', () => {
    const { value } = select;
    if (value === '') delete root.dataset.theme;
    else root.dataset.theme = value;
    remember(value);
  });
}

/** Storage may be forbidden; then the choice holds for this page alone. */
function remember(value: string): void {
  try {
    if (value === '') localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return;
  }
}
