import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import type { Route } from '../platform/index.js';

type Json = Readonly<Record<string, unknown>>;

const problem = { description: 'Problem, RFC 9457', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };

/** The OpenAPI 3.1 description of every route, made from the same declarations that serve it. */
export function describeRoutes(routes: readonly Route[], publicUrl: string): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes.filter(({ path }) => path.startsWith('/api/'))) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Jenjang', version: '1', description: 'Learning management for Indonesian civil servants. Errors are RFC 9457 problems with a stable code.' },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        signIn: { type: 'apiKey', in: 'cookie', name: 'jenjang_sign_in' },
        machine: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/api/v1/oauth/token', scopes: { 'hr.read': 'Read merit records', 'hr.export': 'Export merit records' } } } },
      },
      schemas: { ...validationMetadatasToSchemas({ refPointerPrefix: '#/components/schemas/' }), Problem: problemSchema },
    },
  };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'status', 'code', 'title', 'titleId', 'titleEn'],
  properties: {
    type: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' }, title: { type: 'string' }, titleId: { type: 'string' },
    titleEn: { type: 'string' }, details: { type: 'object' }, requestId: { type: 'string' },
    errors: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' }, value: {} } } },
  },
};

function operation(route: Route): Json {
  const inputs = inputClasses(route);
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  return {
    operationId: route.handler.replace('Controller.', '_'),
    tags: [route.controller.name.replace('Controller', '')],
    'x-permission': route.demand.kind === 'permission' ? route.demand.permission : route.demand.kind,
    security: route.demand.kind === 'public' ? [] : [{ signIn: [] }, { machine: [] }],
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...(inputs.query ? [{ name: 'query', in: 'query', style: 'form', explode: true, schema: { $ref: `#/components/schemas/${inputs.query}` } }] : []),
    ],
    ...(inputs.body ? { requestBody: { required: true, content: { 'application/json': { schema: { $ref: `#/components/schemas/${inputs.body}` } } } } } : {}),
    responses: { '2XX': { description: 'As asked' }, '4XX': problem },
  };
}

/** Names of the request classes that a handler takes as body and query. */
function inputClasses({ controller, property }: Route): { body?: string; query?: string } {
  const prototype = controller.prototype as object;
  const types = (Reflect.getMetadata('design:paramtypes', prototype, property) ?? []) as { name?: string }[];
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, property) ?? {}) as Record<string, { index: number; data?: unknown }>;
  const found: { body?: string; query?: string } = {};
  for (const [key, { index, data }] of Object.entries(args)) {
    const name = types[index]?.name;
    if (data !== undefined || !name?.match(/(Request|Query)$/)) continue;
    if (key.startsWith(`${String(RouteParamtypes.BODY)}:`)) found.body = name;
    if (key.startsWith(`${String(RouteParamtypes.QUERY)}:`)) found.query = name;
  }
  return found;
}
