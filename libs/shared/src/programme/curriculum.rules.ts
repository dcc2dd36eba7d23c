import { parseNumberTemplate } from '../certificate/number.rules.js';
import { criteriaProblems } from '../graduation/criteria.rules.js';
import type { CurriculumPlan, CurriculumProblem, CurriculumState } from './programme.types.js';

const nextStates: Readonly<Record<CurriculumState, readonly CurriculumState[]>> = { draft: ['published'], published: ['retired'], retired: [] };

/** Whether a curriculum may go from one state to another. */
export function mayMoveCurriculum(from: CurriculumState, to: CurriculumState): boolean {
  return nextStates[from].includes(to);
}

/** What a curriculum lacks before it may be published: blocking problems first, then warnings. */
export function curriculumProblems(plan: CurriculumPlan): readonly CurriculumProblem[] {
  const found = [...moduleProblems(plan), ...criteriaOf(plan), ...designProblems(plan)];
  return [...found.filter(({ blocking }) => blocking), ...found.filter(({ blocking }) => !blocking)];
}

function moduleProblems(plan: CurriculumPlan): readonly CurriculumProblem[] {
  if (plan.modules.length === 0) return [problem('noModule', 'modules', true)];
  const modules = sumLessonHours(plan.modules);
  const empty = plan.modules.flatMap(({ title, activities }, index) => (activities === 0 ? [problem('moduleEmpty', `modules.${index}`, false, { title })] : []));
  return [
    ...(modules === plan.lessonHours ? [] : [problem('lessonHoursDiffer', 'lessonHours', true, { modules, curriculum: plan.lessonHours })]),
    ...empty,
  ];
}

/** JP of all modules together, free of the dust of binary fractions. */
export function sumLessonHours(modules: readonly { readonly lessonHours: number }[]): number {
  return modules.reduce((sum, { lessonHours }) => sum + Math.round(lessonHours * 100), 0) / 100;
}

function criteriaOf({ criteria, modules }: CurriculumPlan): readonly CurriculumProblem[] {
  const nothingToRead = criteria.allModules && modules.length > 0 && modules.every(({ requiredActivities }) => requiredActivities === 0);
  return [
    ...criteriaProblems(criteria).map(({ code, path }) => problem('criteria', `criteria.${path}`, true, { rule: code })),
    ...(nothingToRead ? [problem('modulesWithoutContent', 'criteria.allModules', true)] : []),
  ];
}

function designProblems({ criteria, certificateDesign }: CurriculumPlan): readonly CurriculumProblem[] {
  const { problems } = parseNumberTemplate(certificateDesign.numberTemplate, certificateDesign.counterScope);
  const kind = criteria.outcome === 'graduated' ? 'graduation' : 'attendance';
  return [
    ...problems.map(({ code, token, blocking }) => problem('numberTemplate', 'certificateDesign.numberTemplate', blocking, { rule: code, token })),
    // A certificate of graduation for those who merely attended would say more than was decided.
    ...(kind === certificateDesign.kind ? [] : [problem('kindDiffers', 'certificateDesign.kind', true)]),
  ];
}

function problem(code: CurriculumProblem['code'], path: string, blocking: boolean, facts: CurriculumProblem['facts'] = {}): CurriculumProblem {
  return { code, path, blocking, facts };
}
