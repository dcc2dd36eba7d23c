import type { CohortMode, CohortState, Signatory, Zone } from '@jenjang/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Angkatan: one run of a curriculum with its own dates, venue and seats. */
@Entity('cohort')
export class Cohort {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  /** Taken when the cohort is made, and kept. */
  @Column('uuid', { name: 'curriculum_id' }) curriculumId!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('int') ordinal!: number;
  @Column('text') state!: CohortState;
  @Column('text') mode!: CohortMode;
  /** ISO dates, local to the zone. */
  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
  @Column('text') zone!: Zone;
  @Column('text', { name: 'venue_name' }) venueName!: string;
  @Column('text', { name: 'venue_city' }) venueCity!: string;
  @Column('int') capacity!: number;
  /** Accepted participants; kept by trigger. */
  @Column({ type: 'int', name: 'seats_taken', insert: false, update: false }) seatsTaken!: number;
  /** Who signs the certificates, in printing order. */
  @Column('jsonb') signatories!: readonly Signatory[];
  @Column({ type: 'int', insert: false, update: false }) version!: number;
}
