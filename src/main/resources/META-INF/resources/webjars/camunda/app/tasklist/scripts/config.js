// Stands in for Tasklist's own configuration file. The page says which language it is in.
const language = document.documentElement.lang;

export default {
  app: {
    name: '',
    vendor: 'Chancery'
  },
  locales: {
    availableLocales: [language],
    fallbackLocale: language
  },
  requireJsConfig: {
    deps: ['chancery'],
    ngDeps: ['chancery'],
    paths: {chancery: 'scripts/chancery'}
  },
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    }
  }
};
