import type { DutyStatus, EmploymentKind, NipWarning, PositionKind } from '@jenjang/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What held for a person from a day on; one at a time. */
@Entity('employment')
export class Employment {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('uuid', { name: 'unit_id' }) unitId!: string;
  @Column('text') kind!: EmploymentKind;
  /** 18 digits as text; null for people outside the service. */
  @Column('text', { nullable: true }) nip!: string | null;
  @Column('text', { name: 'nip_warnings', array: true }) nipWarnings!: NipWarning[];
  @Column('text', { nullable: true }) golongan!: string | null;
  @Column('text', { name: 'position_kind' }) positionKind!: PositionKind;
  @Column('text', { name: 'position_name' }) positionName!: string;
  @Column('text', { nullable: true }) eselon!: string | null;
  @Column('text', { name: 'duty_status' }) dutyStatus!: DutyStatus;
  /** ISO dates; `validTo` is the first day on which it no longer holds. */
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}
