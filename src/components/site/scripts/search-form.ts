/*
 * The form of the page that is not there: it asks for what the address seems to say, and goes
 * to the search by itself, because our policy lets no form be sent anywhere.
 */
const form = document.querySelector<HTMLFormElement>('[data-search-form]');
const input = form?.querySelector('input');
if (form && input) {
  input.value = wordsOf(location.pathname);
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.assign(`/search/?q=${encodeURIComponent(input.value)}`);
  });
}

/** The words in an address, without those that every address has. */
function wordsOf(pathname: string): string {
  return pathname
    .replace(/\.\w+$/, '')
    .split(/[^a-z0-9]+/i)
    .filter((word) => !/^(|guides?|faq|index)$/i.test(word))
    .join(' ')
    .slice(0, 60);
}
