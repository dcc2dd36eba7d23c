export {
  dateFields, requiredFields, rosterFields, rosterKinds, rosterStates, rowOutcomes, type ColumnNotice, type FieldChange, type RosterColumns, type RosterCounts, type RosterField, type RosterKind,
  type RosterRowPage, type RosterRowView, type RosterState, type RosterView, type RowOutcome, type RowProblem, type RowSuggestion, type SeatEffect,
} from './roster.types.js';
export type {
  EmploymentFacts, KnownClass, KnownEmployment, KnownPerson, KnownUnit, PeopleWorld, PersonFacts, PersonRecord, RosterRow, RowVerdict, UnitRecord, UnitsWorld,
} from './record.types.js';
export { CommitRosterRequest, MapRosterRequest, MendRowRequest, RosterRowQuery, StartRosterRequest, TemplateQuery, UndoRosterRequest } from './roster.dto.js';
export { reasonHeading, rosterAliases, rosterFieldLabels, rosterHeadings, rosterHints, rosterKindLabels } from './roster.labels.js';
export { judgePeople } from './people.rules.js';
export { judgeUnits } from './units.rules.js';
export { summarise } from './summary.rules.js';
