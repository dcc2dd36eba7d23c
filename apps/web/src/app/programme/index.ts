export { curriculumStateLooks } from './programme.looks';
