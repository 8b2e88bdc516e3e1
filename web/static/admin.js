// Comfort only: every page works without this file. It comes with app.js to pages for admins.

// “/” leads to what searches, but for whoever is typing.
const search = document.querySelector('input[type=search]');
if (search) addEventListener('keydown', e => {
  if (e.key !== '/' || e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input, textarea, select')) return;
  e.preventDefault();
  search.focus();
  search.select();
});
