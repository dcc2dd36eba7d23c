import type { Audience, CertificateDesign, DiklatForm, GraduationCriteria } from '@jenjang/shared';

/** A page of `apps/api/content`, named by its path there; its first line is its title. */
export interface PageTemplate {
  readonly kind: 'page';
  readonly source: string;
}

/** A file that participants open. */
export interface FileTemplate {
  readonly kind: 'pdf' | 'video';
  readonly title: string;
  /** Name under which it is kept. */
  readonly name: string;
  readonly mediaType: string;
  /** Path in `apps/api/content`, or null for the handout that is drawn. */
  readonly source: string | null;
  readonly required: boolean;
}

export interface ModuleTemplate {
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  readonly lessonHours: number;
  readonly activities: readonly (PageTemplate | FileTemplate)[];
}

/** A national programme with its first curriculum, ready to be published. */
export interface ProgrammeTemplate {
  readonly academy: string;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly ownerName: string;
  /** SIASN jenisDiklat. */
  readonly diklatKind: number;
  readonly diklatForm: DiklatForm;
  readonly audience: Audience;
  readonly lessonHours: number;
  readonly criteria: GraduationCriteria;
  readonly certificateDesign: CertificateDesign;
  readonly modules: readonly ModuleTemplate[];
}
