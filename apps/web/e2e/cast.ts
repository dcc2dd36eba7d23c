/** Somebody of the demonstration: names and NIP are the same in every load. */
export interface Person {
  readonly name: string;
  readonly nip: string;
}

/** Who takes part, by what becomes of them. All but the participant work at Diskominfo. */
export const cast = {
  /** Has an account and reads on the phone. */
  participant: { name: 'Kasturi Gerimis', nip: '197001251996112901' },
  /** Graduates, and loses the certificate later. */
  revoked: { name: 'Danu Bentala', nip: '199712092024111901' },
  /** Never comes. */
  absent: { name: 'Jati Mahoni Hujan', nip: '200103192024031901' },
  /** Scores below the least of a component. */
  weak: { name: 'Melati Meranti', nip: '198203212005092901' },
} as const satisfies Record<string, Person>;

/** Graduates of whom nothing is told. */
export const others: readonly Person[] = [
  { name: 'Bulan Rumbia', nip: '200108272024052901' },
  { name: 'Citra Telaga', nip: '198210122021212901' },
  { name: 'Flamboyan Pelangi', nip: '198809212011092901' },
  { name: 'Gita Rumbia', nip: '199902222024092901' },
  { name: 'Guntur Senja', nip: '199208222016121901' },
  { name: 'Juwita Teratai', nip: '198707252011022901' },
  { name: 'Oka Pualam', nip: '199702202019081901' },
  { name: 'Ratna Pualam', nip: '200106212024212901' },
];

export const everybody: readonly Person[] = [...Object.values(cast), ...others];
export const facilitator = 'Yudha Lembayung';
