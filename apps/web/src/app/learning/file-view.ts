import { Component, DOCUMENT, computed, inject, input, linkedSignal, output } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import type { ResumePoint } from '@jenjang/shared/learning';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../ui/icon';
import { savesEvery } from './resume.rules';

/** A PDF shown in the page where the browser can, or a video; both go on where one left. */
@Component({
  selector: 'j-file-view',
  imports: [Icon, TranslocoPipe],
  template: `@if (file().mediaType === 'application/pdf') {
      @if (isShown) {
        <iframe [src]="framed()" [title]="file().name"></iframe>
      }
      <div class="tools">
        <a [href]="address()" target="_blank" rel="noopener"
          ><j-icon name="file" [size]="16" />{{ 'learning.openPdf' | transloco }}
          <span class="vh">({{ 'learning.newTab' | transloco }})</span></a
        >
        @if (resumable()) {
          <label for="pdf-page">{{ 'learning.pdfPage' | transloco }}</label>
          <input
            #page
            id="pdf-page"
            class="control"
            type="number"
            min="1"
            max="10000"
            inputmode="numeric"
            [value]="pageShown()"
            (change)="turnTo(page.valueAsNumber)"
          />
        }
      </div>
    } @else {
      <video
        #video
        controls
        preload="metadata"
        playsinline
        [src]="source()"
        (loadedmetadata)="goOn(video)"
        (timeupdate)="note(video, false)"
        (pause)="note(video, true)"
      ></video>
      <p class="tools">
        <a [href]="source()" download
          ><j-icon name="download" [size]="16" />{{ 'learning.download' | transloco }}</a
        >
      </p>
    }`,
  styles: `
    :host {
      display: block;
    }
    iframe {
      display: block;
      width: 100%;
      height: min(78vh, 1000px);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }
    video {
      display: block;
      width: 100%;
      max-height: 70vh;
      border-radius: var(--radius);
      background: #000;
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s4);
      margin: var(--s3) 0 0;
    }
    .tools a {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 44px;
    }
    .tools label {
      margin-left: auto;
      color: var(--muted);
      font-size: var(--t-s);
    }
    .tools .control {
      width: 84px;
    }
  `,
})
export class FileView {
  readonly file = input.required<{
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
  }>();
  readonly resumeAt = input<ResumePoint>({});
  /** Whether the reader's place is kept. */
  readonly resumable = input(false);
  /** Where the reader is now. */
  readonly moved = output<ResumePoint>();

  private readonly sanitizer = inject(DomSanitizer);
  /** Phones hand PDFs to another app: then only the link is offered. */
  protected readonly isShown = inject(DOCUMENT).defaultView?.navigator.pdfViewerEnabled ?? false;
  protected readonly pageShown = linkedSignal(() => this.resumeAt().page ?? 1);
  protected readonly source = computed(() => `/api/v1/files/${this.file().id}`);
  protected readonly address = computed(() => `${this.source()}#page=${this.pageShown()}`);
  // The id is a UUID given by our API, so the address is our own.
  protected readonly framed = computed(() => this.sanitizer.bypassSecurityTrustResourceUrl(this.address()));
  private savedSecond = 0;

  protected turnTo(page: number): void {
    if (!Number.isInteger(page) || page < 1) return;
    this.pageShown.set(page);
    this.moved.emit({ page });
  }

  protected goOn(video: HTMLVideoElement): void {
    const { second = 0 } = this.resumeAt();
    // At the very end one starts again rather than seeing the last frame.
    video.currentTime = second < video.duration - 2 ? second : 0;
    this.savedSecond = video.currentTime;
  }

  protected note(video: HTMLVideoElement, now: boolean): void {
    const second = Math.round(video.currentTime * 10) / 10;
    if (!now && !savesEvery(this.savedSecond, second)) return;
    this.savedSecond = second;
    this.moved.emit({ second });
  }
}
