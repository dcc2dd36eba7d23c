import { cleanName } from '../person/name.rules.js';
import type { KnownUnit, RosterRow, RowVerdict, UnitRecord, UnitsWorld } from './record.types.js';
import type { FieldChange, RosterField, RowProblem } from './roster.types.js';
import { isBlank, nearest, squeeze } from '../vocabulary/text.rules.js';
import { readUnitKind } from '../vocabulary/vocabulary.rules.js';

type Verdict = RowVerdict<UnitRecord>;

/** A row with its cells read. */
interface UnitDraft {
  readonly rowNumber: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly shortName: string | null;
  readonly kindText: string | null;
  readonly parentText: string | null;
  readonly regionCode: string | null;
  readonly activeFrom: string | null;
  readonly stored: KnownUnit | null;
  readonly problems: readonly RowProblem[];
}

/** Where a draft hangs: below a unit on record, below another row, at the root, or nowhere. */
interface Parent {
  readonly unit: KnownUnit | null;
  readonly row: UnitDraft | null;
  readonly problem: RowProblem | null;
}

/**
 * Judges every row of a file of units against the tree on record: parents may come later in the same file, but the whole
 * must stay one tree without a cycle and with the root it has.
 */
export function judgeUnits(rows: readonly RosterRow[], world: UnitsWorld): readonly Verdict[] {
  const byCode = new Map(world.units.map((unit) => [squeeze(unit.code), unit]));
  const drafts = rows.map((row) => readUnitRow(row, byCode, world));
  const rowsByCode = new Map<string, UnitDraft>();
  for (const draft of drafts) if (draft.code !== null && !rowsByCode.has(squeeze(draft.code))) rowsByCode.set(squeeze(draft.code), draft);
  const parents = new Map(drafts.map((draft) => [draft.rowNumber, parentOf(draft, rowsByCode, byCode, world)]));
  const { broken, levels } = settle(drafts, parents, rowsByCode, world);
  return drafts.map((draft) => verdictOf(draft, parents.get(draft.rowNumber), levels.get(draft.rowNumber) ?? 0, broken.get(draft.rowNumber) ?? [], world));
}

function readUnitRow({ rowNumber, cells, faults }: RosterRow, byCode: ReadonlyMap<string, KnownUnit>, world: UnitsWorld): UnitDraft {
  const damaged = new Set(faults.map(({ field }) => field));
  const text = (field: RosterField): string | null => (damaged.has(field) || isBlank(cells[field]) ? null : cleanName(cells[field] ?? '') || null);
  const [code, name, regionCode, kindText, shortName] = [text('code'), text('name'), text('regionCode'), text('unitKind'), text('shortName')];
  const stored = code === null ? null : (byCode.get(squeeze(code)) ?? null);
  const tooLong = (field: RosterField, value: string | null, limit: number): RowProblem[] => (value !== null && value.length > limit ? [{ field, code: 'roster.tooLong', value: `${value.slice(0, 60)}…`, limit }] : []);
  const problems: RowProblem[] = [
    ...faults, ...(code === null ? [{ field: 'code' as const, code: 'roster.missing', value: '' }] : tooLong('code', code, 40)),
    ...(name === null && stored === null ? [{ field: 'name' as const, code: 'roster.missing', value: '' }] : tooLong('name', name, 200)), ...tooLong('shortName', shortName, 60),
    ...(regionCode !== null && !world.regionCodes.includes(regionCode) ? [{ field: 'regionCode' as const, code: 'agency.regionUnknown', value: regionCode }] : []),
    ...(kindText !== null && readUnitKind(kindText.replaceAll('_', ' ')) === null ? [{ field: 'unitKind' as const, code: 'roster.unitKind', value: kindText }] : []),
  ];
  return { rowNumber, code, name, shortName, kindText, parentText: text('parent'), regionCode, activeFrom: text('activeFrom'), stored, problems };
}

