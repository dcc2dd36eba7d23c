export { agencyKinds, unitKinds, type AgencyKind, type UnitKind } from './unit.types.js';
export { agencyKindLabels, unitKindLabels } from './unit.labels.js';
export {
  agencyOperations, unitRefusalCodes, type AgencyDetail, type AgencyOperation, type AgencyRow, type MoveEffects, type Region, type UnitNode, type UnitRefusalCode,
} from './agency.types.js';
export { AgencyQuery, ChangeAgencyRequest, ChangeUnitRequest, CloseUnitRequest, CreateAgencyRequest, CreateUnitRequest, MoveQuery, RegionQuery, UnitsQuery } from './agency.dto.js';
export { idsOnPath, isOpen, refuseClosing, refuseMove, treeOrder, type ClosingFacts, type ClosingRefusal, type TreeItem, type UnitPlace } from './unit.rules.js';
