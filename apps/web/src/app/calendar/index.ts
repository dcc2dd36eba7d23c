export { FeedCard } from './feed-card';
export { TaughtList } from './taught-list';
