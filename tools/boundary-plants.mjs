// One violation for every rule of .dependency-cruiser.cjs, and neighbours that look alike but are allowed.

/** Rule → files to plant (path → text), one of which must be reported. */
export const VIOLATIONS = {
  'no-cycles': {
    'apps/api/src/planted/hen.ts': "import { egg } from './egg.js';\nexport const hen = () => egg;\n",
    'apps/api/src/planted/egg.ts': "import { hen } from './hen.js';\nexport const egg = () => hen;\n",
  },
  'no-lost-imports': { 'apps/api/src/planted/lost.ts': "import './nowhere.js';\n" },
  'shared-is-pure': { 'libs/shared/src/planted/impure.ts': "import 'pg';\n" },
  'rules-know-only-rules-and-types': {
    'libs/shared/src/planted/planted.rules.ts': "import 'class-validator';\n",
  },
  'web-and-api-do-not-meet': {
    'apps/web/src/app/planted/meets.ts': "import '../../../../api/src/stranger/index';\n",
  },
  'web-knows-no-server-library': { 'apps/web/src/app/planted/heavy.ts': "import 'pg';\n" },
  'features-meet-at-the-front-door': {
    'apps/api/src/planted/window.ts': "import '../stranger/inside.js';\n",
  },
  'program-enters-by-the-front-door': {
    'apps/api/src/planted-program.ts': "import './stranger/inside.js';\n",
  },
  'shared-features-meet-at-the-front-door': {
    'libs/shared/src/planted/window.ts': "import '../stranger/inside.js';\n",
  },
  'platform-knows-no-feature': { 'apps/api/src/platform/planted.ts': "import '../stranger/index.js';\n" },
  'ui-knows-no-feature': { 'apps/web/src/app/ui/planted.ts': "import '../stranger/index';\n" },
  'controllers-do-not-query': { 'apps/api/src/planted/planted.controller.ts': "import 'typeorm';\n" },
  'pdf-only-draws': {
    'apps/api/src/planted/planted.pdf-frame.ts': "import './planted.service.js';\n",
    'apps/api/src/planted/planted.service.ts': 'export const service = 1;\n',
  },
  'migrations-are-frozen': { 'migrations/9-planted.ts': "import '../libs/shared/src/stranger/index.js';\n" },
  'program-knows-no-test': {
    'apps/api/src/planted/ships-test.ts': "import './planted.builder.js';\n",
    'apps/api/src/planted/planted.builder.ts': 'export const builder = 1;\n',
  },
};

/** Features that the planted files look into, through the door or through the window. */
export const STRANGERS = Object.fromEntries(
  ['apps/api/src', 'apps/web/src/app', 'libs/shared/src'].flatMap((side) => [
    [`${side}/stranger/index.ts`, "export { inside } from './inside.js';\n"],
    [`${side}/stranger/inside.ts`, 'export const inside = 1;\n'],
    [`${side}/stranger/stranger.types.ts`, 'export type Stranger = string;\n'],
    [`${side}/stranger/stranger.routes.ts`, 'export const routes = [];\n'],
  ]),
);

/** What must stay possible: a rule that forbids these would be switched off sooner or later. */
export const ALLOWED = {
  'apps/api/src/allowed/by-the-door.ts': "import '../stranger/index.js';\nimport '../platform/allowed.js';\n",
  'apps/api/src/platform/allowed.ts': "import 'typeorm';\n",
  'apps/api/src/allowed/allowed.spec.ts': "import './allowed.builder.js';\nimport 'supertest';\n",
  'apps/api/src/allowed/allowed.builder.ts': 'export const builder = 1;\n',
  'apps/api/src/allowed-program.ts': "import './stranger/index.js';\n",
  'apps/web/src/app/allowed.routes.ts': "export const routes = () => import('./stranger/stranger.routes');\n",
  'apps/web/src/app/allowed/shows.ts': "import '../ui/allowed';\n",
  'apps/web/src/app/ui/allowed.ts': 'export const shown = 1;\n',
  'libs/shared/src/allowed/allowed.dto.ts': "import 'class-validator';\nimport '../stranger/index.js';\n",
  'libs/shared/src/allowed/allowed.rules.ts':
    "import type { Stranger } from '../stranger/stranger.types.js';\nexport const same = (it: Stranger) => it;\n",
};
