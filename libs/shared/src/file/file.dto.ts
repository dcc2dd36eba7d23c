import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { filePurposes, type FilePurpose } from './file.types.js';

/** Where an uploaded file belongs. Part of the address, so that it is judged before a byte is read. */
export class UploadQuery {
  @IsIn(filePurposes) purpose!: FilePurpose;
  /** Agency that will own the file; left out for what belongs to the whole country. */
  @IsOptional() @IsUUID() agencyId?: string;
}
