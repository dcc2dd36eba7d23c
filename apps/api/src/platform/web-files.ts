import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';

/** Files of the built web app; hashed names never change. The API is not slowed by looking on the disk. */
export function serveWeb(directory: string) {
  const files = express.static(directory, {
    index: false,
    setHeaders: (response, file) => {
      const hashed = /-[\w-]{8}\.(js|css|woff2)(\.(br|gz))?$/.test(file);
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    if (answeredByRoutes(request.path)) {
      next();
      return;
    }
    const asked = request.url;
    takeCompressed(request, response, directory);
    files(request, response, () => {
      request.url = asked;
      sendPage(request, response, directory, next);
    });
  };
}

const compressedEndings = { br: '.br', gzip: '.gz' } as const;

/** Turns the request to the file that the build compressed beforehand, when there is one that the browser takes. */
function takeCompressed(request: Request, response: Response, directory: string): void {
  const { path: asked } = request;
  if (!['GET', 'HEAD'].includes(request.method) || !/^(\/\w[\w.-]*)+\.(js|css|svg|json|txt|webmanifest)$/.test(asked)) return;
  response.vary('accept-encoding');
  const encoding = (['br', 'gzip'] as const).find((known) => request.acceptsEncodings(known));
  if (!encoding || !existsSync(path.join(directory, asked + compressedEndings[encoding]))) return;
  request.url = asked + compressedEndings[encoding];
  response.set('content-encoding', encoding).type(path.extname(asked));
}

/** Everything that controllers answer, in capitals too: QR codes hold the address in capitals, which take less room. The rest belongs to the web app. */
function answeredByRoutes(url: string): boolean {
  return /^\/(api|c|metrics)(\/|$)/i.test(url);
}

/** A path without a file is a page of the web app, which knows its own addresses. */
function sendPage(request: Request, response: Response, directory: string, next: NextFunction): void {
  const isPage = ['GET', 'HEAD'].includes(request.method) && request.accepts('html') && !path.extname(request.path);
  if (isPage) response.set('cache-control', 'no-cache').sendFile('index.html', { root: directory }, (error) => { if (error) next(error); });
  else next();
}
