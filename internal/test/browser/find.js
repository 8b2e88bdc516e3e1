// What a person finds on the page. An expression, so that the page keeps
// nothing of it.
({
  words: element => element.textContent.replace(/\s+/g, ' ').trim(),

  // The first one that people meet with these words, or else that begins with
  // them.
  shown(selector, text) {
    const all = [...document.querySelectorAll(selector)].filter(e => e.checkVisibility() && !e.closest('[aria-hidden=true]'));
    return all.find(e => this.words(e) === text) ?? all.find(e => this.words(e).startsWith(text));
  },

  // Where to point at it, or null while something covers it. People look
  // before they point: what a page does in its first moment is over by then.
  spot(element) {
    if (!element) return null;
    document.getAnimations().forEach(a => a.finish());
    element.scrollIntoView({ block: this.inView(element) ? 'nearest' : 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getClientRects()[0], at = [x + width / 2, y + height / 2];
    return element.contains(document.elementFromPoint(...at)) ? at : null;
  },

  inView(element) {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  },

  control(text) { return this.spot(this.shown('a[href], button, summary, label', text)); },
  at(selector) { return this.spot(document.querySelector(selector)); },
  low(selector) { // near its lower edge, where it stands now
    const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
    return y + height < innerHeight ? [x + width / 2, y + height * .9] : null;
  },
  option(text) { return this.spot(this.shown('label:has(input[type=radio])', text)); },
  optionAt(n) { return this.spot([...document.querySelectorAll('label:has(input[type=radio])')][n]); },
  field(text) { return this.shown('label', text)?.control; },

  focused() {
    const e = document.activeElement;
    return this.words(e.labels?.[0] ?? e);
  },

  // Why focus cannot be seen, or nothing.
  focusHidden() {
    const e = document.activeElement, box = e.getBoundingClientRect();
    const marked = [e, e.closest('label')].some(m => m && getComputedStyle(m).outlineStyle !== 'none' && parseFloat(getComputedStyle(m).outlineWidth) >= 2);
    if (e === document.body) return 'nothing has focus';
    if (!e.matches(':focus-visible') || !marked) return 'it has no outline';
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return 'it is out of view';
    return '';
  },

  // What sticks out at the side, or nothing.
  tooWide() {
    const page = document.scrollingElement;
    if (page.scrollWidth <= page.clientWidth) return '';
    const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > page.clientWidth + 1);
    return page.scrollWidth + ' of ' + page.clientWidth + ' pixels: ' + out.map(e => e.tagName + '.' + e.className).join(', ');
  },
})
