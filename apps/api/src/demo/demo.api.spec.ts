import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decideGraduation, localDate, parseNip, type GraduationCriteria, type ParticipantRecord } from '@jenjang/shared';
import { verify } from '@node-rs/argon2';
import { verifyAudit } from '../audit/index.js';
import { Database, readConfig, Storage, systemActor } from '../platform/index.js';
import { aFreshDatabase, contentOf } from './demo.builder.js';
import { demoLogins, loadDemo } from './index.js';
import { presentStories } from './demo.present.js';

const now = new Date('2026-11-21T02:10:00Z');
const storage = new Storage(readConfig());
const desk = { storage, publicUrl: 'https://cek.contoh.example' };

let worker: Database;
let db: Database;

beforeAll(async () => {
  worker = await Database.connect(readConfig(), []);
  db = await aFreshDatabase(worker, 'demo');
  await loadDemo(db, desk, now);
}, 120_000);

afterAll(async () => {
  await db.onModuleDestroy();
  await worker.onModuleDestroy();
});

async function countOf(sql: string, ...values: unknown[]): Promise<number> {
  const [row] = await db.read<{ n: number }>(`select count(*)::int as n ${sql}`, values);
  return row!.n;
}

interface CohortCounts {
  readonly code: string;
  readonly state: string;
  readonly seats: number;
  readonly lessonHours: number;
  readonly graduated: number;
  readonly attended: number;
  readonly failed: number;
  readonly certificates: number;
}

const cohortCounts = (): Promise<CohortCounts[]> => db.read<CohortCounts>(
  `select c.code, c.state, c.seats_taken as seats,
          (select sum(lesson_hours) / greatest(1, (select count(*) from cohort_class where cohort_id = c.id)) from session where cohort_id = c.id) as "lessonHours",
          (select count(*) from graduation_decision d join enrolment e on e.id = d.enrolment_id where e.cohort_id = c.id and d.outcome = 'graduated') as graduated,
          (select count(*) from graduation_decision d join enrolment e on e.id = d.enrolment_id where e.cohort_id = c.id and d.outcome = 'attended') as attended,
          (select count(*) from graduation_decision d join enrolment e on e.id = d.enrolment_id where e.cohort_id = c.id and d.outcome = 'failed') as failed,
          (select count(*) from certificate k join enrolment e on e.id = k.enrolment_id where e.cohort_id = c.id) as certificates
   from cohort c order by c.starts_on`);

describe('places and people', () => {
  it('has the units of Samarinda, down to the kelurahan', async () => {
    const units = await db.read<{ kind: string; n: number }>(`select u.kind, count(*)::int as n from unit u join agency a on a.id = u.agency_id where a.code = 'SMD' group by 1`);
    const of = Object.fromEntries(units.map(({ kind, n }) => [kind, n]));
    expect(of).toMatchObject({ INSTANSI: 1, KECAMATAN: 10, KELURAHAN: 59 });
    expect(await countOf(`from unit u join unit root on root.id = u.parent_id join agency a on a.id = u.agency_id where a.code = 'SMD' and root.parent_id is null and u.kind <> 'KECAMATAN'`)).toBe(35);
    expect(await countOf(`from unit u join region r on r.code = u.region_code where u.kind = 'KELURAHAN' and u.name <> 'Kelurahan ' || r.name`)).toBe(0);
    expect(await countOf('from region')).toBe(758);
  });

  it('has 3,000 people, 2,000 of them in Samarinda', async () => {
    expect(await countOf('from person')).toBe(3000);
    expect(await countOf(`from person p join agency a on a.id = p.agency_id where a.code = 'SMD'`)).toBe(2000);
  });

  it('gives nobody a number that a real person could have', async () => {
    const rows = await db.read<{ nip: string; personId: string; kind: string }>(`select nip, person_id as "personId", kind from employment where nip is not null`);
    for (const { nip } of rows) expect(Number(nip.slice(15))).toBeGreaterThanOrEqual(901);
    for (const { nip } of rows) expect(parseNip(nip, { kind: null, today: '2026-11-01' }).problems).toEqual([]);
    const holders = new Map<string, Set<string>>();
    for (const { nip, personId } of rows) holders.set(nip, (holders.get(nip) ?? new Set()).add(personId));
    expect([...holders.values()].filter(({ size }) => size > 1)).toEqual([]);
    expect(await countOf(`from person where email not like '%@contoh.example'`)).toBe(0);
  });

  it.each([
    ['numbers to be verified', `from employment where nip_warnings <> '{}'`, 3],
    ['someone who went from PPPK to PNS under a new number', `from employment a join employment b on b.person_id = a.person_id and a.kind = 'PPPK' and b.kind = 'PNS' and a.nip <> b.nip`, 1],
    ['a leave, a study, a suspension and a retirement', `from employment where duty_status <> 'active'`, 4],
    ['two people of one name in one agency', `from person where full_name = 'Cahaya Telaga' and back_title = 'S.Sos.'`, 2],
    ['kader PKK without a number', `from employment where kind = 'NON_ASN' and nip is null`, 8],
    ['a name partly in Arabic letters', `from person where full_name ~ '[\u0600-\u06ff]'`, 1],
    ['a name with titles of more than 100 letters', `from person where length(coalesce(front_title, '') || full_name || coalesce(back_title, '')) > 100`, 1],
  ])('has %s', async (_, sql, count) => {
    expect(await countOf(sql)).toBe(count);
  });

  it.each([
    ['PPPK, three in ten of all', `from employment where valid_to is null and kind like 'PPPK%'`, 700, 950],
    ['women, a little over half', `from person where gender = 'P'`, 1500, 1700],
    ['names of one word', `from person where full_name !~ ' '`, 220, 400],
    ['names with an apostrophe', `from person where full_name ~ ''''`, 5, 60],
    ['people who moved within their agency', `from employment where valid_to is not null`, 20, 120],
  ])('has %s', async (_, sql, least, most) => {
    const count = await countOf(sql);
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThanOrEqual(most);
  });
});

