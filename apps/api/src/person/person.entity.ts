import type { Gender } from '@jenjang/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Anyone who learns, teaches, organises or signs; civil servant or not. */
@Entity('person')
export class Person {
  @PrimaryGeneratedColumn('uuid') id!: string;
  /** The agency that keeps this record. */
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('text', { name: 'front_title', nullable: true }) frontTitle!: string | null;
  @Column('text', { name: 'full_name' }) fullName!: string;
  @Column('text', { name: 'back_title', nullable: true }) backTitle!: string | null;
  @Column('text', { nullable: true }) gender!: Gender | null;
  @Column('date', { name: 'birth_date', nullable: true }) birthDate!: string | null;
  @Column('text', { name: 'birth_place', nullable: true }) birthPlace!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
}
