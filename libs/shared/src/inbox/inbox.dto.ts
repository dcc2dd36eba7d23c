import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../platform/paging.dto.js';

/** Query of the reader's own messages. */
export class InboxQuery extends PageQuery {
  @IsOptional() @IsIn(['unread', 'read']) state?: 'unread' | 'read';
}

export class MessagePreferenceRequest {
  @IsBoolean() email!: boolean;
  @IsBoolean() whatsapp!: boolean;
  /** As people write it: 0812 3456 7890 or +62…; kept in the international form. */
  @IsOptional() @IsString() @MaxLength(30) whatsappNumber?: string;
}
