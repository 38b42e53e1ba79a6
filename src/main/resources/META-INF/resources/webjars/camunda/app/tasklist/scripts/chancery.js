// What Tasklist does not bring along: the house's pages and the languages in its header, a count
// beside every list, and cards that say what a task is about and lead to its case.
define(['angular'], function (angular) {
  'use strict';

  var words = window.camTasklistConf.words;
  var root = document.documentElement;
  // Where the application is: everything before the engine's own root.
  var app = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
  var COUNTED_ANEW_AFTER = 60000;

  var HEADER =
    '<ul class="chancery-pages">' +
    '<li ng-repeat="page in pages"><a ng-href="{{ page.href }}">{{ page.label | translate }}</a></li></ul>';

  var LANGUAGES =
    '<ul class="chancery-languages" aria-label="{{ \'CHANCERY_LANGUAGE\' | translate }}">' +
    '<li ng-repeat="each in languages">' +
    '<a href ng-click="read(each.code)" hreflang="{{ each.code }}" lang="{{ each.code }}" title="{{ each.name }}"' +
    ' ng-attr-aria-current="{{ each.chosen ? \'true\' : undefined }}">{{ each.code }}</a></li></ul>';

  var CARD =
    '<p class="chancery-title" dir="auto" ng-if="of.title">{{ of.title }}</p>' +
    '<p class="chancery-measure" dir="auto" ng-if="of.measure">{{ of.measure }}</p>' +
    '<dl class="chancery-facts"><div ng-repeat="column in columns" ng-if="of[column.name]" class="{{ column.name }}">' +
    '<dt>{{ column.label }}</dt><dd ng-switch="column.name">' +
    '<a ng-switch-when="reference" dir="ltr" ng-href="{{ caseOf(of.reference) }}" ng-click="$event.stopPropagation()"' +
    ' title="{{ \'CHANCERY_CASE\' | translate }}">{{ of.reference }}</a>' +
    '<span ng-switch-default dir="auto">{{ of[column.name] }}</span></dd></div></dl>';

  var FACTS = ['reference', 'party', 'deadline'];

  function pages($scope) {
    $scope.pages = [
      {href: app + '/reports/overdue', label: 'CHANCERY_REPORT'},
      {href: app + '/instruments', label: 'CHANCERY_CASES'},
      {href: app + '/decisions/waivers', label: 'CHANCERY_WAIVERS', decides: true},
      {href: app + '/rules', label: 'CHANCERY_RULES'}
    ].filter(function (page) { return !page.decides || root.dataset.decides === 'true'; });
  }

  function languages($scope, $window) {
    $scope.languages = (root.dataset.languages || '').split(',').map(function (choice) {
      var said = choice.split('=');
      return {code: said[0], name: said[1], chosen: said[0] === root.lang};
    });
    // The same list and the same task, in the other language.
    $scope.read = function (code) {
      $window.location.assign('?lang=' + code + $window.location.hash);
    };
  }

  /** The card of a task in the list. */
  function card(directive) {
    directive.template = CARD;
    directive.compile = function () {
      return function ($scope) {
        $scope.of = {};
        ($scope.variables || []).forEach(function (each) { $scope.of[each.name] = each.value; });
        $scope.columns = (($scope.filterProperties || {}).variables || []).filter(function (column) {
          return FACTS.indexOf(column.name) >= 0;
        });
        $scope.caseOf = function (reference) {
          return app + '/instruments/' + encodeURIComponent(reference);
        };
      };
    };
  }

  /** Counts all lists when one is chosen, when she has done something to a task, and once a minute. */
  function counts(directive, $http, Uri) {
    var shown = /<span ng-show="isFocused\(filter\)"\s+class="counter">\{\{ filterCount \}\}<\/span>/;
    directive.template = directive.template.replace(
      shown,
      '<span class="counter">{{ isFocused(filter) && filterCount !== undefined ? filterCount : counts[filter.id] }}</span>');
    var link = directive.compile && directive.compile();
    directive.compile = function () {
      return function ($scope) {
        if (link) {
          link.apply(this, arguments);
        }
        var countedAt = 0;
        var onlyRefreshed = false;
        $scope.counts = {};
        function count() {
          countedAt = Date.now();
          $http.get(Uri.appUri('engine://engine/:engine/filter'), {
            params: {resourceType: 'Task', itemCount: true, firstResult: 0, maxResults: 200}
          }).then(function (answer) {
            answer.data.forEach(function (each) { $scope.counts[each.id] = each.itemCount; });
          }, angular.noop);
        }
        $scope.$on('refresh', function () { onlyRefreshed = true; });
        $scope.filtersData.observe('taskList', function () {
          if (!onlyRefreshed || Date.now() - countedAt > COUNTED_ANEW_AFTER) {
            count();
          }
          onlyRefreshed = false;
        });
      };
    };
  }

  /**
   * How long until and since, in the languages whose numbers change the word that follows them; in
   * the others the words of their files do, which not every browser has in its own store.
   */
  function relativeTime() {
    var code = {ru: 'ru', ar: 'ar-u-nu-latn'}[root.lang];
    if (!code || !Intl.RelativeTimeFormat) {
      return null;
    }
    var format = new Intl.RelativeTimeFormat(code);
    var times = {future: '%s', past: '%s'};
    var units = {s: 'second', m: 'minute', h: 'hour', d: 'day', M: 'month', y: 'year'};
    Object.keys(units).forEach(function (unit) {
      times[unit] = times[unit + unit] = function (number, plain, key, isFuture) {
        return format.format(isFuture ? number : -number, units[unit]);
      };
    });
    return times;
  }

  function dates(moment) {
    var known = moment.locales().indexOf(root.lang) >= 0;
    var spoken = angular.copy(words.dateLocales);
    spoken.relativeTime = relativeTime() || spoken.relativeTime;
    moment[known ? 'updateLocale' : 'defineLocale'](root.lang, spoken);
    moment.locale(root.lang);
  }

  angular
    .module('chancery', [])
    .config(['ViewsProvider', '$translateProvider', '$provide', function (Views, $translate, $provide) {
      $translate.translations(root.lang, words.labels);
      Views.registerDefaultView('tasklist.navbar.action', {
        id: 'chancery-pages', template: HEADER, controller: ['$scope', pages], priority: 1000
      });
      Views.registerDefaultView('tasklist.navbar.action', {
        id: 'chancery-languages', template: LANGUAGES, controller: ['$scope', '$window', languages], priority: 10
      });
      $provide.decorator('camTasklistVariablesDirective', ['$delegate', function ($delegate) {
        $delegate.forEach(card);
        return $delegate;
      }]);
      $provide.decorator('camTasklistFiltersDirective', ['$delegate', '$http', 'Uri', function ($delegate, $http, Uri) {
        $delegate.forEach(function (each) { counts(each, $http, Uri); });
        return $delegate;
      }]);
    }])
    .run(['moment', dates]);
});
