import { addDays, instantAt, instantMs, isoInstant, nameWithTitles, rankPrinted, type GraduationCriteria, type Signatory } from '@jenjang/shared';
import { followGrants } from '../account/index.js';
import { agencyId, employmentOn, idOf, insertRows, itemAt, type DemoPerson } from '../demo-people/index.js';
import { rowsOf, systemActor, type Transaction } from '../platform/index.js';
import { placesOf, type Population } from './demo.places.js';
import type { CohortStory, PhaseStory, Place, SessionStory } from './demo.stories.js';

/** A published curriculum with what sessions and records refer to. */
export interface Taught {
  readonly curriculumId: string;
  readonly criteria: GraduationCriteria;
  readonly modules: readonly { readonly id: string; readonly title: string; readonly lessonHours: number }[];
  readonly activityIds: readonly string[];
}

export interface WrittenSession {
  readonly id: string;
  readonly classCode: string | null;
  readonly startsAt: string;
  readonly lessonHours: number;
  readonly marks: SessionStory['marks'];
}

/** A cohort as written, for the records of its participants. */
export interface WrittenCohort {
  readonly id: string;
  readonly story: CohortStory;
  readonly taught: Taught;
  readonly sessions: readonly WrittenSession[];
  readonly participants: readonly (Place & { readonly enrolmentId: string })[];
}

const minutesPerLessonHour = 45;

/** The identifier of a cohort by its code. */
export const cohortId = (code: string): string => idOf(`cohort ${code}`);

/** Writes a cohort with its plan and its participants, as it stands at the instant. */
export async function writeCohort(tx: Transaction, story: CohortStory, population: Population, now: Date): Promise<WrittenCohort> {
  const taught = await loadTaught(tx, story);
  const id = cohortId(story.code);
  await writeFrame(tx, story, taught, population);
  const sessions = await writeSessions(tx, story, taught, population);
  const participants = placesOf(story, population).map((place) => ({ ...place, enrolmentId: idOf(`enrolment ${story.code} ${place.person}`) }));
  await writeEnrolments(tx, story, participants, population, now);
  await followGrants(tx, systemActor(), id, 'facilitator');
  await followGrants(tx, systemActor(), id, 'participant');
  return { id, story, taught, sessions, participants };
}

async function loadTaught(tx: Transaction, { programme }: CohortStory): Promise<Taught> {
  const [taught] = await rowsOf<Taught>(tx,
    `select k.id as "curriculumId", k.criteria,
            (select json_agg(json_build_object('id', m.id, 'title', m.title, 'lessonHours', m.lesson_hours) order by m.position) from module m where m.curriculum_id = k.id) as modules,
            (select coalesce(json_agg(a.id order by m.position, a.position), '[]') from activity a join module m on m.id = a.module_id where m.curriculum_id = k.id and a.required) as "activityIds"
     from curriculum k join programme p on p.id = k.programme_id
     where p.code = $1 and p.agency_id is null and k.state = 'published' order by k.number desc limit 1`,
    [programme]);
  if (!taught) throw new Error(`no published curriculum of programme ${programme}`);
  return taught;
}

async function writeFrame(tx: Transaction, story: CohortStory, { curriculumId }: Taught, population: Population): Promise<void> {
  const id = cohortId(story.code);
  const { agency, phases, classes, partners, facilitators: _, signatories, ...facts } = story;
  await insertRows(tx, 'cohort', {
    id: 'uuid', agencyId: 'uuid', curriculumId: 'uuid', code: 'text', name: 'text', ordinal: 'int', state: 'text', mode: 'text', startsOn: 'date', endsOn: 'date', zone: 'text',
    venueName: 'text', venueCity: 'text', capacity: 'int', signatories: 'jsonb',
  }, [{ ...facts, id, agencyId: agencyId(agency), curriculumId, signatories: signatories.map(({ person, prefix }) => signatoryOf(personAt(population, person), prefix, story.startsOn)) }]);
  await insertRows(tx, 'cohort_partner', { id: 'uuid', cohortId: 'uuid', position: 'int', role: 'text', name: 'text' },
    partners.map((partner, index) => ({ ...partner, id: idOf(`partner ${story.code} ${index}`), cohortId: id, position: index + 1 })));
  await insertRows(tx, 'cohort_class', { id: 'uuid', cohortId: 'uuid', code: 'text', name: 'text', capacity: 'int' },
    classes.map((held) => ({ ...held, id: classId(story, held.code), cohortId: id })));
  await insertRows(tx, 'phase', { id: 'uuid', cohortId: 'uuid', position: 'int', name: 'text', mode: 'text', startsOn: 'date', endsOn: 'date' },
    phases.map(({ name, mode, startsOn, endsOn }, index) => ({ id: phaseId(story, index), cohortId: id, position: index + 1, name, mode, startsOn, endsOn })));
}

function signatoryOf(found: DemoPerson, prefix: string, date: string): Signatory {
  const held = employmentOn(found, date);
  return { name: nameWithTitles(found.person), nip: held?.nip ?? null, position: `${prefix}${held?.positionName ?? ''}`, rank: rankPrinted(held?.golongan ?? null) };
}

