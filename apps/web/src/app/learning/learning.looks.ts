import type { ActivityState } from '@jenjang/shared/learning';
import type { ActivityKind } from '@jenjang/shared/programme';
import type { IconName } from '../ui/icon-paths';
import type { Tone } from '../ui/tone.types';

/** How each state of a module or activity is drawn. */
export const activityStateLooks: Readonly<
  Record<ActivityState, { readonly tone: Tone; readonly icon: IconName }>
> = {
  locked: { tone: 'neutral', icon: 'lock' },
  open: { tone: 'info', icon: 'play' },
  done: { tone: 'ok', icon: 'check' },
};

export const activityKindIcons: Readonly<Record<ActivityKind, IconName>> = {
  page: 'book',
  pdf: 'file',
  video: 'video',
};
