/** SQL: trainings that a person finished, whatever the programme; `person` is a column. */
export const trainingsOf = (person: string): string => `
  (select count(*)::int from enrolment x join graduation_decision d on d.enrolment_id = x.id
   where x.person_id = ${person} and d.outcome = 'graduated' and not exists (select from graduation_decision n where n.supersedes = d.id))`;

/** SQL: names of cohorts that overlap cohort `c` and in which the person holds a seat. */
export const otherCohortsOf = (person: string): string => `
  array(select other.name from enrolment x join cohort other on other.id = x.cohort_id where x.person_id = ${person} and x.state in ('accepted', 'offered') and other.id <> c.id
    and other.state not in ('cancelled', 'completed') and daterange(other.starts_on, other.ends_on, '[]') && daterange(c.starts_on, c.ends_on, '[]') order by other.name)`;
