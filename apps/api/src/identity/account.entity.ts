import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Who may sign in. Made from scratch: no password until an invitation is used. */
@Entity('account')
export class Account {
  @PrimaryGeneratedColumn('uuid') id!: string;
  /** The person behind the account, if any. */
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  /** Lower case e-mail or user name. */
  @Column('text') login!: string;
  @Column('text', { name: 'display_name' }) displayName!: string;
  /** Argon2id; null until a link set it. */
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('text') locale!: 'id' | 'en';
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt!: Date | null;
  @Column({ type: 'int', insert: false, update: false }) version!: number;
}
