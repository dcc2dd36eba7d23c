import eslint from '@eslint/js';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TESTS = [
  '**/*.spec.ts',
  '**/*.builder.ts',
  '**/testing/**/*.ts',
  'apps/web/e2e/**/*.ts',
  'apps/web/setup-jest.ts',
];
const PROJECTS = ['apps/*/src/**/*.ts', 'libs/*/src/**/*.ts', 'migrations/*.ts'];

/** The glossary's flagged names: angkatan -> cohort, batch -> cohort, course -> programme, student -> participant. */
const FLAGGED =
  '/((^|_)(angkatan|batch|course|student)|(^|[a-z0-9_])(Angkatan|Batch|Course|Student))(es|s)?([A-Z0-9_]|$)/';
const DECLARES_NAME = [
  'VariableDeclarator > Identifier.id',
  ':matches(FunctionDeclaration, ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration) > Identifier.id',
  ':matches(TSPropertySignature, PropertyDefinition, MethodDefinition) > Identifier.key',
  ':function > Identifier.params',
].join(', ');

const EVERYWHERE = [
  { selector: 'TSEnumDeclaration', message: 'A const object or a union type, not an enum.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports: one name for one thing everywhere.' },
  {
    selector: `:matches(${DECLARES_NAME})[name=${FLAGGED}]`,
    message:
      'The glossary has one word for it: cohort (angkatan, batch), programme (course), participant (student).',
  },
  {
    selector:
      'ClassDeclaration[decorators.0] > ClassBody > MethodDefinition[kind="constructor"] > FunctionExpression[params.length>5]',
    message: 'More than 5 dependencies: this class does two things. Split the feature by a domain word.',
  },
];
const NO_ENVIRONMENT = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'The environment is read once, in platform/config.ts.',
};
const NO_ONLY = {
  selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name="only"]',
  message: 'An "only" that is left behind silences every other test.',
};
const PURE = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'A rule takes the date as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'A rule takes the date as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'A rule is deterministic.',
  },
  { selector: ':function[async=true]', message: 'A rule is synchronous: load first, decide afterwards.' },
  { selector: 'ThrowStatement', message: 'A rule returns its reasons; the service decides what to refuse.' },
  { selector: 'ClassDeclaration, ClassExpression', message: 'A rule is a function.' },
];
const forbid = (...restrictions) => ({ 'no-restricted-syntax': ['error', ...restrictions.flat()] });

const nodeGlobals = Object.fromEntries(
  [
    'AbortController',
    'AbortSignal',
    'Buffer',
    'URL',
    'URLSearchParams',
    'clearInterval',
    'clearTimeout',
    'console',
    'fetch',
  ]
    .concat([
      'performance',
      'process',
      'setInterval',
      'setTimeout',
      'structuredClone',
      'TextDecoder',
      'TextEncoder',
    ])
    .map((name) => [name, 'readonly']),
);

export default defineConfig([
  globalIgnores([
    '**/dist/**',
    '**/coverage/**',
    '**/.angular/**',
    '**/out-tsc/**',
    '.nx/**',
    'var/**',
    'test-results/**',
  ]),
  {
    files: PROJECTS,
    extends: [
      eslint.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Option objects of Nest and Angular carry their types in ways this rule takes for `any`.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Names are walked by code points on purpose; whoever needs grapheme clusters takes Intl.Segmenter.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 25, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      ...forbid(EVERYWHERE, NO_ENVIRONMENT),
    },
  },
  { files: ['apps/api/src/platform/config.ts'], rules: forbid(EVERYWHERE) },
  { files: ['libs/shared/src/**/*.rules.ts'], rules: forbid(EVERYWHERE, NO_ENVIRONMENT, PURE) },
  // A migration is one long statement by nature, and a frozen one.
  { files: ['migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['apps/web/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'j', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'j', style: 'camelCase' }],
      // The style guide names a component for what it is: CohortPage, not CohortPageComponent.
      '@angular-eslint/component-class-suffix': 'off',
      // The browser's console is where a person who reports a fault can read it.
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  {
    files: ['apps/web/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true }] },
  },
  {
    files: ['apps/web/e2e/**/*.ts', 'apps/web/*.ts', 'playwright.config.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: { globals: nodeGlobals },
  },
  {
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Bodies of HTTP answers are `any` until the test has asserted their shape.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      ...forbid(EVERYWHERE, NO_ONLY),
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    extends: [eslint.configs.recommended],
    languageOptions: { ecmaVersion: 2025, globals: nodeGlobals },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 25, skipBlankLines: true, skipComments: true }],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' },
    },
  },
  // Read by Node versions that must be told in words they understand that they are too old.
  { files: ['tools/node-version.mjs', 'tools/start.mjs'], rules: { 'no-var': 'off', 'prefer-const': 'off' } },
  { files: ['**/*.test.mjs'], rules: { 'max-lines-per-function': 'off', ...forbid(NO_ONLY) } },
  prettier,
]);
