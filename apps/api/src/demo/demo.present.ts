import { addDays, localDate, localTime } from '@jenjang/shared';
import { day, type CohortStory, type SessionStory } from './demo.stories.js';

const zone = 'Asia/Makassar';
const minutesPerSession = 135;

type Common = Pick<CohortStory, 'agency' | 'zone' | 'partners' | 'classes' | 'facilitators' | 'marker' | 'organiser' | 'decidedAt' | 'issuedAt'>;

const common: Common = {
  agency: 'SMD', zone, partners: [{ role: 'host', name: 'Pemerintah Kota Samarinda' }, { role: 'owner', name: 'Kementerian Komunikasi dan Digital' }], classes: [],
  facilitators: ['SMD/trainer/1', 'SMD/trainer/3'], marker: 'fasilitator', organiser: 'penyelenggara', decidedAt: null, issuedAt: null,
};
const signatories = [{ person: 'SMD/head/SETDA', prefix: 'a.n. Wali Kota Samarinda, ' }, { person: 'SMD/head/BKPSDM', prefix: '' }];

/** One cohort that runs at this moment, one that is nearly full, one that is being planned. */
export function presentStories(now: Date): readonly [running: CohortStory, enrolling: CohortStory, planned: CohortStory] {
  const today = localDate(now.toISOString(), zone);
  return [running(today, sessionNow(now, today)), enrolling(addDays(today, 21)), planned(addDays(today, 75))];
}

/** A session of 3 JP that goes on at the instant and lies within the local day. */
function sessionNow(now: Date, today: string): SessionStory {
  const [hour = 0, minute = 0] = localTime(now.toISOString(), zone).split('.').map(Number);
  const begun = Math.floor((hour * 60 + minute - 45) / 15) * 15;
  const start = Math.min(Math.max(begun, 0), 24 * 60 - minutesPerSession);
  const time = `${String(Math.floor(start / 60)).padStart(2, '0')}.${String(start % 60).padStart(2, '0')}`;
  return { date: today, time, lessonHours: 3, classCode: null, marks: 'some' };
}

function running(today: string, session: SessionStory): CohortStory {
  const [startsOn, endsOn] = [addDays(today, -2), addDays(today, 1)];
  const sessions = [...day(startsOn), ...day(addDays(today, -1)), session, ...day(endsOn, [['08.00', 3], ['10.30', 2]], 'none')];
  return {
    ...common, programme: 'GTA-MR-SPBE', code: `GTA-SMD-${today.slice(0, 4)}-1`, name: `GTA Manajemen Risiko SPBE Kota Samarinda ${today.slice(0, 4)}`, ordinal: 1,
    state: 'running', mode: 'onsite', startsOn, endsOn, venueName: 'Ruang Rapat Utama Balai Kota', venueCity: 'Samarinda', capacity: 48, signatories, materials: 0.6,
    phases: [{ name: 'Tatap muka', mode: 'onsite', startsOn, endsOn, sessions }],
  };
}

function enrolling(startsOn: string): CohortStory {
  const endsOn = addDays(startsOn, 2);
  return {
    ...common, programme: 'GTA-KI', code: `GTA-SMD-${startsOn.slice(0, 4)}-2`, name: `GTA Keamanan Informasi Kota Samarinda ${startsOn.slice(0, 4)}`, ordinal: 2,
    state: 'enrolling', mode: 'hybrid', startsOn, endsOn, venueName: 'Aula BKPSDM', venueCity: 'Samarinda', capacity: 40, signatories, materials: 0,
    phases: [{ name: 'Tatap muka', mode: 'onsite', startsOn, endsOn, sessions: [startsOn, addDays(startsOn, 1), endsOn].flatMap((date) => day(date, undefined, 'none')) }],
  };
}

/** Only begun: the check before publishing still names what is missing. */
function planned(startsOn: string): CohortStory {
  const endsOn = addDays(startsOn, 20);
  return {
    ...common, programme: 'DLA-CITY', code: `DLA-SMD-${startsOn.slice(0, 4)}`, name: `Digital Leadership Academy Kota Samarinda ${startsOn.slice(0, 4)}`, ordinal: 2,
    state: 'planned', mode: 'hybrid', startsOn, endsOn, venueName: '', venueCity: 'Samarinda', capacity: 60, signatories: [], materials: 0,
    phases: [
      { name: 'Tatap muka', mode: 'onsite', startsOn, endsOn: addDays(startsOn, 2), sessions: day(startsOn, undefined, 'none') },
      { name: 'Seminar rencana aksi', mode: 'seminar', startsOn: addDays(startsOn, 19), endsOn, sessions: [] },
    ],
  };
}
