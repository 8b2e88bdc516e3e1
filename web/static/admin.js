// Comfort only: every page works without this file. It comes with app.js to pages for admins.

// “/” leads to what searches, but for whoever is typing.
const search = document.querySelector('[data-find]');
if (search) addEventListener('keydown', e => {
  if (e.key !== '/' || e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input, textarea, select')) return;
  e.preventDefault();
  if (!search.checkVisibility()) search.closest('[popover]')?.showPopover();
  search.focus();
  search.select();
});

// The menu of a phone closes when the keyboard leads out of it.
const menu = document.querySelector('.menu[popover]');
menu?.addEventListener('focusout', e => {
  const to = e.relatedTarget;
  if (to && !menu.contains(to) && menu.matches(':popover-open') && !to.matches('[popovertarget]')) menu.hidePopover();
});

// A row of a list is drawn to another place by its handle: a line shows where. The form in the row then moves it, as its
// button does. Who presses Escape, or lets go where it was, leaves it there.
for (const handle of document.querySelectorAll('[data-handle]')) {
  const row = handle.closest('[data-row]'), place = row.querySelector('[data-place]');
  let rows, to; // while it is drawn: all rows, and the place from 0 among the others
  const mark = () => {
    for (const r of rows) r.classList.remove('drop-before', 'drop-after');
    const others = rows.filter(r => r !== row);
    if (to === rows.indexOf(row)) return;
    if (to < others.length) others[to].classList.add('drop-before'); else others.at(-1)?.classList.add('drop-after');
  };
  const end = () => {
    if (!rows) return;
    to = rows.indexOf(row);
    mark();
    row.classList.remove('drawn');
    rows = undefined;
  };
  handle.addEventListener('pointerdown', e => {
    if (e.button) return;
    e.preventDefault(); // no text is chosen
    handle.setPointerCapture(e.pointerId);
    rows = [...row.parentElement.querySelectorAll(':scope > [data-row]')];
    to = rows.indexOf(row);
    row.classList.add('drawn');
  });
  handle.addEventListener('pointermove', e => {
    if (!rows) return;
    const edge = 60;
    if (e.clientY < edge) scrollBy(0, -edge / 4);
    if (e.clientY > innerHeight - edge) scrollBy(0, edge / 4);
    to = rows.filter(r => {
      const box = r.getBoundingClientRect();
      return r !== row && e.clientY > box.top + box.height / 2;
    }).length;
    mark();
  });
  handle.addEventListener('pointerup', () => {
    if (!rows) return;
    const there = rows[to]; // what stands there now: a filter may hide some between
    if (there !== row) {
      place.elements.to.value = there.dataset.row;
      place.requestSubmit();
    }
    end();
  });
  handle.addEventListener('pointercancel', end);
  addEventListener('keydown', e => { if (e.key === 'Escape') end(); });
}

// A slider moves the number beside it and its mark on the line, and the number moves both. What is sent is the number.
for (const slider of document.querySelectorAll('[data-number]')) {
  const number = document.getElementById(slider.dataset.number), far = Number(slider.max);
  const mark = document.querySelector(`[data-mark="${CSS.escape(slider.dataset.number)}"] > svg`);
  const place = x => mark.setAttribute('x', `${50 - 50 * Math.min(Math.max(x / far, -1), 1)}%`);
  slider.addEventListener('input', () => {
    number.value = Number(slider.value).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 });
    place(slider.value);
  });
  number.addEventListener('input', () => {
    const x = Number(number.value.trim().replace(/^[\u2212\u2013]/, '-').replace(',', '.'));
    if (number.value.trim() === '' || Number.isNaN(x)) return;
    slider.value = x;
    place(x);
  });
}

// What is typed into a form of the draft is kept every few seconds, so that it comes back after a crash. Failing to is said once.
for (const form of document.querySelectorAll('form[data-keeps]')) {
  const say = form.querySelector('[data-kept]');
  const typed = () => new URLSearchParams(new FormData(form)).toString();
  let last = typed(), sending, failed = false, sent = false;
  const keep = async () => {
    const now = typed();
    if (sent || sending || now === last) return;
    sending = new AbortController();
    const to = new URLSearchParams({ to: new URL(form.action).pathname, on: location.pathname });
    try {
      const answer = await fetch(`${form.dataset.keeps}?${to}`, {
        method: 'POST', body: new URLSearchParams(now), redirect: 'manual', signal: sending.signal,
      });
      if (!answer.ok) throw new Error('not kept');
      last = now;
      failed = false;
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
      const text = say.dataset.kept.replace('{time}', time);
      if (say.textContent !== text) say.textContent = text; // said once a minute at most
    } catch {
      if (!failed && !sent) say.textContent = say.dataset.unkept;
      failed = true;
    }
    sending = undefined;
  };
  setInterval(keep, 4000);
  form.addEventListener('submit', () => {
    sent = true;
    sending?.abort();
  });
  addEventListener('pageshow', e => { if (e.persisted) sent = false; });
}
// A link to a field, such as of something found, begins there.
const field = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
if (field?.matches('input, textarea, select')) field.focus();
