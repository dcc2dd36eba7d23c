import type { SessionState, Zone } from '@jenjang/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Sesi: a class meeting, in instants with the zone of its place. */
@Entity('session')
export class Session {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'phase_id' }) phaseId!: string;
  /** Null when the whole cohort meets. */
  @Column('uuid', { name: 'class_id', nullable: true }) classId!: string | null;
  @Column('uuid', { name: 'module_id', nullable: true }) moduleId!: string | null;
  @Column('text') title!: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('text') zone!: Zone;
  @Column('text') venue!: string;
  @Column('uuid', { name: 'venue_id', nullable: true }) venueId!: string | null;
  @Column('uuid', { name: 'room_id', nullable: true }) roomId!: string | null;
  /** https; empty for none. */
  @Column('text', { name: 'meeting_url' }) meetingUrl!: string;
  @Column('numeric', { name: 'lesson_hours' }) lessonHours!: number;
  @Column('boolean') mandatory!: boolean;
  @Column('text') state!: SessionState;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
}