interface PlacedSession extends WrittenSession {
  readonly cohortId: string;
  readonly phaseId: string;
  readonly classId: string | null;
  readonly moduleId: string | null;
  readonly title: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly venue: string;
  readonly state: string;
}

async function writeSessions(tx: Transaction, story: CohortStory, taught: Taught, population: Population): Promise<PlacedSession[]> {
  const told = story.phases.flatMap((phase, index) => phase.sessions.map((session) => ({ session, phase, phaseId: phaseId(story, index) })));
  const sessions = told.map(({ session, phase, phaseId }, index) =>
    placed(story, { session, phase, phaseId, index }, moduleOf(session, told.slice(0, index).map((earlier) => earlier.session), taught)));
  await insertRows(tx, 'session', {
    id: 'uuid', cohortId: 'uuid', phaseId: 'uuid', classId: 'uuid', moduleId: 'uuid', title: 'text', startsAt: 'timestamptz', endsAt: 'timestamptz', zone: 'text', venue: 'text',
    lessonHours: 'numeric', state: 'text',
  }, sessions);
  await insertRows(tx, 'session_facilitator', { id: 'uuid', sessionId: 'uuid', personId: 'uuid' },
    sessions.map((session, index) => ({ id: idOf(`facilitator ${session.id}`), sessionId: session.id, personId: personAt(population, facilitatorOf(story, session, index)).person.id })));
  return sessions;
}

function placed(story: CohortStory, at: { session: SessionStory; phase: PhaseStory; phaseId: string; index: number }, taughtModule: Taught['modules'][number] | null): PlacedSession {
  const { date, time, lessonHours, classCode, marks } = at.session;
  const startsAt = instantAt(date, time, story.zone);
  const room = classCode === null ? story.venueName : `${story.venueName}, Ruang ${classCode}`;
  return {
    id: idOf(`session ${story.code} ${at.index}`), cohortId: cohortId(story.code), phaseId: at.phaseId, classCode, classId: classCode === null ? null : classId(story, classCode),
    moduleId: taughtModule?.id ?? null, title: titleOf(story, classCode, taughtModule?.title ?? `Sesi ${at.index + 1}`), startsAt, endsAt: isoInstant(instantMs(startsAt) + lessonHours * minutesPerLessonHour * 60_000),
    zone: story.zone, venue: at.phase.mode === 'online' ? 'Daring' : room, lessonHours, marks, state: marks === 'all' ? 'closed' : 'planned',
  };
}

/** Parallel classes teach the same module by themes of their own. */
function titleOf({ classes }: CohortStory, classCode: string | null, title: string): string {
  const theme = classes.find(({ code }) => code === classCode)?.name;
  return theme === undefined ? title : `${title}: ${theme}`;
}

/** The module that is on turn after the JP that the class was taught before. */
function moduleOf(session: SessionStory, earlier: readonly SessionStory[], { modules }: Taught): Taught['modules'][number] | null {
  const before = earlier.filter(({ classCode }) => classCode === session.classCode).reduce((sum, { lessonHours }) => sum + lessonHours, 0);
  let until = 0;
  return modules.find(({ lessonHours }) => (until += lessonHours) > before) ?? null;
}

/** Each class keeps its facilitator; where the whole cohort meets they take turns. */
function facilitatorOf({ facilitators, classes }: CohortStory, { classCode }: WrittenSession, index: number): string {
  const turn = classCode === null ? index : classes.findIndex(({ code }) => code === classCode);
  return itemAt(facilitators, turn % facilitators.length);
}

async function writeEnrolments(tx: Transaction, story: CohortStory, participants: WrittenCohort['participants'], population: Population, now: Date): Promise<void> {
  const enrolled = Math.min(instantMs(instantAt(addDays(story.startsOn, -14), '09.00', story.zone)), now.getTime() - 86_400_000);
  await insertRows(tx, 'enrolment', { id: 'uuid', cohortId: 'uuid', personId: 'uuid', classId: 'uuid', employmentId: 'uuid', state: 'text', stateReason: 'text', createdAt: 'timestamptz' },
    participants.map(({ enrolmentId, person, classCode, state, reason }, index) => {
      const found = personAt(population, person);
      return {
        id: enrolmentId, cohortId: cohortId(story.code), personId: found.person.id, classId: classCode === null ? null : classId(story, classCode),
        employmentId: employmentOn(found, story.startsOn)?.id ?? null, state, stateReason: reason, createdAt: isoInstant(enrolled + index * 60_000),
      };
    }));
}

/** @throws Error for a key of nobody: a story and the invention of people no longer agree. */
export function personAt(population: Population, key: string): DemoPerson {
  const found = population.get(key);
  if (!found) throw new Error(`nobody is ${key}`);
  return found;
}

function classId(story: CohortStory, code: string): string {
  return idOf(`class ${story.code} ${code}`);
}

function phaseId(story: CohortStory, index: number): string {
  return idOf(`phase ${story.code} ${index}`);
}
