import {
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../ui/icon';

interface Detector {
  detect(image: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: string[] }) => Detector;

/** Often enough for a hand that moves, rarely enough for an old phone. */
const lookEveryMs = 180;
/** The same code is told once in so long, unless another was seen in between. */
const repeatMs = 3_000;

/** The camera, looking for QR codes. Says so in words when there is none or it may not be used. */
@Component({
  selector: 'j-code-scanner',
  imports: [Icon, MatButton, TranslocoPipe],
  template: `@if (state() === 'blocked') {
      <p class="blocked" role="status">
        <j-icon name="camera" [size]="24" />
        <span>{{ (secure ? 'checkin.camera.blocked' : 'checkin.camera.insecure') | transloco }}</span>
        @if (secure) {
          <button matButton="outlined" class="sm" (click)="start()">
            {{ 'checkin.camera.again' | transloco }}
          </button>
        }
      </p>
    }
    <div class="view" [hidden]="state() === 'blocked'">
      <video #video playsinline muted [attr.aria-label]="label()"></video>
      <span class="frame" aria-hidden="true"></span>
    </div>`,
  styles: `
    :host {
      display: block;
    }
    .view {
      position: relative;
      overflow: hidden;
      aspect-ratio: 4 / 3;
      max-height: 60vh;
      margin: 0 auto;
      border-radius: var(--radius-l);
      background: #0f1b2d;
    }
    .view[hidden] {
      display: none;
    }
    video {
      display: block;
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
    .frame {
      position: absolute;
      inset: 12% 22%;
      border: 3px solid #fff;
      border-radius: var(--radius-l);
      opacity: 0.85;
    }
    .blocked {
      display: grid;
      justify-items: start;
      gap: var(--s3);
      margin: 0;
      padding: var(--s4);
      border-radius: var(--radius);
      background: var(--sunken);
    }
  `,
})
export class CodeScanner {
  /** What the camera looks for. */
  readonly label = input.required<string>();
  readonly scanned = output<string>();

  protected readonly state = signal<'starting' | 'looking' | 'blocked'>('starting');
  protected readonly secure = globalThis.isSecureContext;
  private readonly video = viewChild.required<ElementRef<HTMLVideoElement>>('video');
  private stream: MediaStream | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private last = { text: '', at: 0 };
  private gone = false;

  constructor() {
    afterNextRender(() => void this.start());
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      this.stop();
    });
  }

  protected async start(): Promise<void> {
    this.stop();
    this.state.set('starting');
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      this.stream = stream;
      if (this.gone) {
        this.stop();
        return;
      }
      const video = this.video().nativeElement;
      video.srcObject = stream;
      await video.play();
      this.state.set('looking');
      this.look(await makeDetector());
    } catch {
      if (!this.gone) this.state.set('blocked');
    }
  }

  private look(detector: Detector): void {
    const once = async (): Promise<void> => {
      const [found] = await detector.detect(this.video().nativeElement).catch(() => []);
      if (found !== undefined) this.tell(found.rawValue);
      if (!this.gone && this.stream !== null) this.timer = setTimeout(() => void once(), lookEveryMs);
    };
    void once();
  }

  private tell(text: string): void {
    const now = performance.now();
    if (text === this.last.text && now - this.last.at < repeatMs) return;
    this.last = { text, at: now };
    this.scanned.emit(text);
  }

  private stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
  }
}

/** The browser's own reader where it reads QR codes; ours elsewhere, fetched only then. */
async function makeDetector(): Promise<Detector> {
  const own = (
    globalThis as { BarcodeDetector?: DetectorClass & { getSupportedFormats(): Promise<string[]> } }
  ).BarcodeDetector;
  const formats = (await own?.getSupportedFormats().catch(() => [])) ?? [];
  if (own !== undefined && formats.includes('qr_code')) return new own({ formats: ['qr_code'] });
  const { BarcodeDetector } = await import('qr/decode.js');
  return new BarcodeDetector({ formats: ['qr_code'] });
}
