export { Entrance } from './entrance';
export { Reveal } from './reveal';
