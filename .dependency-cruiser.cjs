// Who may import whom. tools/check-boundaries.mjs plants a violation of every rule and requires that it is found.
const FEATURE = '^apps/(api/src|web/src/app)/([^/]+)/';
/** Not features: any feature may reach into them. */
const COMMON_GROUND = ['^apps/$1/platform/', '^apps/web/src/app/ui/', '^apps/api/src/testing/'];
const TEST = '\\.(spec|builder|e2e)\\.ts$|/testing/|/setup-jest\\.ts$';

/** Every rule is an error: a warning is a rule nobody keeps. */
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      'Two files that need each other are one file, or three.',
      {},
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    rule(
      'no-lost-imports',
      'What is imported must exist and be named in package.json.',
      {},
      { couldNotResolve: true },
    ),
    rule(
      'shared-is-pure',
      'Shared code runs in the browser and in the server, and so needs neither.',
      { path: '^libs/shared/src', pathNot: TEST },
      { pathNot: ['^libs/shared/src', 'node_modules/(class-validator|class-transformer)/'] },
    ),
    rule(
      'rules-know-only-rules-and-types',
      'A rule is arithmetic: it needs nothing that has to be loaded or set up.',
      { path: '\\.rules\\.ts$' },
      { pathNot: ['\\.(rules|types)\\.ts$', '^libs/shared/dist/'] },
    ),
    rule(
      'web-and-api-do-not-meet',
      'They meet over HTTP; what both need is in libs/shared.',
      { path: '^apps/(api|web)/' },
      { path: '^apps/(api|web)/', pathNot: '^apps/$1/' },
    ),
    rule(
      'web-knows-no-server-library',
      'A browser has no use for them, and every visitor would download them.',
      { path: '^apps/web/src', pathNot: TEST },
      { path: ['node_modules/(@nestjs|typeorm|pg|pdfkit|express|passport)/', '^migrations/'] },
    ),
    rule(
      'features-meet-at-the-front-door',
      'Import another feature from its index.ts: what is behind it may change.',
      { path: FEATURE, pathNot: '/src/testing/' },
      {
        path: `${FEATURE}.+`,
        pathNot: ['^apps/$1/$2/', ...COMMON_GROUND, '/index\\.ts$', '\\.builder\\.ts$'],
      },
    ),
    rule(
      'program-enters-by-the-front-door',
      'The list of features is a table of contents; only route tables may be loaded lazily from behind the door.',
      { path: '^apps/(api/src|web/src/app)/[^/]+\\.ts$' },
      { path: `${FEATURE}.+`, pathNot: [...COMMON_GROUND, '/index\\.ts$', '\\.routes\\.ts$'] },
    ),
    rule(
      'shared-features-meet-at-the-front-door',
      'Rules and types may be taken one by one, because a rule may import nothing else.',
      { path: '^libs/shared/src/([^/]+)/' },
      {
        path: '^libs/shared/src/([^/]+)/.+',
        pathNot: ['^libs/shared/src/($1|platform)/', '/index\\.ts$', '\\.(rules|types)\\.ts$'],
      },
    ),
    rule(
      'platform-knows-no-feature',
      'What everything stands on must not stand on anything.',
      { path: '^apps/(api/src|web/src/app)/platform/', pathNot: TEST },
      { path: '^apps/', pathNot: ['/platform/', '^apps/web/src/app/ui/'] },
    ),
    rule(
      'ui-knows-no-feature',
      'A dumb component is given what it shows.',
      { path: '^apps/web/src/app/ui/', pathNot: TEST },
      { path: '^apps/', pathNot: ['^apps/web/src/app/(ui|platform)/'] },
    ),
    rule(
      'controllers-do-not-query',
      'A controller is a list of sentences: permission, input, one delegating line.',
      { path: '\\.controller\\.ts$' },
      { path: ['node_modules/(typeorm|pg)/', '\\.queries\\.ts$'] },
    ),
    rule(
      'pdf-only-draws',
      'A page is drawn from the stored record alone, so that a reprint is identical.',
      { path: '\\.pdf[^./]*\\.ts$' },
      { path: ['node_modules/(typeorm|pg|@nestjs)/', '\\.(service|entity|queries)\\.ts$'] },
    ),
    rule(
      'migrations-are-frozen',
      'A migration must mean in ten years what it means today, and so uses none of our code.',
      { path: '^migrations/' },
      { path: '^(apps|libs)/' },
    ),
    rule(
      'program-knows-no-test',
      'Builders and test helpers are not shipped.',
      { path: '^(apps|libs)/', pathNot: TEST },
      { path: TEST },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: '/(out-tsc|coverage|\\.angular)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
