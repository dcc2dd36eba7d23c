import {
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Banner } from '../ui/banner';

/** The same card is not read again while it is still held before the camera. */
const restMs = 3_000;

/** The camera, looking for QR codes. Says every text it reads, a card held still once. */
@Component({
  selector: 'j-card-scanner',
  imports: [Banner, TranslocoPipe],
  template: `@if (blocked()) {
      <j-banner tone="warn" [heading]="'kiosk.camera.heading' | transloco">{{
        'kiosk.camera.text' | transloco
      }}</j-banner>
    }
    <video
      #video
      playsinline
      muted
      [hidden]="blocked()"
      [attr.aria-label]="'kiosk.camera.label' | transloco"
    ></video>`,
  styles: `
    video {
      display: block;
      width: min(420px, 100%);
      aspect-ratio: 1;
      border-radius: var(--radius-l);
      background: #000;
      object-fit: cover;
    }
  `,
})
export class CardScanner {
  readonly read = output<string>();

  private readonly video = viewChild.required<ElementRef<HTMLVideoElement>>('video');
  protected readonly blocked = signal(false);
  private stop: () => void = () => undefined;
  private gone = false;
  private last = { text: '', at: 0 };

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      this.stop();
    });
    afterNextRender(() => void this.start());
  }

  private async start(): Promise<void> {
    try {
      const { QRCanvas, frameLoop, rearCamera } = await import('qr/dom.js');
      const camera = await rearCamera(this.video().nativeElement);
      const canvas = new QRCanvas();
      let busy = false;
      const cancel = frameLoop(() => {
        if (busy) return;
        busy = true;
        void camera.readFrame(canvas).then((found) => {
          busy = false;
          if (typeof found === 'string') this.found(found);
        });
      });
      this.stop = () => {
        cancel();
        camera.stop();
      };
      if (this.gone) this.stop();
    } catch {
      this.blocked.set(true);
    }
  }

  private found(text: string): void {
    const now = performance.now();
    const isHeld = text === this.last.text && now - this.last.at < restMs;
    this.last = { text, at: now };
    if (!isHeld) this.read.emit(text);
  }
}
