import type { UnitKind } from '@jenjang/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A node of an agency's tree. Closed by date, never deleted. */
@Entity('unit')
export class Unit {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  /** Null for the root only. */
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('text') kind!: UnitKind;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'short_name', nullable: true }) shortName!: string | null;
  @Column('text', { name: 'region_code', nullable: true }) regionCode!: string | null;
  /** ISO dates; `activeTo` is the first day on which the unit is no more. */
  @Column('date', { name: 'active_from' }) activeFrom!: string;
  @Column('date', { name: 'active_to', nullable: true }) activeTo!: string | null;
  /** Kept by trigger. */
  @Column({ type: 'text', insert: false, update: false }) path!: string;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
}
