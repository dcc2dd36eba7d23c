export { AgencyApi } from './agency-api';
export { AgencyChoice } from './agency-choice';
