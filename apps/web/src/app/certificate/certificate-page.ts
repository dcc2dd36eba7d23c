import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import {
  type CertificateView,
  certificateReasonCodes,
  certificateReasonLabels,
  certificateStanding,
  certificateStateLabels,
  formatCode,
  wordStanding,
} from '@jenjang/shared/certificate';
import { publicFacts } from '@jenjang/shared/verification';
import { formatNip } from '@jenjang/shared/person';
import { type Locale, type Zone, localDate } from '@jenjang/shared/platform';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { RecordHistory } from '../audit';
import { LocaleService } from '../platform/locale';
import { loaded } from '../platform/loaded';
import { Notices } from '../platform/notices';
import { SignInStore } from '../platform/sign-in-store';
import { Banner, type BannerTone } from '../ui/banner';
import { Card } from '../ui/card';
import { Moment } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { type Crumb, type Meta, PageHeader } from '../ui/page-header';
import { StateChip } from '../ui/state-chip';
import { CertificateApi } from './certificate-api';
import { certificateLooks } from './certificate.looks';
import { PaperPreview } from './paper-preview';
import { VerificationLink } from './verification-link';

/** One certificate as those who manage it read it: what the paper says, what holds today, and why. */
@Component({
  selector: 'j-certificate-page',
  imports: [
    Banner,
    Card,
    Icon,
    MatButton,
    Moment,
    PageHeader,
    PaperPreview,
    StateChip,
    TranslocoPipe,
    VerificationLink,
  ],
  templateUrl: './certificate-page.html',
  styleUrl: './certificate-page.css',
})
export class CertificatePage {
  /** From the URL. */
  readonly certificateId = input.required<string>();

  private readonly locale = inject(LocaleService).locale;
  private readonly transloco = inject(TranslocoService);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly history = inject(RecordHistory);
  protected readonly store = inject(SignInStore);
  private readonly resource = inject(CertificateApi).certificate(this.certificateId);
  private readonly state = loaded(this.resource);
  protected readonly certificate = this.state.value;
  protected readonly problem = this.state.problem;
  protected readonly formatCode = formatCode;

  protected readonly standing = computed(() => {
    const certificate = this.certificate();
    if (certificate === null) return null;
    const today = localDate(Date.now(), zoneOf(certificate));
    const code = certificateStanding(certificate.state, certificate.validUntil, today);
    const tone: BannerTone =
      code === 'active' ? 'ok' : code === 'revoked' ? 'bad' : code === 'superseded' ? 'info' : 'warn';
    return {
      ...certificateLooks[code],
      banner: tone,
      word: certificateStateLabels[code][this.locale()],
      sentence: this.sentence(certificate, code),
    };
  });
  /** What happened since, newest first, with the reason in words. */
  protected readonly events = computed(() => {
    const certificate = this.certificate();
    return (certificate?.events ?? []).map((event) => ({
      ...event,
      zone: certificate === null ? ('Asia/Jakarta' as const) : zoneOf(certificate),
      reason: reasonWord(event.reasonCode, this.locale()),
    }));
  });
  private readonly facts = computed(() => {
    const certificate = this.certificate();
    if (certificate === null) return [];
    const { nip } = certificate.snapshot.holder;
    return publicFacts(certificate.snapshot, this.locale()).map((fact) =>
      fact.key === 'nip' && nip !== null ? { ...fact, value: formatNip(nip) } : fact,
    );
  });
  /** In the order of the paper: the front page, then the transcript. */
  protected readonly front = computed(() => this.facts().filter(({ key }) => !isTranscript(key)));
  protected readonly transcript = computed(() => this.facts().filter(({ key }) => isTranscript(key)));
  protected readonly crumbs = computed<readonly Crumb[]>(() => {
    const certificate = this.certificate();
    return [
      { label: this.transloco.translate('platform.navigation.certificates'), link: '/sertifikat' },
      ...(certificate === null
        ? []
        : [{ label: certificate.cohortName, link: ['/angkatan', certificate.cohortId, 'sertifikat'] }]),
    ];
  });
  protected readonly meta = computed<readonly Meta[]>(() => {
    const certificate = this.certificate();
    if (certificate === null) return [];
    return [
      { icon: 'award', strong: certificate.number },
      { icon: 'book', text: certificate.programmeName },
    ];
  });

  protected showHistory(certificate: CertificateView): void {
    const { id, number: name } = certificate;
    this.history.show({ kind: 'certificate', id, name, zone: zoneOf(certificate) });
  }

  protected async revoke(certificate: CertificateView): Promise<void> {
    const { RevokeDialog } = await import('./revoke-dialog');
    const opened = this.dialog.open<unknown, CertificateView, boolean>(RevokeDialog, {
      data: certificate,
      width: '640px',
      maxWidth: 'calc(100vw - 32px)',
    });
    if (!(await firstValueFrom(opened.afterClosed()))) return;
    this.notices.show(this.transloco.translate('certificate.revoke.done'), 'ok');
    this.resource.reload();
  }

  private sentence(certificate: CertificateView, code: Parameters<typeof wordStanding>[0]): string {
    const [event] = certificate.events;
    const details = {
      changedOn: event === undefined ? '' : localDate(event.recordedAt, zoneOf(certificate)),
      publicText: event?.publicText ?? '',
      validUntil: certificate.validUntil,
    };
    return wordStanding(code, details, this.locale());
  }
}

function zoneOf({ snapshot }: CertificateView): Zone {
  return snapshot.cohort.zone as Zone;
}

function isTranscript(key: string): boolean {
  return key.startsWith('transcript.') || key === 'attendance' || key === 'curriculum';
}

/** Reasons of later versions are told by their code rather than not at all. */
function reasonWord(code: string, locale: Locale): string {
  const known = certificateReasonCodes.find((each) => each === code);
  return known === undefined ? code : certificateReasonLabels[known][locale];
}
