import type { CohortProgressRow, Page, PageQuery, ProgressHeading } from '@jenjang/shared';
import { pageOf, type Database } from '../platform/index.js';

/** Whose a cohort is, or null when there is none. */
export async function loadCohortPlace(db: Database, id: string): Promise<{ readonly agencyId: string; readonly cohortId: string } | null> {
  const [place] = await db.read<{ agencyId: string; cohortId: string }>(`select agency_id as "agencyId", id as "cohortId" from cohort where id = $1`, [id]);
  return place ?? null;
}

/** The modules of a cohort in their order. */
export async function loadHeadings(db: Database, cohortId: string): Promise<ProgressHeading[]> {
  return db.read<ProgressHeading>(
    `select m.id, m.code, m.title, (count(a.id) filter (where a.required))::int as required
     from cohort c join module m on m.curriculum_id = c.curriculum_id left join activity a on a.module_id = m.id
     where c.id = $1 group by m.id order by m.position`,
    [cohortId],
  );
}

const nameOfPerson = `concat_ws(', ', concat_ws(' ', p.front_title, p.full_name), p.back_title)`;

/** One page of the participants with what each has done. `q` looks at name and NIP. */
export async function loadCohortProgress(db: Database, cohortId: string, query: PageQuery): Promise<Page<CohortProgressRow>> {
  const search = query.q?.trim() ?? '';
  return pageOf<CohortProgressRow>(db, query, {
    columns: `e.id as "enrolmentId", ${nameOfPerson} as name, em.nip, k.name as "className", done.last as "lastStepAt",
      coalesce(done.modules, '{}') as modules, coalesce(done.completed, 0)::int as completed,
      (select count(*)::int from module m join activity a on a.module_id = m.id where m.curriculum_id = c.curriculum_id and a.required) as required`,
    from: `from enrolment e join cohort c on c.id = e.cohort_id join person p on p.id = e.person_id
      left join employment em on em.id = e.employment_id left join cohort_class k on k.id = e.class_id
      left join lateral (
        select max(per.last) as last, sum(per.completed) as completed, jsonb_object_agg(per.module_id, per.completed) as modules
        from (select a.module_id, max(greatest(g.opened_at, g.completed_at)) as last, count(*) filter (where a.required and g.completed_at is not null) as completed
              from activity_progress g join activity a on a.id = g.activity_id where g.enrolment_id = e.id group by a.module_id) per) done on true
      where e.cohort_id = $1 and e.state = 'accepted' and ($2 = '' or fold_text(p.full_name) like '%' || fold_text($2) || '%' or em.nip like $2 || '%')`,
    values: [cohortId, search],
    sorts: { name: 'fold_text(p.full_name)', class: 'k.name', completed: 'coalesce(done.completed, 0)', lastStep: 'done.last' },
    tie: 'e.id',
  });
}
