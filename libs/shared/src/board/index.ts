export type { BoardCounts, BoardMark, BoardNews, BoardPerson, BoardUnit, BoardView } from './board.types.js';
export { boardCounts, boardUnits, changedMarks, isInRoom, withNews } from './board.rules.js';
