import type { CertificateDesign } from '../certificate/certificate.types.js';
import type { GraduationCriteria } from '../graduation/graduation.types.js';

export const curriculumStates = ['draft', 'published', 'retired'] as const;
export type CurriculumState = (typeof curriculumStates)[number];

/** What a participant opens inside a module. */
export const activityKinds = ['page', 'pdf', 'video'] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const audiences = ['asn', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** SIASN divides forms of training in two (PerLAN 10/2018). */
export const diklatForms = ['klasikal', 'nonklasikal'] as const;
export type DiklatForm = (typeof diklatForms)[number];

/** Acts on a programme or one of its curricula that the caller may do. */
export const programmeOperations = ['edit', 'editContent', 'draft', 'publish', 'retire', 'adopt'] as const;
export type ProgrammeOperation = (typeof programmeOperations)[number];

/** A family of programmes such as DLA or GTA. */
export interface Academy {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A row of the list of programmes. */
export interface ProgrammeRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly academyCode: string;
  readonly academyName: string;
  /** Null for a national template that every agency may use. */
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly audience: Audience;
  readonly diklatKind: number;
  /** JP of the newest published curriculum; null when none was published. */
  readonly lessonHours: number | null;
  readonly publishedNumber: number | null;
  readonly draftNumber: number | null;
  /** Cohorts within the caller's agency or country that take any of its curricula. */
  readonly cohorts: number;
}

/** A curriculum without its content. */
export interface CurriculumRow {
  readonly id: string;
  readonly number: number;
  readonly state: CurriculumState;
  readonly lessonHours: number;
  readonly modules: number;
  readonly activities: number;
  readonly cohorts: number;
  /** ISO instant, or null while a draft. */
  readonly publishedAt: string | null;
  readonly allowedOperations: readonly ProgrammeOperation[];
}

/** A programme with its curricula, newest first. */
export interface Programme {
  readonly id: string;
  readonly academyId: string;
  readonly academyCode: string;
  readonly academyName: string;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly ownerName: string;
  readonly diklatKind: number;
  readonly diklatForm: DiklatForm;
  readonly audience: Audience;
  readonly archived: boolean;
  readonly version: number;
  readonly curricula: readonly CurriculumRow[];
  readonly allowedOperations: readonly ProgrammeOperation[];
}

export interface Activity {
  readonly id: string;
  readonly moduleId: string;
  readonly position: number;
  readonly kind: ActivityKind;
  readonly title: string;
  /** Markdown of a page; null for files. */
  readonly body: string | null;
  readonly file: { readonly id: string; readonly name: string; readonly mediaType: string; readonly bytes: number } | null;
  readonly required: boolean;
  /** Fingerprint of what is stored: a change must name the one that it started from. */
  readonly version: string;
}

export interface Module {
  readonly id: string;
  readonly position: number;
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  readonly lessonHours: number;
  /** Fingerprint of what is stored: a change must name the one that it started from. */
  readonly version: string;
  readonly activities: readonly Activity[];
}

/** A curriculum with everything in it. Bodies of pages are left out of the tree; an activity alone has it. */
export interface Curriculum {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeCode: string;
  readonly programmeName: string;
  readonly academyCode: string;
  readonly agencyId: string | null;
  /** Code that stands for the agency in a preview of the certificate number. */
  readonly agencyCode: string | null;
  readonly number: number;
  readonly state: CurriculumState;
  readonly lessonHours: number;
  readonly criteria: GraduationCriteria;
  readonly certificateDesign: CertificateDesign;
  readonly publishedAt: string | null;
  readonly version: number;
  readonly modules: readonly Module[];
  readonly problems: readonly CurriculumProblem[];
  readonly allowedOperations: readonly ProgrammeOperation[];
}

export const curriculumProblemCodes = ['noModule', 'lessonHoursDiffer', 'moduleEmpty', 'criteria', 'numberTemplate', 'kindDiffers', 'modulesWithoutContent'] as const;
export type CurriculumProblemCode = (typeof curriculumProblemCodes)[number];

/** One thing that stands in the way of publishing, at its path, as in `modules.2.lessonHours`. */
export interface CurriculumProblem {
  readonly code: CurriculumProblemCode;
  readonly path: string;
  /** False for a warning: it may be published all the same. */
  readonly blocking: boolean;
  /** What the sentence names: titles, JP, the code of the broken rule of criteria or number. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What the check before publishing looks at. */
export interface CurriculumPlan {
  readonly lessonHours: number;
  readonly criteria: GraduationCriteria;
  readonly certificateDesign: CertificateDesign;
  readonly modules: readonly { readonly title: string; readonly lessonHours: number; readonly requiredActivities: number; readonly activities: number }[];
}
