import type { CurriculumState } from '@jenjang/shared/programme';
import type { IconName } from '../ui/icon-paths';
import type { Tone } from '../ui/tone.types';

/** How each state of a curriculum is drawn. */
export const curriculumStateLooks: Readonly<
  Record<CurriculumState, { readonly tone: Tone; readonly icon: IconName }>
> = {
  draft: { tone: 'neutral', icon: 'pencil' },
  published: { tone: 'ok', icon: 'check' },
  retired: { tone: 'past', icon: 'x' },
};
