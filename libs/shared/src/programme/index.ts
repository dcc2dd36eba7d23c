export * from './programme.types.js';
export {
  ActivityChange, ActivityRequest, CertificateDesignRequest, CriteriaRequest, CurriculumRequest, CurriculumVersion, FromTemplateRequest, ModuleChange, ModuleRequest, OrderRequest,
  PredicateBandRequest, ProgrammeChange, ProgrammeQuery, ProgrammeRequest, ScoreComponentRequest,
} from './programme.dto.js';
export { curriculumProblems, mayMoveCurriculum, sumLessonHours } from './curriculum.rules.js';
export {
  activityKindLabels, audienceLabels, curriculumStateLabels, diklatFormLabels, wordCriteria, wordCurriculumProblem,
} from './programme.labels.js';
