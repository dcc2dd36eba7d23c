import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '../testing/index.js';

let api: TestApi;
beforeAll(async () => { api = await startApi(); });
afterAll(() => api.close());

describe('the description of the API', () => {
  it('names every route under /api with what it demands and the shape it takes', async () => {
    const { body } = await api.stranger.get('/api/openapi.json').expect(200);
    const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    const served = api.routes.filter(({ path }) => path.startsWith('/api/')).map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual([...new Set(served)].sort());
    const login = body.paths['/api/v1/auth/login'].post;
    expect(login.requestBody.content['application/json'].schema.$ref).toBe('#/components/schemas/LoginRequest');
    expect(body.components.schemas.LoginRequest.properties.login).toMatchObject({ type: 'string', maxLength: 254 });
    expect(body.paths['/api/v1/accounts'].get['x-permission']).toBe('account.read');
  });

  it('is also a page without script', async () => {
    const { text } = await api.stranger.get('/api/docs').expect(200);
    expect(text).toContain('/api/v1/auth/login');
    expect(text).not.toContain('<script');
  });
});
