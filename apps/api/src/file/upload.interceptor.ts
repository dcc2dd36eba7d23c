import { rm } from 'node:fs/promises';
import { Injectable, PayloadTooLargeException, type CanActivate, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { UploadQuery } from '@jenjang/shared';
import type { Response } from 'express';
import { catchError, type Observable } from 'rxjs';
import { checkBody, type ActorRequest } from '../platform/index.js';
import { mostBytes, tooLarge } from './file.content.js';
import { FileService } from './file.service.js';

/** Lets nobody send megabytes that would be refused: judges purpose and agency before the body is read. */
@Injectable()
export class UploadGuard implements CanActivate {
  constructor(private readonly files: FileService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const query = await checkBody(UploadQuery, { ...request.query });
    if (request.actor) await this.files.admit(request.actor, query);
    return request.actor !== undefined;
  }
}

/** Names the limit where the parser only says that it was passed. */
@Injectable()
export class UploadLimit implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        throw error instanceof PayloadTooLargeException ? tooLarge(mostBytes) : error;
      }),
    );
  }
}

/** Takes away what the parser laid down, however the request ended: also when its other fields were refused. */
@Injectable()
export class UploadSweep implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<{ file?: { path?: string } }>();
    http.getResponse<Response>().on('close', () => {
      if (request.file?.path) void rm(request.file.path, { force: true });
    });
    return next.handle();
  }
}
