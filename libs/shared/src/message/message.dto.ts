import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { PageQuery } from '../platform/paging.dto.js';
import type { Locale } from '../platform/locale.types.js';
import { messageChannels, messageEvents, messageStates, type MessageChannel, type MessageEvent, type MessageState } from './message.types.js';
import { readershipKinds, type Readership, type ReadershipKind } from './class-message.types.js';

/** Query of a cohort's delivery log; words are looked for in the reader's name. Sorts: at, name, state. */
export class MessageQuery extends PageQuery {
  @IsOptional() @IsIn(messageStates) state?: MessageState;
  @IsOptional() @IsIn(messageChannels) channel?: MessageChannel;
  @IsOptional() @IsIn(messageEvents) event?: MessageEvent;
  /** Only what did not arrive: bounced, failed, parked, skipped for want of an address. */
  @IsOptional() @IsIn(['yes']) trouble?: 'yes';
}

/** To whom a message to a class goes; exactly the target that the kind needs is given. */
export class ReadershipRequest implements Readership {
  @IsIn(readershipKinds) kind!: ReadershipKind;
  @IsOptional() @IsUUID() classId?: string;
  @IsOptional() @IsUUID() unitId?: string;
  @IsOptional() @IsUUID() sessionId?: string;
}

/** A message to people of a cohort, as written. */
export class ClassMessageDraft {
  @IsObject() @ValidateNested() @Type(() => ReadershipRequest) readership!: ReadershipRequest;
  @IsString() @MinLength(3) @MaxLength(200) subject!: string;
  @IsString() @MinLength(3) @MaxLength(5000) body!: string;
}

export class ClassMessageRequest extends ClassMessageDraft {
  /** ISO instant before which nothing is sent; at once without it. */
  @IsOptional() @IsISO8601({ strict: true }) sendAfter?: string;
  /** Number of readers that the writer saw in the preview. */
  @IsInt() @Min(1) @Max(100_000) readers!: number;
}

/** Days before the first session and before deadlines. */
export class RemindersRequest {
  @IsInt() @Min(0) version!: number;
  @IsInt({ each: true }) @Min(1, { each: true }) @Max(30, { each: true }) @ArrayMaxSize(5) @IsArray() days!: number[];
}

/** What a WhatsApp gateway tells of a message. */
export class ReceiptRequest {
  @IsString() @MinLength(1) @MaxLength(200) id!: string;
  @IsIn(['delivered', 'read', 'failed']) status!: 'delivered' | 'read' | 'failed';
}

/** Whose templates: an agency's, or the national ones without. */
export class MessageTemplateQuery {
  @IsOptional() @IsUUID() agencyId?: string;
}

/** A new version of a text. */
export class SaveTemplateRequest {
  @IsOptional() @IsUUID() agencyId?: string;
  /** Number of the version that was edited, 0 when there was none: a colleague's newer one is not overwritten. */
  @IsInt() @Min(0) number!: number;
  @IsString() @MinLength(1) @MaxLength(200) subject!: string;
  @IsString() @MinLength(1) @MaxLength(5000) body!: string;
}

export class ResetTemplateRequest {
  @IsOptional() @IsUUID() agencyId?: string;
  @IsInt() @Min(0) number!: number;
}

/** A text as it is being written, to be filled with examples or with facts of a cohort. */
export class PreviewTemplateRequest {
  @IsOptional() @IsUUID() agencyId?: string;
  @IsOptional() @IsUUID() cohortId?: string;
  @IsIn(messageEvents) event!: MessageEvent;
  @IsIn(messageChannels) channel!: MessageChannel;
  @IsIn(['id', 'en']) locale!: Locale;
  @IsString() @MaxLength(200) subject!: string;
  @IsString() @MaxLength(5000) body!: string;
}
