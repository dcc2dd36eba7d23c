/**
 * class-transformer asks for the types that TypeScript can record with decorators. Our request classes name theirs
 * themselves (`@Type(() => …)`), so there is never one to be found, and no library is needed to look for it.
 */
Object.assign(Reflect, { getMetadata: () => undefined });
