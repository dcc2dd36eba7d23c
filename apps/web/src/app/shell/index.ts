export { entriesFor, phoneEntries, type NavigationEntry } from './navigation.table';
