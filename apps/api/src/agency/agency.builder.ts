import { randomBytes } from 'node:crypto';
import { systemActor, type Database } from '../platform/index.js';

/** An agency with a tree of its own, so that specs never meet. */
export interface Tree {
  readonly agencyId: string;
  readonly root: string;
  /** Two dinas below the root, and a bidang below the first. */
  readonly dinas: string;
  readonly badan: string;
  readonly bidang: string;
}

/** A city with a small tree. */
export async function aTree(db: Database): Promise<Tree> {
  const code = randomBytes(4).toString('hex').toUpperCase();
  return db.transaction(systemActor(), async (tx) => {
    const [agency] = await tx.query(
      `insert into agency (code, name, short_name, kind, zone) values ($1, $2, $3, 'city', 'Asia/Makassar') returning id`, [`KOTA-${code}`, `Pemerintah Kota Embun ${code}`, `Kota Embun ${code}`]);
    const unit = async (parentId: string | null, kind: string, name: string, unitCode: string, shortName: string | null = null): Promise<string> => (await tx.query(
      `insert into unit (agency_id, parent_id, kind, code, name, short_name) values ($1, $2, $3, $4, $5, $6) returning id`, [agency.id, parentId, kind, unitCode, name, shortName]))[0].id;
    const root = await unit(null, 'INSTANSI', 'Pemerintah Kota Embun', 'ROOT');
    const dinas = await unit(root, 'DINAS', 'Dinas Komunikasi dan Informatika', 'KOMINFO', 'Diskominfo');
    const badan = await unit(root, 'BADAN', 'Badan Perencanaan Pembangunan Daerah', 'BAPPEDA', 'Bappeda');
    const bidang = await unit(dinas, 'BIDANG', 'Bidang Aplikasi', 'KOMINFO-1');
    return { agencyId: agency.id, root, dinas, badan, bidang };
  });
}

/** Somebody who works in a unit since 2020. Answers the id. */
export async function aWorker(db: Database, agencyId: string, unitId: string, changes: { name?: string; nip?: string; email?: string; birthDate?: string; validFrom?: string } = {}): Promise<string> {
  const [made] = await db.execute<{ id: string }>(
    `insert into person (agency_id, full_name, email, birth_date) values ($1, $2, $3, $4) returning id`, [agencyId, changes.name ?? 'Telaga Embun', changes.email ?? null, changes.birthDate ?? null]);
  await db.execute(
    `insert into employment (person_id, agency_id, unit_id, kind, nip, golongan, position_kind, position_name, eselon, valid_from)
     values ($1, $2, $3, 'PNS', $4, 'III/d', 'PENGAWAS', 'Kepala Subbidang Data', 'IV.a', $5)`, [made!.id, agencyId, unitId, changes.nip ?? aNip(), changes.validFrom ?? '2020-01-01']);
  return made!.id;
}

let sequence = 0;
/** A sound NIP that no other call has given. */
export function aNip(): string {
  sequence += 1;
  const day = String((sequence % 28) + 1).padStart(2, '0');
  const year = 1970 + (Math.floor(sequence / 28) % 25);
  return `${String(year)}01${day}${String(year + 25)}0119${String(Math.floor(sequence / 700)).padStart(2, '0')}`;
}