describe('cohorts', () => {
  it('carries the founding cohorts to their end', async () => {
    const cohorts = await cohortCounts();
    expect(cohorts.slice(0, 3)).toEqual([
      { code: 'GTA-JBI-2022', state: 'completed', seats: 120, lessonHours: 40, graduated: 116, attended: 0, failed: 4, certificates: 116 },
      { code: 'GCIO-BTG-2023', state: 'completed', seats: 40, lessonHours: 20, graduated: 0, attended: 40, failed: 0, certificates: 40 },
      { code: 'DLA-SMD-2024', state: 'completed', seats: 51, lessonHours: 40, graduated: 49, attended: 0, failed: 2, certificates: 49 },
    ]);
  });

  it('tells each failure why, by attendance and by score', async () => {
    const reasons = await db.read<{ code: string; criterion: string; n: number }>(
      `select c.code, r ->> 'criterion' as criterion, count(*)::int as n from graduation_decision d join enrolment e on e.id = d.enrolment_id join cohort c on c.id = e.cohort_id, jsonb_array_elements(d.results) r
       where d.outcome = 'failed' and r ->> 'state' = 'unmet' group by 1, 2 order by 1, 2`);
    expect(reasons).toEqual([
      { code: 'DLA-SMD-2024', criterion: 'attendance', n: 1 }, { code: 'DLA-SMD-2024', criterion: 'component', n: 1 }, { code: 'DLA-SMD-2024', criterion: 'score', n: 1 },
      { code: 'GTA-JBI-2022', criterion: 'attendance', n: 2 }, { code: 'GTA-JBI-2022', criterion: 'component', n: 2 }, { code: 'GTA-JBI-2022', criterion: 'score', n: 2 },
    ]);
  });

  it('decided as the rule decides from what is stored', async () => {
    const rows = await db.read<{ inputs: ParticipantRecord; criteria: GraduationCriteria; outcome: string; results: unknown }>(`select inputs, criteria, outcome, results from graduation_decision`);
    expect(rows).toHaveLength(211);
    for (const { inputs, criteria, outcome, results } of rows) expect(decideGraduation(inputs, criteria)).toMatchObject({ outcome, results, early: false });
  });

  it('takes the zone of the venue: the bimtek of Bontang begins at 08.00 WIB, the academy of Samarinda at 08.00 WITA', async () => {
    const first = await db.read<{ startsAt: Date }>(`select min(s.starts_at) as "startsAt" from session s join cohort c on c.id = s.cohort_id where c.code in ('GCIO-BTG-2023', 'DLA-SMD-2024') group by c.id order by 1`);
    expect(first.map(({ startsAt }) => startsAt.toISOString())).toEqual(['2023-10-25T01:00:00.000Z', '2024-09-09T00:00:00.000Z']);
  });

  it('spreads Jambi over four classes of 28 ASN and 2 kader PKK', async () => {
    const classes = await db.read<{ asn: number; others: number }>(
      `select count(*) filter (where em.kind <> 'NON_ASN')::int as asn, count(*) filter (where em.kind = 'NON_ASN')::int as others
       from enrolment e join employment em on em.id = e.employment_id join cohort c on c.id = e.cohort_id where c.code = 'GTA-JBI-2022' group by e.class_id`);
    expect(classes).toEqual(Array.from({ length: 4 }, () => ({ asn: 28, others: 2 })));
  });

  it('has every mark, and corrections that keep the first statement', async () => {
    const marks = await db.read<{ mark: string }>(`select distinct mark from attendance_mark order by 1`);
    expect(marks.map(({ mark }) => mark)).toEqual(['absent', 'late', 'on_duty', 'permitted', 'present', 'sick']);
    expect(await countOf(`from attendance_mark where supersedes is not null and reason is not null`)).toBeGreaterThan(5);
    expect(await countOf(`from score where supersedes is not null`)).toBe(3);
  });

  it('has a cohort that runs now, with one session going on and materials read in part', async () => {
    const going = await db.read<{ marked: number; closed: number }>(
      `select (select count(*)::int from attendance_mark m where m.session_id = s.id) as marked, (select count(*)::int from session o where o.cohort_id = c.id and o.state = 'closed') as closed
       from session s join cohort c on c.id = s.cohort_id where c.state = 'running' and s.state = 'planned' and $1 between s.starts_at and s.ends_at`, [now]);
    expect(going).toEqual([{ marked: 30, closed: 6 }]);
    expect(await countOf(`from activity_progress where completed_at is null`)).toBeGreaterThan(5);
    expect(await countOf(`from activity_progress where opened_at > $1 or completed_at > $1`, now)).toBe(0);
    expect(await countOf(`from attendance_mark where marked_at > $1`, now)).toBe(0);
  });

  it('has a cohort with two seats left and people in every state before them', async () => {
    const states = await db.read<{ state: string; n: number }>(`select e.state, count(*)::int as n from enrolment e join cohort c on c.id = e.cohort_id where c.state = 'enrolling' group by 1 order by 1`);
    expect(Object.fromEntries(states.map(({ state, n }) => [state, n]))).toEqual({ accepted: 38, approved: 3, nominated: 4, rejected: 2, waitlisted: 5, withdrawn: 1 });
    expect(await countOf(`from cohort where state = 'enrolling' and capacity - seats_taken = 2`)).toBe(1);
    expect(await countOf(`from cohort where state = 'planned' and signatories = '[]'`)).toBe(1);
  });

  it.each(['2026-11-20T16:03:00Z', '2026-11-21T15:58:00Z', '2026-11-21T04:00:00Z', '2027-01-01T15:59:59Z'])('finds a session for %s that does not leave the local day', (instant) => {
    const [{ phases }] = presentStories(new Date(instant));
    const session = phases[0]!.sessions.find(({ marks }) => marks === 'some')!;
    const starts = Date.parse(`${session.date}T${session.time.replace('.', ':')}:00+08:00`);
    expect(session.date).toBe(localDate(instant, 'Asia/Makassar'));
    expect(starts).toBeLessThanOrEqual(Date.parse(instant));
    expect(starts + 135 * 60_000).toBeGreaterThan(Date.parse(instant));
    expect(localDate(new Date(starts + 135 * 60_000 - 1).toISOString(), 'Asia/Makassar')).toBe(session.date);
  });
});

