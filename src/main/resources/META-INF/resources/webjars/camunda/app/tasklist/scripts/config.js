// Stands in for Tasklist's own configuration file. The page says which language it is in, and
// nothing is shown before its words are there.
const language = document.documentElement.lang;
const file = new URL('../locales/' + language + '.json', import.meta.url);
const words = await (await fetch(file, {cache: 'no-cache', credentials: 'same-origin'})).json();

function shortcut(name, key) {
  return {key: key, description: words.labels['CHANCERY_SHORTCUT_' + name]};
}

export default {
  app: {
    name: words.labels.CHANCERY_TITLE,
    vendor: 'Chancery'
  },
  locales: {
    availableLocales: [language],
    fallbackLocale: language
  },
  words: words,
  requireJsConfig: {
    deps: ['chancery'],
    ngDeps: ['chancery'],
    paths: {chancery: 'scripts/chancery'}
  },
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: shortcut('claimTask', 'ctrl+alt+c'),
    focusFilter: shortcut('focusFilter', 'ctrl+shift+f'),
    focusList: shortcut('focusList', 'ctrl+alt+l'),
    focusForm: shortcut('focusForm', 'ctrl+alt+f')
  }
};
