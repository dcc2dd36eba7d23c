import { Component, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Figure } from './format-pipes';
import { Icon } from './icon';

/** Chooses one file, by dropping it or by the system's dialog. Says no here only to what is certainly wrong. */
@Component({
  selector: 'j-file-drop',
  imports: [Figure, Icon, TranslocoPipe],
  template: `<label
      [class.over]="isOver()"
      (dragover)="hover($event)"
      (dragleave)="isOver.set(false)"
      (drop)="drop($event)"
    >
      <j-icon name="upload" [size]="24" />
      <span
        ><b>{{ label() }}</b
        ><br /><span class="muted">{{ hint() }}</span></span
      >
      <input
        type="file"
        class="vh"
        [accept]="accept()"
        [attr.aria-describedby]="refused() === '' ? null : 'file-drop-refused'"
        (change)="pick($event)"
      />
    </label>
    @if (refused() !== '') {
      <p id="file-drop-refused" role="alert">
        <j-icon name="error" [size]="16" />{{
          refused() | transloco: { megabytes: (maxMegabytes() | figure), accept: accept() }
        }}
      </p>
    }`,
  styles: `
    label {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--s4);
      min-height: 132px;
      padding: var(--s5);
      border: 1.5px dashed var(--control);
      border-radius: var(--radius-l);
      background: var(--surface);
      cursor: pointer;
    }
    label > j-icon {
      color: var(--primary);
    }
    label.over,
    label:hover {
      border-color: var(--primary);
      background: var(--primary-soft);
    }
    label:focus-within {
      box-shadow: var(--focus);
    }
    p {
      display: flex;
      align-items: center;
      gap: 6px;
      margin: var(--s2) 0 0;
      color: var(--bad);
      font-size: var(--t-s);
      font-weight: 600;
    }
  `,
})
export class FileDrop {
  readonly label = input.required<string>();
  readonly hint = input('');
  /** Endings with their dots, comma between: `.xlsx,.csv`. */
  readonly accept = input('');
  readonly maxMegabytes = input(25);
  readonly chosen = output<File>();

  protected readonly isOver = signal(false);
  /** Translation key of why the file was refused; empty when it was not. */
  protected readonly refused = signal('');

  protected hover(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.take(event.dataTransfer?.files[0]);
  }

  protected pick(event: Event): void {
    const field = event.target as HTMLInputElement;
    this.take(field.files?.[0]);
    // The same file, once corrected, must count as a new choice.
    field.value = '';
  }

  private take(file: File | undefined): void {
    if (file === undefined) return;
    this.refused.set(this.reasonAgainst(file));
    if (this.refused() === '') this.chosen.emit(file);
  }

  private reasonAgainst(file: File): string {
    const endings = this.accept()
      .split(',')
      .map((ending) => ending.trim().toLowerCase())
      .filter((ending) => ending !== '');
    if (endings.length > 0 && !endings.some((ending) => file.name.toLowerCase().endsWith(ending)))
      return 'ui.file.wrongKind';
    if (file.size === 0) return 'ui.file.empty';
    return file.size > this.maxMegabytes() * 1_048_576 ? 'ui.file.tooLarge' : '';
  }
}
