import { randomUUID } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { ActorRequest } from './allow.js';
import type { Config } from './config.js';
import { Database } from './database.js';
import { localeOf } from './locale.js';
import { Metrics } from './metrics.js';
import { HttpProblem, problemFacts, wordProblem, type ProblemFacts } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { LOG } from './tokens.js';
import { validationPipe } from './validation.pipe.js';
import { serveWeb } from './web-files.js';

const JSON_LIMIT = '1mb';

/** Everything between the socket and the controllers, in order. */
export function prepareHttp(app: NestExpressApplication, config: Config): void {
  const log = app.get<Logger>(LOG);
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.set('query parser', 'simple');
  app.use(identify(app.get(Metrics), log));
  app.use(securityHeaders(config));
  app.use(compression({ threshold: 1024, filter: (request, response) => !isLive(response) && compression.filter(request, response) }));
  app.use(refuseCrossSite, refuseOtherBodies);
  app.use(express.json({ limit: JSON_LIMIT, strict: true }), express.urlencoded({ limit: JSON_LIMIT, extended: false }), refuseBody);
  app.use(serveWeb(config.webDirectory));
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(app.get(Database), log));
}

/** Live events must leave at once; compressing would hold them back. */
function isLive(response: Response): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream');
}

function identify(metrics: Metrics, log: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const requestId = randomUUID();
    (request as unknown as ActorRequest).requestId = requestId;
    response.set('x-request-id', requestId);
    const end = metrics.requests.startTimer({ method: request.method });
    response.on('finish', () => {
      const seconds = end({ status: String(response.statusCode) });
      log.debug({ requestId, method: request.method, path: request.path, status: response.statusCode, seconds }, 'request');
    });
    next();
  };
}

function securityHeaders(config: Config) {
  const secure = config.publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'], objectSrc: ["'none'"], frameSrc: ["'self'"], baseUri: ["'self'"], formAction: ["'self'"], frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
}

/**
 * A browser says where a request comes from. Unsafe ones from other sites are refused, so a foreign page cannot act
 * with someone's cookie; callers that are no browsers send neither header and carry no cookie by accident.
 */
function refuseCrossSite(request: Request, response: Response, next: NextFunction): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || !isCrossSite(request)) next();
  else sendProblem(request as unknown as ActorRequest, response, new HttpProblem(403, 'request.crossSite'));
}

/** A body that nothing here reads would look like an empty one: it is refused by its type instead. */
function refuseOtherBodies(request: Request, response: Response, next: NextFunction): void {
  const readable = request.is(['json', '+json', 'urlencoded', 'multipart']);
  if (readable === false && request.get('content-length') !== '0') sendProblem(request as unknown as ActorRequest, response, new HttpProblem(415, 'input.mediaType'));
  else next();
}

function isCrossSite(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site) return site !== 'same-origin' && site !== 'none';
  const origin = request.get('origin');
  return origin !== undefined && URL.parse(origin)?.host !== request.get('host');
}

/** Errors of the body parser, before the framework turns them into something vaguer. Express knows it by its four parameters. */
function refuseBody(error: unknown, request: Request, response: Response, _next: NextFunction): void {
  sendProblem(request as unknown as ActorRequest, response, problemFacts(error));
}


function sendProblem(request: ActorRequest, response: Response, problem: ProblemFacts): void {
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(wordProblem(problem, localeOf(request), request.requestId)));
}
