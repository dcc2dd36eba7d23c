export { Agency } from './agency.entity.js';
export { AgencyModule } from './agency.module.js';
export { lockTree } from './unit.queries.js';
export { Unit } from './unit.entity.js';
