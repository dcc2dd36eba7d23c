import { Component, computed, input } from '@angular/core';
import type { PackPerson, PackSession } from '@jenjang/shared/kiosk';
import { localDate } from '@jenjang/shared/platform';
import { TranslocoPipe } from '@jsverse/transloco';
import { Clock, Day } from '../ui/format-pipes';

/** Lines for hand-written names where no roster is known, or for people who are not on it. */
const spareLines = 25;
const guestLines = 5;

/** The sheet to sign on paper. Only drawn when printing, and without asking the network. */
@Component({
  selector: 'j-manual-sheet',
  imports: [Clock, Day, TranslocoPipe],
  template: `<h1>{{ 'kiosk.sheet.heading' | transloco }}</h1>
    @if (session(); as one) {
      <p>
        {{ one.title }} · {{ one.cohortName }} · {{ date() | day: 'weekday' }},
        {{ one.startsAt | clock: one.zone : one.endsAt }} · {{ one.venue }}
      </p>
    } @else {
      <p>{{ 'kiosk.sheet.blanks' | transloco }}</p>
    }
    <table>
      <thead>
        <tr>
          <th>{{ 'kiosk.sheet.number' | transloco }}</th>
          <th>{{ 'kiosk.sheet.name' | transloco }}</th>
          <th>{{ 'kiosk.sheet.unit' | transloco }}</th>
          <th>{{ 'kiosk.sheet.time' | transloco }}</th>
          <th>{{ 'kiosk.sheet.signature' | transloco }}</th>
        </tr>
      </thead>
      <tbody>
        @for (person of roster(); track person.enrolmentId) {
          <tr>
            <td>{{ $index + 1 }}</td>
            <td>{{ person.name }}</td>
            <td>{{ person.unitName }}</td>
            <td></td>
            <td></td>
          </tr>
        }
        @for (line of lines(); track line) {
          <tr>
            <td>{{ line }}</td>
            <td></td>
            <td></td>
            <td></td>
            <td></td>
          </tr>
        }
      </tbody>
    </table>`,
  styles: `
    :host {
      display: none;
    }
    @media print {
      :host {
        display: block;
      }
    }
    h1 {
      font-size: 14pt;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      height: 9mm;
      padding: 0 2mm;
      border: 1px solid #000;
      text-align: left;
    }
    td:last-child {
      width: 35mm;
    }
  `,
})
export class ManualSheet {
  readonly session = input.required<PackSession | null>();
  readonly roster = input.required<readonly PackPerson[]>();

  protected readonly date = computed(() => {
    const session = this.session();
    return session === null ? null : localDate(session.startsAt, session.zone);
  });
  protected readonly lines = computed(() => {
    const people = this.roster().length;
    return Array.from({ length: people === 0 ? spareLines : guestLines }, (_, n) => people + n + 1);
  });
}
