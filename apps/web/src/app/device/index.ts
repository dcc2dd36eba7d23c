export { DeviceApi } from './device-api';
export { DeviceSender } from './device-sender';
export { DeviceStore } from './device-store';
export { lastWords, matching, rosterOf, sessionAt, unitsOf } from './device.rules';
export type { CardReading, KeptMark } from './device.types';
export { appIsKept } from './kept-app';
