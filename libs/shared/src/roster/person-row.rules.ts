import { cleanName } from '../person/name.rules.js';
import { parseNip } from '../person/nip.rules.js';
import type { NipProblemCode } from '../person/nip.types.js';
import type { EmploymentKind, Gender, PositionKind } from '../person/person.types.js';
import { splitTitles } from '../vocabulary/titles.rules.js';
import type { KnownUnit, RosterRow } from './record.types.js';
import type { RosterField, RowProblem } from './roster.types.js';
import { isBlank } from '../vocabulary/text.rules.js';
import { matchUnit, type UnitIndex } from './unit-match.rules.js';
import { isNoEselon, readEselon, readGender, readGolongan, readKind, readPositionKind } from '../vocabulary/vocabulary.rules.js';

/** What a row says of a person, cell by cell. Null is a cell that says nothing. */
export interface PersonDraft {
  readonly nip: string | null;
  readonly fullName: string | null;
  readonly frontTitle: string | null;
  readonly backTitle: string | null;
  readonly kind: EmploymentKind | null;
  readonly gender: Gender | null;
  readonly birthDate: string | null;
  readonly birthPlace: string | null;
  readonly golongan: string | null;
  readonly positionKind: PositionKind | null;
  readonly positionName: string | null;
  readonly eselon: string | null;
  readonly unit: KnownUnit | null;
  /** Whether the row names an OPD only, which says nothing of the unit within it. */
  readonly namesOpdOnly: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  readonly validFrom: string | null;
  readonly className: string | null;
  readonly problems: readonly RowProblem[];
}

const longest: Readonly<Partial<Record<RosterField, number>>> = {
  fullName: 200, frontTitle: 60, backTitle: 120, birthPlace: 100, positionName: 200, email: 254, phone: 30, className: 120,
};
const nipCodes: Readonly<Record<NipProblemCode, string>> = { NIP_MISSING: 'roster.nipMissing', NIP_EXCEL: 'roster.nipExcel', NIP_CHARACTERS: 'roster.nipCharacters', NIP_LENGTH: 'roster.nipLength' };
const email = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** Reads the cells of a row, each by itself. A cell that the file reader found damaged is not read again. */
export function readPersonRow({ cells, faults }: RosterRow, units: UnitIndex, today: string): PersonDraft {
  const problems: RowProblem[] = [...faults];
  const damaged = new Set(faults.map(({ field }) => field));
  const textOf = (field: RosterField): string | null => (damaged.has(field) || isBlank(cells[field]) ? null : cleanName(cells[field] ?? '') || null);
  const text = (field: RosterField): string | null => kept(field, textOf(field), problems);
  const read = <Value>(field: RosterField, parse: (written: string) => Value | null, code: string): Value | null => {
    const written = textOf(field);
    const value = written === null ? null : parse(written);
    if (written !== null && value === null) problems.push({ field, code, value: written });
    return value;
  };
  const nip = readNip(textOf('nip'), today, problems);
  const noEselon = isNoEselon(textOf('eselon') ?? '');
  const eselon = noEselon ? null : read('eselon', readEselon, 'roster.eselon');
  const name = readName(text('fullName'), text('frontTitle'), text('backTitle'));
  const match = matchUnit(units, textOf('opd'), textOf('unit'));
  if (match.problem) problems.push(match.problem);
  if (textOf('joinsAs') !== null && !/^(peserta|participant)$/i.test(textOf('joinsAs') ?? '')) problems.push({ field: 'joinsAs', code: 'roster.joinsAs', value: textOf('joinsAs') ?? '' });
  return {
    nip, ...name, eselon, unit: match.unit, namesOpdOnly: textOf('unit') === null, kind: isAsn(textOf('kind')) ? null : read('kind', readKind, 'roster.kind'), gender: read('gender', readGender, 'roster.gender'), birthDate: readBirthDate(textOf('birthDate'), today, problems), birthPlace: text('birthPlace'),
    golongan: read('golongan', readGolongan, 'roster.golongan'), positionKind: read('positionKind', (written) => readPositionKind(written, eselon), 'roster.positionKind'), positionName: text('positionName'),
    email: read('email', (written) => (email.test(written) && written.length <= 254 ? written : null), 'roster.email'), phone: text('phone'), validFrom: textOf('validFrom'), className: text('className'), problems,
  };
}

/** `ASN` says neither PNS nor PPPK: the NIP tells. */
function isAsn(text: string | null): boolean {
  return text !== null && /^asn$/i.test(text);
}

function readBirthDate(date: string | null, today: string, problems: RowProblem[]): string | null {
  if (date === null || (date > '1900-01-01' && date < today)) return date;
  problems.push({ field: 'birthDate', code: 'roster.birthDate', value: date });
  return null;
}

function kept(field: RosterField, text: string | null, problems: RowProblem[]): string | null {
  const limit = longest[field];
  if (text === null || limit === undefined || text.length <= limit) return text;
  problems.push({ field, code: 'roster.tooLong', value: `${text.slice(0, 60)}…`, limit });
  return null;
}

function readNip(text: string | null, today: string, problems: RowProblem[]): string | null {
  if (text === null) return null;
  const reading = parseNip(text, { kind: null, today });
  for (const { code, digits } of reading.problems) problems.push({ field: 'nip', code: nipCodes[code], value: text, ...(digits === null ? {} : { limit: digits }) });
  return reading.nip;
}

/** Titles may stand in columns of their own or in the cell of the name. */
function readName(written: string | null, front: string | null, back: string | null): { fullName: string | null; frontTitle: string | null; backTitle: string | null } {
  if (written === null) return { fullName: null, frontTitle: front, backTitle: back };
  const parts = splitTitles(written);
  return { fullName: parts.fullName || null, frontTitle: front ?? parts.frontTitle, backTitle: back ?? parts.backTitle };
}
