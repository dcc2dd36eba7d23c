import {
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { PackPerson, PackSession } from '@jenjang/shared/kiosk';
import { isoInstant } from '@jenjang/shared/platform';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  type CardReading,
  DeviceSender,
  DeviceStore,
  type KeptMark,
  lastWords,
  matching,
  unitsOf,
} from '../device';
import { Clock } from '../ui/format-pipes';
import { Icon } from '../ui/icon';
import { CardScanner } from './card-scanner';

/** The door of one session: find a name or scan a card, and the person is in. */
@Component({
  selector: 'j-tick-board',
  imports: [CardScanner, Clock, Icon, MatButton, TranslocoPipe],
  templateUrl: './tick-board.html',
  styleUrl: './tick-board.css',
  host: { '(document:keydown)': 'toSearch($event)' },
})
export class TickBoard {
  readonly sessions = input.required<readonly PackSession[]>();
  readonly session = input.required<PackSession>();
  readonly roster = input.required<readonly PackPerson[]>();
  readonly sessionChosen = output<string>();

  private readonly store = inject(DeviceStore);
  private readonly sender = inject(DeviceSender);
  private readonly transloco = inject(TranslocoService);
  private readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  protected readonly words = signal('');
  protected readonly unit = signal<string | null>(null);
  protected readonly missingOnly = signal(false);
  protected readonly scanning = signal(false);
  protected readonly guest = signal<string | null>(null);
  /** Read out, and shown under the search. */
  protected readonly said = signal('');
  /** The last word, while it can be taken back from beside the search. */
  protected readonly last = signal<{ readonly mark: KeptMark; readonly name: string } | null>(null);

  protected readonly units = computed(() => unitsOf(this.roster()));
  private readonly lastWord = computed(() => lastWords(this.store.marks(), this.session().id));
  protected readonly present = computed(
    () => this.roster().filter((person) => this.seenAt(person) !== null).length,
  );
  protected readonly guests = computed(() =>
    this.store.marks().filter(({ kind, sessionId }) => kind === 'walk_in' && sessionId === this.session().id),
  );
  protected readonly shown = computed(() => {
    const found = matching(this.roster(), this.words(), this.unit());
    return this.missingOnly() ? found.filter((person) => this.seenAt(person) === null) : found;
  });

  /** ISO instant at which this device saw the person; null when it did not. */
  protected seenAt({ enrolmentId }: PackPerson): string | null {
    const word = this.lastWord().get(enrolmentId);
    return word?.kind === 'seen' ? isoInstant(word.deviceAt + word.drift) : null;
  }

  protected async tick(person: PackPerson): Promise<void> {
    const word = this.lastWord().get(person.enrolmentId);
    if (word?.kind === 'seen') {
      await this.takeBack(word, person.name);
      return;
    }
    const said = await this.store.see(this.session().id, person.enrolmentId, 'tick');
    if (said !== null) this.confirm(said, person.name);
  }

  /** Enter in the search: the only one found is meant. */
  protected async tickFound(): Promise<void> {
    const [found, ...others] = this.shown().filter((person) => this.seenAt(person) === null);
    if (found === undefined || others.length > 0 || this.words().trim() === '') return;
    await this.tick(found);
    this.clearSearch();
  }

  protected async scanned(text: string): Promise<void> {
    const reading = await this.store.seeCard(this.session().id, text);
    const name = 'name' in reading ? reading.name : '';
    this.said.set(this.transloco.translate(`kiosk.card.${reading.kind}`, { name }));
    if (reading.kind === 'marked') this.sender.soon();
    if ('vibrate' in navigator) navigator.vibrate(buzz[reading.kind]);
  }

  protected async noteGuest(): Promise<void> {
    const note = this.guest()?.trim() ?? '';
    if (note.length < 3) return;
    const said = await this.store.noteWalkIn(this.session().id, note);
    this.guest.set(null);
    this.confirm(said, note, 'noted');
  }

  protected toSearch(event: KeyboardEvent): void {
    const field = this.search().nativeElement;
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key !== '/' || typing) return;
    event.preventDefault();
    field.focus();
  }

  protected intoList(event: Event): void {
    event.preventDefault();
    this.list().nativeElement.querySelector('button')?.focus();
  }

  /** Arrow keys go from name to name. */
  protected along(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const rows = [...this.list().nativeElement.querySelectorAll('button')];
    const next = rows[rows.indexOf(event.target as HTMLButtonElement) + step] ?? this.search().nativeElement;
    event.preventDefault();
    next.focus();
  }

  private confirm(mark: KeptMark, name: string, key: 'marked' | 'noted' = 'marked'): void {
    this.sender.soon();
    this.last.set({ mark, name });
    this.said.set(this.transloco.translate(`kiosk.board.${key}`, { name }));
  }

  protected async takeBack({ id }: KeptMark, name: string): Promise<void> {
    await this.store.takeBack(id);
    this.last.set(null);
    this.sender.soon();
    this.said.set(this.transloco.translate('kiosk.board.takenBack', { name }));
  }

  private clearSearch(): void {
    this.words.set('');
    this.search().nativeElement.value = '';
    this.search().nativeElement.focus();
  }
}

/** How the phone tells without being looked at, in milliseconds. */
const buzz: Readonly<Record<CardReading['kind'], number | number[]>> = {
  marked: 60,
  already: [40, 60, 40],
  noCard: 250,
  notListed: 250,
  notGenuine: 250,
};
