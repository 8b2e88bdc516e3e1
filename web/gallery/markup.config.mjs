// What html-validate asks of every page: its own recommendation and its rules
// for accessibility, but for what these pages do on purpose.
export default {
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }], // as templ writes it
    'valid-id': ['error', { relaxed: true }], // an id names the field of a version, with dots
    'form-dup-name': 'off', // a form may hold a list, as of links
    'long-title': 'off', // admins name the quiz and its roles
    'prefer-native-element': ['error', { exclude: ['region'] }], // a table that scrolls is a region without a heading
  },
};
