import { Component, ElementRef, afterRenderEffect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import type { Activity, Curriculum, Module } from '@jenjang/shared/programme';
import { activityKindLabels } from '@jenjang/shared/programme';
import { TranslocoPipe } from '@jsverse/transloco';
import { wordsOf } from '../platform/words';
import { firstValueFrom } from 'rxjs';
import { LocaleService } from '../platform/locale';
import { Card } from '../ui/card';
import { Confirm } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { LessonHours } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icon-paths';
import { CurriculumApi } from './curriculum-api';
import { CurriculumStore } from './curriculum-store';
import type { ModuleToEdit } from './module-dialog';
import { moved } from './order.rules';
import type { FileToAdd } from './upload-dialog';

/** The modules of a version with what participants open in them; in a draft they are added, changed and moved. */
@Component({
  selector: 'j-modules-page',
  imports: [
    Card,
    EmptyState,
    Icon,
    LessonHours,
    MatButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './modules-page.html',
  styleUrl: './modules-page.css',
})
export class ModulesPage {
  protected readonly store = inject(CurriculumStore);
  private readonly api = inject(CurriculumApi);
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  private readonly words = wordsOf('programme', 'curriculum');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly locale = inject(LocaleService).locale;
  protected readonly kinds = activityKindLabels;
  protected readonly icons: Readonly<Record<Activity['kind'], IconName>> = {
    page: 'book',
    pdf: 'file',
    video: 'video',
  };
  /** What moved and waits for the focus; null when nothing does. */
  private lastMoved: string | null = null;
  /** Says the last move to screen readers. */
  protected readonly said = signal('');

  constructor() {
    // The browser drops the focus of what it moves: it comes back once the new order is drawn.
    afterRenderEffect(() => {
      if (this.store.curriculum() === null || this.lastMoved === null) return;
      const selector = `[data-id="${this.lastMoved}"] [data-move]:not([disabled])`;
      this.host.querySelector<HTMLElement>(selector)?.focus();
      this.lastMoved = null;
    });
  }

  protected async editModule(curriculum: Curriculum, module: Module | null): Promise<void> {
    const { ModuleDialog } = await import('./module-dialog');
    await this.opened(ModuleDialog, {
      curriculumId: curriculum.id,
      module,
      count: curriculum.modules.length,
    } satisfies ModuleToEdit);
  }

  protected async addPage(curriculum: Curriculum, module: Module): Promise<void> {
    const title = this.words('curriculum.newPage');
    await this.store.run(async () => {
      const { id } = await this.api.addActivity(module.id, { kind: 'page', title, body: '', required: true });
      await this.router.navigate([
        '/program',
        curriculum.programmeId,
        'kurikulum',
        curriculum.id,
        'materi',
        id,
      ]);
    });
  }

  protected async addFile(curriculum: Curriculum, module: Module, kind: FileToAdd['kind']): Promise<void> {
    const { UploadDialog } = await import('./upload-dialog');
    await this.opened(UploadDialog, {
      kind,
      moduleId: module.id,
      agencyId: curriculum.agencyId,
    } satisfies FileToAdd);
  }

  protected async removeModule(module: Module): Promise<void> {
    const asked = await this.confirm.ask({
      heading: this.words('curriculum.removeModule.heading', { title: module.title }),
      text: this.words('curriculum.removeModule.text', { count: module.activities.length }),
      action: this.words('curriculum.removeModule.action'),
      danger: true,
    });
    if (asked !== null) await this.store.run(() => this.api.remove('modules', module.id));
  }

  protected async removeActivity(activity: Activity): Promise<void> {
    const asked = await this.confirm.ask({
      heading: this.words('curriculum.removeActivity.heading', { title: activity.title }),
      action: this.words('curriculum.removeActivity.action'),
      danger: true,
    });
    if (asked !== null) await this.store.run(() => this.api.remove('activities', activity.id));
  }

  /** Moves by one place; the focus stays on what moved. */
  protected async moveModule(curriculum: Curriculum, index: number, by: number): Promise<void> {
    const ids = moved(
      curriculum.modules.map(({ id }) => id),
      index,
      by,
    );
    const module = curriculum.modules[index];
    if (module && (await this.store.run(() => this.api.orderModules(curriculum.id, ids))))
      this.say(module.id, module.title, index + by, ids.length);
  }

  protected async moveActivity(module: Module, index: number, by: number): Promise<void> {
    const ids = moved(
      module.activities.map(({ id }) => id),
      index,
      by,
    );
    const activity = module.activities[index];
    if (activity && (await this.store.run(() => this.api.orderActivities(module.id, ids))))
      this.say(activity.id, activity.title, index + by, ids.length);
  }

  /** Ctrl with an arrow moves as the buttons do, from anywhere in the row. */
  protected async moveModuleByKey(event: Event, curriculum: Curriculum, index: number): Promise<void> {
    const by = stepOf(event);
    if (by !== 0) await this.moveModule(curriculum, index, by);
  }

  protected async moveActivityByKey(event: Event, module: Module, index: number): Promise<void> {
    const by = stepOf(event);
    if (by !== 0) await this.moveActivity(module, index, by);
  }

  private say(id: string, title: string, place: number, count: number): void {
    this.said.set(this.words('curriculum.moved', { title, place: place + 1, count }));
    this.lastMoved = id;
  }

  private async opened(component: Parameters<MatDialog['open']>[0], data: object): Promise<void> {
    const opened = this.dialog.open<unknown, object, boolean>(component, {
      data,
      width: '560px',
      maxWidth: 'calc(100vw - 32px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.store.reload();
  }
}

/** Up or down by Ctrl with an arrow, else 0. Inside an activity's row its module does not move as well. */
function stepOf(event: Event): number {
  const { key, ctrlKey } = event as KeyboardEvent;
  if (!ctrlKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return 0;
  event.preventDefault();
  event.stopPropagation();
  return key === 'ArrowUp' ? -1 : 1;
}
