import type { CertificateDesign, GraduationOutcome, IssuanceFacts, ParticipantRecord, Signatory, TranscriptLine } from '@jenjang/shared';
import { rowsOf, type Transaction } from '../platform/index.js';

/** Everything that goes onto a certificate, as of the training. */
export interface IssuanceRecord {
  readonly enrolmentId: string;
  readonly enrolmentState: string;
  readonly decisionId: string | null;
  readonly outcome: GraduationOutcome | null;
  readonly predicate: string | null;
  readonly finalScore: number | null;
  readonly inputs: ParticipantRecord | null;
  readonly holdsValid: boolean;
  readonly personId: string;
  readonly holderAgencyId: string;
  readonly holderUnitId: string | null;
  readonly frontTitle: string | null;
  readonly fullName: string;
  readonly backTitle: string | null;
  readonly birthPlace: string | null;
  readonly birthDate: string | null;
  readonly nip: string | null;
  readonly employmentKind: 'PNS' | 'CPNS' | 'PPPK' | 'PPPK_PART_TIME' | 'NON_ASN' | null;
  readonly golongan: string | null;
  readonly positionKind: string | null;
  readonly positionName: string | null;
  readonly eselon: string | null;
  readonly unitName: string | null;
  readonly opdName: string | null;
  readonly holderAgency: string;
  readonly className: string | null;
  readonly classCode: string | null;
  readonly transcript: readonly TranscriptLine[];
}

/** What the certificates of a cohort have in common. */
export interface IssuingCohort {
  readonly cohortId: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly agencyShortName: string;
  readonly agencyCode: string;
  readonly agencyZone: string;
  readonly state: string;
  readonly code: string;
  readonly name: string;
  readonly ordinal: number;
  readonly mode: 'onsite' | 'online' | 'hybrid';
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: string;
  readonly venueName: string;
  readonly venueCity: string;
  readonly signatories: readonly Signatory[];
  readonly organisers: readonly { readonly role: string; readonly name: string }[];
  readonly programmeId: string;
  readonly programmeCode: string;
  readonly programmeName: string;
  readonly ownerName: string;
  readonly academy: string;
  readonly academyCode: string;
  readonly diklatKind: number;
  readonly diklatForm: 'klasikal' | 'nonklasikal';
  readonly curriculumNumber: number;
  readonly lessonHours: number;
  readonly design: CertificateDesign;
}

export async function loadIssuingCohort(tx: Transaction, cohortId: string): Promise<IssuingCohort | null> {
  const [row] = await rowsOf<IssuingCohort>(tx, `
    select c.id as "cohortId", c.agency_id as "agencyId", a.name as "agencyName", a.short_name as "agencyShortName", a.code as "agencyCode", a.zone as "agencyZone",
           c.state, c.code, c.name, c.ordinal, c.mode, c.starts_on as "startsOn", c.ends_on as "endsOn", c.zone, c.venue_name as "venueName", c.venue_city as "venueCity",
           c.signatories, coalesce((select json_agg(json_build_object('role', cp.role, 'name', cp.name) order by cp.position) from cohort_partner cp where cp.cohort_id = c.id), '[]') as organisers,
           p.id as "programmeId", p.code as "programmeCode", p.name as "programmeName", p.owner_name as "ownerName", ac.name as academy, ac.code as "academyCode",
           p.diklat_kind as "diklatKind", p.diklat_form as "diklatForm", cu.number as "curriculumNumber", cu.lesson_hours as "lessonHours", cu.certificate_design as design
    from cohort c join agency a on a.id = c.agency_id join curriculum cu on cu.id = c.curriculum_id
    join programme p on p.id = cu.programme_id join academy ac on ac.id = p.academy_id where c.id = $1`, [cohortId]);
  return row ?? null;
}

/**
 * The participants named, or all of the cohort, as of the training: the employment is the one kept at enrolment.
 * The transcript leaves out modules that only other classes met for.
 */
export async function loadIssuances(tx: Transaction, cohortId: string, enrolmentIds: readonly string[] | null): Promise<IssuanceRecord[]> {
  return rowsOf<IssuanceRecord>(tx, `
    select e.id as "enrolmentId", e.state as "enrolmentState", d.id as "decisionId", d.outcome, d.predicate, d.final_score as "finalScore", d.inputs,
           exists (select from certificate_state cs join cohort c2 on c2.id = e.cohort_id join curriculum cu2 on cu2.id = c2.curriculum_id
                   where cs.enrolment_id = e.id and cs.state in ('active', 'suspended') and cs.kind = cu2.certificate_design ->> 'kind') as "holdsValid",
           p.id as "personId", coalesce(em.agency_id, p.agency_id) as "holderAgencyId", em.unit_id as "holderUnitId", p.front_title as "frontTitle", p.full_name as "fullName", p.back_title as "backTitle", p.birth_place as "birthPlace", p.birth_date as "birthDate",
           em.nip, em.kind as "employmentKind", em.golongan, em.position_kind as "positionKind", em.position_name as "positionName", em.eselon,
           u.name as "unitName", o.name as "opdName", coalesce(ea.name, pa.name) as "holderAgency", cc.name as "className", cc.code as "classCode",
           coalesce((select json_agg(json_build_object('title', m.title, 'lessonHours', m.lesson_hours) order by m.position)
             from module m join cohort c on c.id = e.cohort_id where m.curriculum_id = c.curriculum_id and not exists (
               select from session s where s.cohort_id = e.cohort_id and s.module_id = m.id and s.class_id is distinct from e.class_id and s.class_id is not null
                 and not exists (select from session own where own.cohort_id = e.cohort_id and own.module_id = m.id and (own.class_id is null or own.class_id = e.class_id)))), '[]') as transcript
    from enrolment e join person p on p.id = e.person_id join agency pa on pa.id = p.agency_id
    left join employment em on em.id = e.employment_id left join agency ea on ea.id = em.agency_id left join unit u on u.id = em.unit_id
    left join unit o on o.id = nullif(split_part(u.path, '/', 3), '')::uuid
    left join cohort_class cc on cc.id = e.class_id
    left join graduation_decision d on d.enrolment_id = e.id and not exists (select from graduation_decision n where n.supersedes = d.id)
    where e.cohort_id = $1 and ($2::uuid[] is null or e.id = any($2)) and (e.state = 'accepted' or $2::uuid[] is not null)
    order by cc.code nulls first, fold_text(p.full_name), e.id`, [cohortId, enrolmentIds]);
}

/** What the issuing rule looks at. */
export function issuanceFacts(record: IssuanceRecord, cohort: IssuingCohort, issuedOn: string): IssuanceFacts {
  return {
    kind: cohort.design.kind, outcome: record.outcome, enrolmentState: record.enrolmentState, cohortState: cohort.state, cohortEndsOn: cohort.endsOn,
    issuedOn, lessonHours: cohort.lessonHours, signatoryCount: cohort.signatories.length, holdsValidCertificate: record.holdsValid,
  };
}

/** The next number of a counter. The row stays locked until the transaction ends, so a rollback leaves no gap. */
export async function nextOf(tx: Transaction, scope: string): Promise<number> {
  const [row] = await rowsOf<{ last: number }>(tx,
    `insert into certificate_counter (scope, last) values ($1, 1) on conflict (scope) do update set last = certificate_counter.last + 1 returning last`, [scope]);
  return row?.last ?? 0;
}
