export { fold, isBlank, likeness, nearest, sharesWord, squeeze } from './text.rules.js';
export { splitTitles } from './titles.rules.js';
export { guessKind, guessPositionKind, isNoEselon, positionOfEselon, readEselon, readGender, readGolongan, readKind, readPositionKind, readUnitKind } from './vocabulary.rules.js';
