import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res, UploadedFile, UseGuards, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { UploadQuery, type KeptFile } from '@jenjang/shared';
import type { Request, Response } from 'express';
import { CurrentActor, SignedIn, Storage, type Actor } from '../platform/index.js';
import { mostBytes } from './file.content.js';
import { sendFile } from './file.response.js';
import { FileService, type IncomingFile } from './file.service.js';
import { UploadGuard, UploadLimit, UploadSweep } from './upload.interceptor.js';

const parser = { limits: { fileSize: mostBytes, files: 1, fields: 4, parts: 5 }, defParamCharset: 'utf8' };

/** Uploading and reading files. Who may depends on their purpose and use, so the service decides. */
@Controller('api/v1/files')
export class FileController {
  constructor(
    private readonly files: FileService,
    private readonly storage: Storage,
  ) {}

  @Post() @SignedIn() @UseGuards(UploadGuard) @UseInterceptors(UploadSweep, UploadLimit, FileInterceptor('file', parser))
  upload(@CurrentActor() actor: Actor, @Query() query: UploadQuery, @UploadedFile() file: IncomingFile | undefined): Promise<KeptFile> {
    return this.files.keep(actor, query, file);
  }

  @Get(':id') @SignedIn()
  async read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await sendFile(this.storage, await this.files.find(actor, id), request, response);
  }
}
