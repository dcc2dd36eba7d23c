import { Pipe, type PipeTransform, inject } from '@angular/core';
import {
  type Instant,
  type Zone,
  formatDate,
  formatDateRange,
  formatNumber,
  formatPercent,
  formatTime,
  localDate,
  localTime,
  zoneAbbreviation,
} from '@jenjang/shared/platform';
import { LocaleService } from '../platform/locale';

type Missing = null | undefined;
/** What stands where nothing is known. */
const none = '–';
const nonBreaking = '\u00a0';

/** `'2024-11-05' | day` gives `5 November 2024`; styles short and weekday. */
@Pipe({ name: 'day', pure: false })
export class Day implements PipeTransform {
  private readonly locale = inject(LocaleService).locale;

  transform(iso: string | Missing, style: 'long' | 'short' | 'weekday' = 'long'): string {
    return iso ? formatDate(iso, this.locale(), style) : none;
  }
}

/** `cohort.startsOn | dayRange: cohort.endsOn` gives `1–5 Agustus 2022`. */
@Pipe({ name: 'dayRange', pure: false })
export class DayRange implements PipeTransform {
  private readonly locale = inject(LocaleService).locale;

  transform(from: string | Missing, to: string | Missing): string {
    return from && to ? formatDateRange(from, to, this.locale()) : none;
  }
}

/** `session.startsAt | clock: zone` gives `08.00 WITA`; with an end, `08.00–11.30 WITA`. */
@Pipe({ name: 'clock' })
export class Clock implements PipeTransform {
  transform(from: Instant | Missing, zone: Zone, to?: Instant | null): string {
    if (from === null || from === undefined) return none;
    const time =
      to === null || to === undefined
        ? formatTime(from, zone)
        : `${localTime(from, zone)}–${formatTime(to, zone)}`;
    return time.replace(' ', nonBreaking);
  }
}

/** `event.at | moment: zone` gives `5 Nov 2024, 09.12 WITA`. */
@Pipe({ name: 'moment', pure: false })
export class Moment implements PipeTransform {
  private readonly locale = inject(LocaleService).locale;

  transform(at: Instant | Missing, zone: Zone): string {
    if (at === null || at === undefined) return none;
    const day = formatDate(localDate(at, zone), this.locale(), 'short');
    return `${day}, ${formatTime(at, zone).replace(' ', nonBreaking)}`;
  }
}

/** `zone | zoneName` gives WIB, WITA or WIT. */
@Pipe({ name: 'zoneName' })
export class ZoneName implements PipeTransform {
  transform(zone: Zone | Missing): string {
    return zone ? zoneAbbreviation(zone) : none;
  }
}

/** `1234.5 | figure` gives `1.234,5` in Indonesian, `1,234.5` in English. */
@Pipe({ name: 'figure', pure: false })
export class Figure implements PipeTransform {
  private readonly locale = inject(LocaleService).locale;

  transform(value: number | Missing, digits = 2): string {
    return value === null || value === undefined ? none : formatNumber(value, this.locale(), digits);
  }
}

/** `77.5 | percent` gives `77,5%`, never rounded up to what it does not reach. */
@Pipe({ name: 'percent', pure: false })
export class Percent implements PipeTransform {
  private readonly locale = inject(LocaleService).locale;

  transform(value: number | Missing): string {
    return value === null || value === undefined ? none : formatPercent(value, this.locale());
  }
}

/** `24 | lessonHours` gives `24 JP`, number and unit held together. */
@Pipe({ name: 'lessonHours', pure: false })
export class LessonHours implements PipeTransform {
  private readonly locale = inject(LocaleService).locale;

  transform(value: number | Missing): string {
    return value === null || value === undefined
      ? none
      : `${formatNumber(value, this.locale())}${nonBreaking}JP`;
  }
}

/** `'198309212008011902' | nip` gives `19830921 200801 1 902`. */
@Pipe({ name: 'nip' })
export class NipPipe implements PipeTransform {
  transform(nip: string | Missing): string {
    if (!nip) return none;
    return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, `$1${nonBreaking}$2${nonBreaking}$3${nonBreaking}$4`);
  }
}

/** `'Melati Pualam' | initials` gives `MP`. */
@Pipe({ name: 'initials' })
export class Initials implements PipeTransform {
  transform(name: string | Missing): string {
    const words =
      (name ?? '')
        .split(',', 1)[0]
        ?.split(/\s+/)
        .filter((word) => /^\p{L}/u.test(word) && !word.endsWith('.')) ?? [];
    return [words[0], words.length > 1 ? words.at(-1) : undefined]
      .map((word) => word?.charAt(0).toUpperCase() ?? '')
      .join('');
  }
}