describe('certificates and accounts', () => {
  it('numbers certificates without gaps', async () => {
    const scopes = await db.read<{ scope: string; n: number; last: number; counted: number }>(
      `select number_scope as scope, count(distinct number_sequence)::int as n, max(number_sequence) as last, (select last from certificate_counter where scope = number_scope) as counted from certificate group by 1`);
    expect(scopes).toHaveLength(3);
    for (const { n, last, counted } of scopes) expect([n, last]).toEqual([counted, counted]);
  });

  it('dates them on the day of issue and gives as many JP to the ledger as are valid', async () => {
    const issued = await db.read<{ day: string }>(`select distinct issued_on as day from certificate order by 1`);
    expect(issued.map(({ day }) => day)).toEqual(['2022-08-08', '2023-10-27', '2024-10-01']);
    const [sums] = await db.read<{ ledger: number; valid: number }>(
      `select (select sum(lesson_hours) from lesson_hour_entry) as ledger, (select sum(c.lesson_hours) from certificate c join certificate_state s on s.certificate_id = c.id where s.state = 'active') as valid`);
    expect(sums!.ledger).toBe(sums!.valid);
  });

  it('has one revoked, and one that was suspended and is valid again', async () => {
    const states = await db.read<{ state: string; n: number }>(`select state, count(*)::int as n from certificate_state group by 1 order by 1`);
    expect(states).toEqual([{ state: 'active', n: 204 }, { state: 'revoked', n: 1 }]);
    expect(await countOf(`from certificate_event where kind in ('suspended', 'reinstated')`)).toBe(2);
    expect(await countOf(`from hr_feed f join hr_event e on e.id = f.event_id where e.kind like 'certificate.%'`)).toBe(205 + 3);
  });

  it('keeps the PDF of each', async () => {
    for (const { sha } of await db.read<{ sha: string }>(`select pdf_sha256 as sha from certificate limit 5`)) expect(await storage.size(sha)).toBeGreaterThan(10_000);
  });

  it('says on paper what someone was then, not what they became', async () => {
    const [moved] = await db.read<{ then: string; today: string }>(
      `select c.snapshot -> 'holder' ->> 'positionName' as then, em.position_name as today from certificate c join enrolment e on e.id = c.enrolment_id
       join employment em on em.person_id = e.person_id and em.valid_to is null where c.snapshot -> 'holder' ->> 'positionName' = 'Camat Palaran'`);
    expect(moved).toEqual({ then: 'Camat Palaran', today: 'Inspektur Pembantu Wilayah III' });
  });

  it('lets everybody of the demonstration sign in, each in their role', async () => {
    const accounts = await db.read<{ login: string; hash: string; roles: string[] }>(
      `select a.login, a.password_hash as hash, (select coalesce(array_agg(distinct g.role || ':' || g.scope order by g.role || ':' || g.scope), '{}') from role_grant g where g.account_id = a.id) as roles from account a order by 1`);
    expect(accounts.map(({ login }) => login)).toEqual(demoLogins.map(({ login }) => login).sort());
    expect(await verify(accounts[0]!.hash, demoLogins[0]!.password)).toBe(true);
    expect(Object.fromEntries(accounts.map(({ login, roles }) => [login.split('@')[0], roles]))).toEqual({
      admin: ['admin:national'], analis: ['hr_analyst:agency'], bontang: ['organiser:agency'], fasilitator: ['facilitator:cohort'], jambi: ['organiser:agency'],
      kepala: ['agency_head:unit', 'participant:cohort'], penyelenggara: ['organiser:agency'], peserta: ['participant:cohort'],
    });
  });

  it('has a participant in the running cohort who holds a certificate of 2024', async () => {
    expect(await countOf(
      `from account a join enrolment e on e.person_id = a.person_id join cohort c on c.id = e.cohort_id and c.state = 'running'
       join enrolment past on past.person_id = a.person_id join certificate k on k.enrolment_id = past.id where a.login = 'peserta@contoh.example' and k.issued_on = '2024-10-01'`)).toBe(1);
  });
});

