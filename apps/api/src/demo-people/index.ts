export { chanceOf, idOf, itemAt, shuffled, type Chance } from './chance.js';
export { insertRows } from './rows.js';
export { agencyId, unitId } from './units.js';
export { employmentOn, type DemoPerson, type EmploymentRow, type PersonRow } from './people.js';
export { invent, writePeople, writePlaces, type Invention } from './invention.js';
