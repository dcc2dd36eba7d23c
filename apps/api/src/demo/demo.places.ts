import type { EnrolmentState } from '@jenjang/shared';
import { employmentOn, itemAt, shuffled, type DemoPerson } from '../demo-people/index.js';
import { dlaSamarinda, gcioBontang, gtaJambi, type CohortStory, type Diligence, type Place } from './demo.stories.js';

/** Everybody of the demonstration by key, in the order of agencies, posts and staff. */
export type Population = ReadonlyMap<string, DemoPerson>;

/** Who is in a cohort, and how they will have done. */
export function placesOf(story: CohortStory, population: Population): Place[] {
  switch (story.code) {
    case dlaSamarinda.code:
      return leaders(population);
    case gtaJambi.code:
      return jambi(population);
    case gcioBontang.code:
      return keysOf(population, /^BTG\/(head|secretary)\//).slice(0, 40).map((person) => accepted(person));
    default:
      return present(story, population);
  }
}

/** The 35 heads of OPD, ten camat, three asisten and three staf ahli. */
function leaders(population: Population): Place[] {
  const faults: Readonly<Record<string, Diligence>> = { 'SMD/head/KESBANGPOL': 'often_absent', 'SMD/head/DISTANAH': 'low_score', 'SMD/head/DPK': 'resat' };
  return keysOf(population, /^SMD\/(head|camat|adviser)\//).map((person) => accepted(person, faults[person]));
}

/** 112 ASN and the eight kader PKK, spread over four classes of 28 and 2. */
function jambi(population: Population): Place[] {
  const servants = staffOf(population, 'JBI', gtaJambi.startsOn).filter(({ employments }) => employments.every(({ kind }) => kind !== 'NON_ASN')).map(({ key }) => key);
  const outsiders = staffOf(population, 'JBI', gtaJambi.startsOn).filter(({ employments }) => employments.some(({ kind }) => kind === 'NON_ASN')).map(({ key }) => key);
  const faults: Readonly<Record<number, Diligence>> = { 9: 'often_absent', 31: 'low_score', 50: 'often_absent', 66: 'resat', 88: 'low_score', 101: 'resat' };
  return [
    ...shuffled(servants, gtaJambi.code).slice(0, 112).map((person, index) => accepted(person, faults[index], classAt(index))),
    ...outsiders.map((person, index) => accepted(person, 'diligent', classAt(index))),
  ];
}

function classAt(index: number): string {
  return itemAt(gtaJambi.classes, index % gtaJambi.classes.length).code;
}

/** Five camat and staff of all offices; among those who wait, every state in which a nomination can be. */
function present(story: CohortStory, population: Population): Place[] {
  if (story.state === 'planned') return [];
  const staff = shuffled(staffOf(population, story.agency, '2025-12-31').map(({ key }) => key), story.code);
  if (story.state === 'running') return [...keysOf(population, /^SMD\/camat\/64\.72\.0[2-6]$/), ...staff.slice(0, 40)].map((person) => accepted(person));
  const waiting: readonly (readonly [EnrolmentState, number, string | null])[] = [
    ['accepted', 38, null], ['waitlisted', 5, null], ['nominated', 4, null], ['approved', 3, null], ['rejected', 2, 'Sudah mengikuti pelatihan yang sama tahun ini'], ['withdrawn', 1, 'Ada penugasan lain pada tanggal yang sama'],
  ];
  const states = waiting.flatMap(([state, count, reason]) => Array.from({ length: count }, () => ({ state, reason })));
  return states.map((standing, index) => ({ ...accepted(itemAt(staff, index)), ...standing }));
}

/** Staff at work on that day whose name the certificate's typeface can print. */
function staffOf(population: Population, agency: string, date: string): DemoPerson[] {
  return [...population.values()].filter((found) =>
    found.key.startsWith(`${agency}/staff/`) && employmentOn(found, date)?.dutyStatus === 'active' && /^[\p{Script=Latin}'. -]+$/u.test(found.person.fullName));
}

function keysOf(population: Population, pattern: RegExp): string[] {
  return [...population.keys()].filter((key) => pattern.test(key));
}

function accepted(person: string, diligence: Diligence = 'diligent', classCode: string | null = null): Place {
  return { person, classCode, state: 'accepted', reason: null, diligence };
}
