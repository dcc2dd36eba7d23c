import { type Words, wordsOf } from '../platform/words';

/** Words of cohorts by their key below `cohort`. To be called where `inject` may be. */
export function cohortWords(): Words {
  const words = wordsOf('cohort');
  return (key, values) => words(`cohort.${key}`, values);
}
