export { certificateLooks } from './certificate.looks';
