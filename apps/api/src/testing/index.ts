export { startApi, type Caller, type TestApi, type TestGrant } from './api.js';
