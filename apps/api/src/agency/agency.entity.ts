import type { AgencyKind, Zone } from '@jenjang/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Instansi: a tenant. */
@Entity('agency')
export class Agency {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'short_name' }) shortName!: string;
  @Column('text') kind!: AgencyKind;
  @Column('text', { name: 'region_code', nullable: true }) regionCode!: string | null;
  @Column('text') zone!: Zone;
  /** Minutes in one JP. */
  @Column('int', { name: 'minutes_per_lesson_hour' }) minutesPerLessonHour!: number;
  @Column('text', { name: 'siasn_instansi_id', nullable: true }) siasnInstansiId!: string | null;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
}