function parentOf(draft: UnitDraft, rowsByCode: ReadonlyMap<string, UnitDraft>, byCode: ReadonlyMap<string, KnownUnit>, world: UnitsWorld): Parent {
  const root = world.units.find(({ parentId }) => parentId === null) ?? null;
  const none: Parent = { unit: null, row: null, problem: null };
  if (draft.parentText === null) return parentUnwritten(draft, root, world);
  const word = squeeze(draft.parentText);
  const row = rowsByCode.get(word) ?? null;
  if (row) return row.rowNumber === draft.rowNumber ? { ...none, problem: { field: 'parent', code: 'unit.underItself', value: draft.parentText } } : { unit: row.stored, row, problem: null };
  const unit = byCode.get(word) ?? world.units.find(({ name, shortName }) => squeeze(name) === word || squeeze(shortName ?? '') === word) ?? null;
  if (unit) return draft.stored?.parentId === null ? { ...none, problem: { field: 'parent', code: 'unit.rootStays', value: draft.parentText } } : { ...none, unit };
  const close = nearest(draft.parentText, world.units.map(({ name }) => name));
  return { ...none, problem: { field: 'parent', code: 'roster.unitUnknown', value: draft.parentText, ...(close ? { suggestion: { value: close, why: 'nearest' as const } } : {}) } };
}

/** Without a parent a known unit stays where it is; an unknown one would be a second root. */
function parentUnwritten(draft: UnitDraft, root: KnownUnit | null, world: UnitsWorld): Parent {
  const unit = draft.stored === null ? null : (world.units.find(({ id }) => id === draft.stored?.parentId) ?? null);
  const secondRoot = draft.stored === null && root !== null;
  return { unit, row: null, problem: secondRoot ? { field: 'parent', code: 'unit.oneRoot', value: '', suggestion: { value: root.code, why: 'record' } } : null };
}

/** Rows that cannot be taken, and how deep each of the others will lie. */
interface Settled {
  readonly broken: Map<number, readonly RowProblem[]>;
  readonly levels: ReadonlyMap<number, number | null>;
}

/** A rejected row changes nothing, so what was sound while it counted may no longer be: judged again until it settles. */
function settle(drafts: readonly UnitDraft[], parents: ReadonlyMap<number, Parent>, rowsByCode: ReadonlyMap<string, UnitDraft>, world: UnitsWorld): Settled {
  const broken = brokenByThemselves(drafts, parents, rowsByCode);
  for (;;) {
    const before = new Set(broken.keys());
    const levels = levelsOf(drafts, parents, broken, world);
    for (const draft of drafts.filter(({ rowNumber }) => !before.has(rowNumber))) {
      const above = parents.get(draft.rowNumber)?.row;
      const value = draft.parentText ?? '';
      if (above?.stored === null && before.has(above.rowNumber)) broken.set(draft.rowNumber, [{ field: 'parent', code: 'roster.parentRejected', value, limit: above.rowNumber }]);
      else if (levels.get(draft.rowNumber) === null) broken.set(draft.rowNumber, [{ field: 'parent', code: 'roster.cycle', value }]);
    }
    if (broken.size === before.size) return { broken, levels };
  }
}

function brokenByThemselves(drafts: readonly UnitDraft[], parents: ReadonlyMap<number, Parent>, rowsByCode: ReadonlyMap<string, UnitDraft>): Map<number, readonly RowProblem[]> {
  return new Map(drafts.flatMap((draft) => {
    const parent = parents.get(draft.rowNumber)?.problem;
    const first = draft.code === null ? undefined : rowsByCode.get(squeeze(draft.code));
    const problems: RowProblem[] = [
      ...draft.problems, ...(parent && !draft.problems.some(({ field }) => field === 'parent') ? [parent] : []),
      ...(first && first.rowNumber !== draft.rowNumber ? [{ field: 'code' as const, code: 'roster.repeated', value: draft.code ?? '', limit: first.rowNumber }] : []),
    ];
    return problems.length > 0 ? [[draft.rowNumber, problems] as const] : [];
  }));
}

