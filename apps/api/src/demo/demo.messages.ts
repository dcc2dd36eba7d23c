import type { Announcement } from '@jenjang/shared';
import { announce } from '../message/index.js';
import { rowsOf, type Transaction } from '../platform/index.js';
import { cohortId } from './demo.cohorts.js';
import type { CohortStory } from './demo.stories.js';

/** Lets the participants of the running cohort find in their inbox what they would have been told by now. The worker turns it into messages. */
export async function writeMessages(tx: Transaction, story: CohortStory): Promise<void> {
  const id = cohortId(story.code);
  const people = await rowsOf<{ personId: string }>(tx, `select person_id as "personId" from enrolment where cohort_id = $1 and state = 'accepted' order by person_id`, [id]);
  const [first] = await rowsOf<{ session: string; startsAt: string; zone: string }>(tx,
    `select title as session, to_json(starts_at) #>> '{}' as "startsAt", zone from session where cohort_id = $1 order by starts_at limit 1`, [id]);
  if (!first) return;
  const venue = `${story.venueName}, ${story.venueCity}`;
  const told = (kind: string, event: Announcement['event'], facts: Announcement['facts']): Announcement[] =>
    people.map(({ personId }) => ({ event, personId, cohortId: id, facts, key: `demo:${story.code}:${kind}:${personId}` }));
  await announce(tx, [
    ...told('accepted', 'enrolment.accepted', { startsOn: story.startsOn, venue }),
    ...told('reminder', 'session.reminder', { ...first, venue, days: 1 }),
    ...told('class', 'class.message', { subject: 'Bahan hari terakhir', text: 'Bapak/Ibu peserta,\n\nMohon membawa laptop dan daftar layanan unit kerja masing-masing untuk latihan menyusun register risiko.' }),
  ]);
}
