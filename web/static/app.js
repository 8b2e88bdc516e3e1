// Comfort only: every page works without this file.

const kept = { // storage may be switched off
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { /* not kept */ } },
};
const all = selector => document.querySelectorAll(selector);

// What works with this file only is no text of the page before.
for (const place of all('[data-button]')) {
  const button = document.createElement('button');
  for (const { name, value } of place.attributes) if (name !== 'data-button') button.setAttribute(name, value);
  button.type = 'button';
  button.textContent = place.dataset.button;
  place.replaceWith(button);
}
for (const place of all('[data-advance-switch]')) {
  const label = document.createElement('label');
  label.className = place.className;
  label.innerHTML = '<input type="checkbox" data-advance><span></span>';
  label.lastChild.textContent = place.dataset.advanceSwitch;
  place.replaceWith(label);
}

document.querySelector('.err, .held')?.focus();

// A page takes no pointer for a moment after it came (just-came in app.css), and here once it was brought back whole or has
// sent a form: the second half of a double click does nothing.
const rest = () => document.body.animate({ pointerEvents: ['none', 'none'] }, 500);
addEventListener('pageshow', e => { if (e.persisted) rest(); });
addEventListener('submit', rest);

// The inline script in the head has applied the theme before the first paint.
for (const button of all('[data-theme-switch]')) {
  const themes = ['', 'light', 'dark'], root = document.documentElement, say = document.createElement('span'), both = document.createElement('span');
  say.setAttribute('aria-live', 'polite');
  both.append(button.dataset.themeSwitch + ' ', say);
  button.replaceChildren(both);
  const show = () => { say.textContent = button.dataset[root.dataset.theme || 'automatic']; };
  button.addEventListener('click', () => {
    const next = themes[(themes.indexOf(root.dataset.theme ?? '') + 1) % themes.length];
    if (next) root.dataset.theme = next; else delete root.dataset.theme;
    kept.set('theme', next);
    show();
  });
  show();
}

const form = document.querySelector('form[data-question]');
if (form) {
  const group = form.querySelector('fieldset'), radios = [...group.querySelectorAll('input[type=radio]')];
  const advance = form.querySelector('[data-advance]');
  let pointed = -Infinity, going;
  if (advance) {
    advance.checked = kept.get('advance') === '1';
    advance.addEventListener('change', () => kept.set('advance', advance.checked ? '1' : ''));
  }
  // Arrow keys fire change as well, so only a choice made by pointer goes on.
  group.addEventListener('pointerup', () => { pointed = performance.now(); });
  group.addEventListener('change', e => {
    clearTimeout(going); // whoever thinks again in this moment means the later answer
    if (!advance?.checked || e.target.type !== 'radio' || performance.now() - pointed > 500) return;
    going = setTimeout(() => form.requestSubmit(), 300);
  });
  // Number keys work only while focus is inside the group (WCAG 2.1.4).
  group.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.repeat) return;
    const radio = radios[Number(e.key) - 1];
    if (!radio) return;
    e.preventDefault();
    radio.focus();
    radio.checked = true;
  });
  // Who goes on by keyboard starts the next question inside its answers.
  form.addEventListener('submit', () => {
    try { sessionStorage.keyboard = document.activeElement.matches(':focus-visible') ? '1' : ''; } catch { /* not kept */ }
  });
  let keyboard;
  try { keyboard = sessionStorage.keyboard; } catch { /* not kept */ }
  if (keyboard && !location.hash && !document.querySelector('.err')) group.focus();
}

// Who leaves a form with changes that are not saved is asked whether to.
const edited = new Set(all('[data-edits=unsaved]'));
if (document.querySelector('[data-edits]')) {
  addEventListener('input', e => { if (e.target.form?.matches('[data-edits]')) edited.add(e.target.form); });
  addEventListener('submit', e => edited.delete(e.target));
  addEventListener('beforeunload', e => { if (edited.size && navigator.userActivation?.hasBeenActive !== false) e.preventDefault(); });
}

// What was said once is not said again after a reload.
if (new URLSearchParams(location.search).has('said')) history.replaceState(null, '', location.pathname + location.hash);

// A page says the day in UTC; its reader's own may be another.
for (const day of all('time[data-day]')) {
  const { lang } = document.documentElement;
  day.textContent = new Date(day.dateTime).toLocaleDateString(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'long' });
}

for (const button of all('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy), say = document.getElementById(button.dataset.say);
  button.addEventListener('click', async () => {
    field.select();
    try {
      if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
      else if (!document.execCommand('copy')) throw new Error('refused'); // plain HTTP has no clipboard
      say.textContent = button.dataset.copied;
    } catch {
      say.textContent = button.dataset.selected;
    }
  });
}

if (navigator.share) for (const button of all('[data-share]')) {
  button.hidden = false;
  button.addEventListener('click', () => navigator.share({ title: document.title, url: button.dataset.share }).catch(() => {}));
}

// A result is short on paper unless all of it is asked for.
const short = document.querySelector('.short');
for (const link of all('[data-print-whole]')) {
  link.addEventListener('click', e => {
    e.preventDefault();
    short?.classList.remove('short');
    print();
    short?.classList.add('short');
  });
}
for (const button of all('[data-print]')) button.addEventListener('click', () => print());

// On paper nothing can be opened, so everything is.
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...all('details:not([open])')];
  for (const d of opened) d.open = true;
});
addEventListener('afterprint', () => { for (const d of opened) d.open = false; });
