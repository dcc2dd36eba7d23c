import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ROUTE_DEMAND, type RouteDemand } from './allow.js';

/** One route of the API as declared. */
export interface Route {
  readonly method: string;
  /** Path with parameters as `:id`. */
  readonly path: string;
  readonly demand: RouteDemand;
  readonly handler: string;
  readonly controller: new (...args: never[]) => object;
  readonly property: string;
}

/**
 * Every route with what it demands of its caller.
 * @throws Error naming the routes that demand nothing: such a program must not start.
 */
export function collectRoutes(discovery: DiscoveryService): readonly Route[] {
  const routes = discovery.getControllers().flatMap(({ metatype, instance }) =>
    metatype && instance ? routesOf(metatype as Route['controller'], Object.getPrototypeOf(instance) as Record<string, object>) : []);
  const undeclared = routes.filter(({ demand }) => demand === undefined).map(({ handler }) => handler);
  if (undeclared.length > 0) throw new Error(`routes without @Allow, @SignedIn or @Public: ${undeclared.join(', ')}`);
  return routes.map((route) => ({ ...route, demand: route.demand ?? { kind: 'signedIn' } }));
}

type DeclaredRoute = Omit<Route, 'demand'> & { readonly demand: RouteDemand | undefined };

function routesOf(controller: Route['controller'], prototype: Record<string, object>): readonly DeclaredRoute[] {
  const base = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((property) => {
    const handler = prototype[property];
    const method = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
    if (!handler || method === undefined) return [];
    const demand = Reflect.getMetadata(ROUTE_DEMAND, handler) as RouteDemand | undefined;
    const tails = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
    return tails.map((tail) => ({ method: RequestMethod[method], path: joinPath(base, tail), demand, handler: `${controller.name}.${property}`, controller, property }));
  });
}

function joinPath(base: string, tail: string): string {
  return `/${[base, tail].map((part) => part.replace(/^\/+|\/+$/g, '')).filter(Boolean).join('/')}`;
}
