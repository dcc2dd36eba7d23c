export { StaleBanner } from './stale-banner';
export { emptiedOf } from './stale.rules';