/** How many units will be above each row; null within a cycle, also one through units on record. */
function levelsOf(drafts: readonly UnitDraft[], parents: ReadonlyMap<number, Parent>, broken: ReadonlyMap<number, unknown>, world: UnitsWorld): ReadonlyMap<number, number | null> {
  const sound = drafts.filter(({ rowNumber }) => !broken.has(rowNumber));
  const rowOfUnit = new Map(sound.flatMap((draft) => (draft.stored ? [[draft.stored.id, draft] as const] : [])));
  const units = new Map(world.units.map((unit) => [unit.id, unit]));
  const above = ({ draft, unit }: Step): Step => {
    const parent = draft ? parents.get(draft.rowNumber) : undefined;
    const next = draft ? (parent?.unit ?? null) : (units.get(unit?.parentId ?? '') ?? null);
    const row = next ? (rowOfUnit.get(next.id) ?? null) : (parent?.row ?? null);
    return { draft: row, unit: next };
  };
  return new Map(sound.map((draft) => [draft.rowNumber, countAbove({ draft, unit: draft.stored }, above, drafts.length + units.size + 1)]));
}

/** A place on the way up: a row of the file, or a unit on record that no row speaks of. */
interface Step {
  readonly draft: UnitDraft | null;
  readonly unit: KnownUnit | null;
}

function countAbove(start: Step, above: (step: Step) => Step, most: number): number | null {
  let level = 0;
  for (let at = above(start); at.draft ?? at.unit; at = above(at)) if ((level += 1) > most) return null;
  return level;
}

function verdictOf(draft: UnitDraft, parent: Parent | undefined, level: number, problems: readonly RowProblem[], world: UnitsWorld): Verdict {
  const base = { rowNumber: draft.rowNumber, toVerify: false, targetId: draft.stored?.id ?? null };
  if (problems.length > 0) return { ...base, targetId: null, outcome: 'rejected', problems, changes: [], record: null };
  const record = recordOf(draft, parent, level, world);
  const changes = draft.stored === null ? [] : changesOf(draft.stored, record, world);
  return { ...base, outcome: draft.stored === null ? 'new' : changes.length > 0 ? 'updated' : 'unchanged', problems: [], changes, record };
}

function recordOf(draft: UnitDraft, parent: Parent | undefined, level: number, world: UnitsWorld): UnitRecord {
  const { stored } = draft;
  const name = draft.name ?? stored?.name ?? '';
  const kind = (draft.kindText === null ? null : readUnitKind(draft.kindText.replaceAll('_', ' '))) ?? stored?.kind ?? readUnitKind(name) ?? 'SEKSI';
  return {
    code: stored?.code ?? draft.code ?? '', name, kind, shortName: draft.shortName ?? stored?.shortName ?? null, regionCode: draft.regionCode ?? stored?.regionCode ?? null, activeFrom: draft.activeFrom ?? `${world.today.slice(0, 4)}-01-01`,
    parentId: parent?.unit?.id ?? null, parentRow: parent?.row?.stored === null ? parent.row.rowNumber : null, level,
  };
}

function changesOf(stored: KnownUnit, record: UnitRecord, world: UnitsWorld): readonly FieldChange[] {
  const nameOf = (id: string | null): string | null => world.units.find((unit) => unit.id === id)?.name ?? null;
  const plain: FieldChange[] = ([['name', 'name'], ['shortName', 'shortName'], ['unitKind', 'kind'], ['regionCode', 'regionCode']] as const)
    .filter(([, key]) => stored[key] !== record[key]).map(([field, key]) => ({ field, from: stored[key], to: record[key] }));
  const moved = record.parentRow !== null || stored.parentId !== record.parentId;
  return moved ? [...plain, { field: 'parent', from: nameOf(stored.parentId), to: record.parentRow === null ? nameOf(record.parentId) : null }] : plain;
}
