import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterOutlet } from '@angular/router';
import {
  type Curriculum,
  type CurriculumProblem,
  curriculumStateLabels,
  wordCurriculumProblem,
} from '@jenjang/shared/programme';
import { formatNumber } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { wordsOf } from '../platform/words';
import { LocaleService } from '../platform/locale';
import { Notices } from '../platform/notices';
import { curriculumStateLooks } from '../programme';
import { Banner } from '../ui/banner';
import { Confirm } from '../ui/confirm-dialog';
import { Dock } from '../ui/dock';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { CurriculumApi } from './curriculum-api';
import { CurriculumStore } from './curriculum-store';

/** One version of a programme: its head, its tabs, and what stands in the way of publishing it. */
@Component({
  selector: 'j-curriculum-shell',
  imports: [Banner, Dock, Icon, MatButton, PageHeader, RouterOutlet, StateChip, TranslocoPipe],
  providers: [CurriculumStore],
  templateUrl: './curriculum-shell.html',
  styles: `
    :host {
      display: contents;
    }
    router-outlet {
      display: none;
    }
    ul {
      margin: 0;
      padding-left: 1.2em;
    }
  `,
})
export class CurriculumShell {
  /** From the URL. */
  readonly programmeId = input.required<string>();
  readonly curriculumId = input.required<string>();

  protected readonly store = inject(CurriculumStore);
  private readonly api = inject(CurriculumApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly words = wordsOf('programme', 'curriculum');
  private readonly locale = inject(LocaleService).locale;

  protected readonly state = computed(() => {
    const one = this.store.curriculum();
    return (
      one && { ...curriculumStateLooks[one.state], words: curriculumStateLabels[one.state][this.locale()] }
    );
  });
  protected readonly heading = computed(() => {
    const one = this.store.curriculum();
    return one === null
      ? this.words('curriculum.loading')
      : `${one.programmeName}, ${this.words('curriculum.version', { number: one.number })}`;
  });
  protected readonly crumbs = computed(() => {
    const one = this.store.curriculum();
    return [
      { label: this.words('programme.list.title'), link: '/program' },
      ...(one ? [{ label: one.programmeName, link: ['/program', this.programmeId()] }] : []),
    ];
  });
  protected readonly meta = computed(() => {
    const one = this.store.curriculum();
    if (one === null) return [];
    const count = one.modules.reduce((sum, module) => sum + module.activities.length, 0);
    return [
      { icon: 'clock' as const, strong: `${formatNumber(one.lessonHours, this.locale())}\u00a0JP` },
      {
        icon: 'book' as const,
        text: this.words('curriculum.counts', { modules: one.modules.length, activities: count }),
      },
    ];
  });
  protected readonly tabs = computed(() => {
    const base = ['/program', this.programmeId(), 'kurikulum', this.curriculumId()];
    return [
      { label: this.words('curriculum.tab.modules'), link: base, exact: true },
      { label: this.words('curriculum.tab.criteria'), link: [...base, 'syarat'] },
      { label: this.words('curriculum.tab.design'), link: [...base, 'sertifikat'] },
    ];
  });
  protected readonly retirable = computed(() => (this.store.may('retire') ? this.store.curriculum() : null));
  protected readonly blocking = computed(() => this.worded(({ blocking }) => blocking));
  protected readonly warnings = computed(() => this.worded(({ blocking }) => !blocking));

  constructor() {
    effect(() => this.store.open(this.curriculumId()));
  }

  protected async publish(one: Curriculum): Promise<void> {
    const asked = await this.confirm.ask({
      heading: this.words('curriculum.publish.heading', { number: one.number }),
      text: this.words('curriculum.publish.text'),
      effects: this.warnings().map((text) => ({ icon: 'alert', tone: 'warn', strong: '', text })),
      action: this.words('curriculum.publish.action'),
    });
    if (asked === null) return;
    const done = await this.store.run(() => this.api.publish(one.id, one.version));
    if (done) this.notices.show(this.words('curriculum.publish.done', { number: one.number }), 'ok');
  }

  protected async retire(one: Curriculum): Promise<void> {
    const asked = await this.confirm.ask({
      heading: this.words('curriculum.retire.heading', { number: one.number }),
      text: this.words('curriculum.retire.text'),
      action: this.words('curriculum.retire.action'),
      danger: true,
    });
    if (asked !== null) await this.store.run(() => this.api.retire(one.id));
  }

  private worded(kept: (problem: CurriculumProblem) => boolean): readonly string[] {
    const problems = this.store.curriculum()?.problems ?? [];
    return problems.filter(kept).map((problem) => wordCurriculumProblem(problem, this.locale()));
  }
}
