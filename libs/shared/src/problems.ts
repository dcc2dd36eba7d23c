import { rosterProblems } from './roster/roster.problems.js';
import { agencyProblems } from './agency/agency.problems.js';
import { personProblems } from './person/person.problems.js';
import { learningProblems } from './learning/learning.problems.js';
import { programmeProblems } from './programme/programme.problems.js';
import { fileProblems } from './file/file.problems.js';
import { certificateProblems } from './certificate/certificate.problems.js';
import { identityProblems } from './identity/identity.problems.js';
import { cohortProblems } from './cohort/cohort.problems.js';
import { enrolmentProblems } from './enrolment/enrolment.problems.js';
import { assessmentProblems } from './assessment/assessment.problems.js';
import { attendanceProblems } from './attendance/attendance.problems.js';
import { graduationProblems } from './graduation/graduation.problems.js';
import { meritProblems } from './merit/merit.problems.js';
import { platformProblems, type ProblemWording, type ProblemWords } from './platform/problem.labels.js';

/** Wording of every problem code, feature by feature. */
const wordsOfFeatures: readonly ProblemWords[] = [agencyProblems, personProblems, rosterProblems, meritProblems, certificateProblems, platformProblems, learningProblems, programmeProblems, fileProblems, assessmentProblems, attendanceProblems, graduationProblems, cohortProblems, enrolmentProblems, identityProblems];

/** Both titles of a problem, with its details filled in. A code without wording gets the general one. */
export function problemWords(code: string, details: Readonly<Record<string, unknown>>): ProblemWording {
  const found = wordsOfFeatures.map((words) => words[code]).find((words) => words !== undefined);
  const fallback = platformProblems[code.startsWith('field.') ? 'field.matches' : 'conflict.rule'] ?? ['', ''];
  const [id, en] = found ?? fallback;
  return [fill(id, details), fill(en, details)];
}

function fill(text: string, details: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = details[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '…';
  });
}
