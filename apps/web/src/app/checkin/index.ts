export { CodeScanner } from './code-scanner';
