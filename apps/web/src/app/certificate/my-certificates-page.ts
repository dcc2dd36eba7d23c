import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  type CertificateView,
  certificateStanding,
  certificateStateLabels,
  formatCode,
  wordStanding,
} from '@jenjang/shared/certificate';
import { type Zone, localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { LocaleService } from '../platform/locale';
import { loaded } from '../platform/loaded';
import { Banner } from '../ui/banner';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Day, DayRange, Figure, LessonHours } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { CertificateApi, paperUrl } from './certificate-api';
import { certificateLooks } from './certificate.looks';
import { VerificationLink } from './verification-link';

/** The reader's own certificates: the paper in one tap, the link to give away, and what holds of each. */
@Component({
  selector: 'j-my-certificates-page',
  imports: [
    Banner,
    Card,
    Day,
    DayRange,
    EmptyState,
    Figure,
    Icon,
    LessonHours,
    MatButton,
    PageHeader,
    RouterLink,
    StateChip,
    TranslocoPipe,
    VerificationLink,
  ],
  templateUrl: './my-certificates-page.html',
  styleUrl: './my-certificates-page.css',
})
export class MyCertificatesPage {
  private readonly locale = inject(LocaleService).locale;
  protected readonly certificates = inject(CertificateApi).mine();
  private readonly list = loaded(this.certificates);
  protected readonly problem = this.list.problem;
  protected readonly papers = computed(() => this.list.value()?.map((paper) => this.describe(paper)) ?? null);
  /** What counts today: certificates in force and their JP. */
  protected readonly valid = computed(() =>
    (this.papers() ?? []).filter(({ standing }) => standing === 'active'),
  );
  protected readonly lessonHours = computed(() =>
    this.valid().reduce((sum, { lessonHours }) => sum + lessonHours, 0),
  );

  private describe(paper: CertificateView) {
    const zone = paper.snapshot.cohort.zone as Zone;
    const standing = certificateStanding(paper.state, paper.validUntil, localDate(Date.now(), zone));
    const [event] = paper.events;
    const changedOn = event === undefined ? '' : localDate(event.recordedAt, zone);
    const details = { changedOn, publicText: event?.publicText ?? '', validUntil: paper.validUntil };
    return {
      ...paper,
      standing,
      look: certificateLooks[standing],
      word: certificateStateLabels[standing][this.locale()],
      sentence: wordStanding(standing, details, this.locale()),
      href: paperUrl(paper.id),
      printedCode: formatCode(paper.code),
    };
  }
}
