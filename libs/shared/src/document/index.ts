export { cardText, parseCard, type CardText } from './card.rules.js';
export {
  documentKinds, letterForms, numberedKinds, orientations, type DocumentKind, type DocumentList, type DocumentPerson, type DocumentRow, type DocumentSession, type DocumentSnapshot, type LetterForm,
  type NumberedKind, type Orientation, type OwnCard,
} from './document.types.js';
export { defaultNumbering, documentNumber, kindCodes, numberingProblems, numberingScope, type NumberingFacts, type NumberingProblem } from './numbering.rules.js';
export { documentKindLabels } from './document.labels.js';
export { MakeDocumentRequest, NumberingRequest } from './document.dto.js';
export { documentProblems } from './document.problems.js';