describe('the load', () => {
  it('leaves an audit trail without a fault', async () => {
    const { events, faults } = await verifyAudit(db);
    expect(faults).toEqual([]);
    expect(events).toBeGreaterThan(10_000);
  });

  it('changes nothing the second time, on whatever day', async () => {
    const before = await countOf('from audit_event');
    expect(await loadDemo(db, desk, new Date('2027-03-01T00:00:00Z'))).toEqual(demoLogins);
    expect(await countOf('from audit_event')).toBe(before);
  });

  it('stays away from an installation with an agency of its own', async () => {
    const own = await aFreshDatabase(worker, 'own');
    try {
      await own.transaction(systemActor(), (tx) => tx.query(`insert into agency (code, name, short_name, kind, zone) values ('SENDIRI', 'Pemerintah Kota Sendiri', 'Kota Sendiri', 'city', 'Asia/Jakarta')`));
      expect(await loadDemo(own, desk, now)).toEqual([]);
      expect(await own.read(`select code from agency`)).toEqual([{ code: 'SENDIRI' }]);
    } finally {
      await own.onModuleDestroy();
    }
  });

  it('goes on after a cut, and writes the same on another day', async () => {
    const other = await aFreshDatabase(worker, 'cut');
    try {
      let kept = 0;
      const failing = Object.assign(new Storage(readConfig()), { put: (content: Parameters<Storage['put']>[0]) => (kept += 1) > 30 ? Promise.reject(new Error('disk full')) : storage.put(content) });
      await expect(loadDemo(other, { ...desk, storage: failing }, new Date('2027-02-03T04:05:00Z'))).rejects.toThrow('disk full');
      expect(await loadDemo(other, desk, new Date('2027-02-03T04:05:00Z'))).toEqual(demoLogins);
      expect(await contentOf(other)).toEqual(await contentOf(db));
      expect((await verifyAudit(other)).faults).toEqual([]);
    } finally {
      await other.onModuleDestroy();
    }
  }, 120_000);
});
