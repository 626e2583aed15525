export { AllegationPage } from './AllegationPage.tsx';
export { AssignPage } from './AssignPage.tsx';
export { DraftPage } from './DraftPage.tsx';
export { ExaminationPage } from './ExaminationPage.tsx';
export { OverallPage } from './OverallPage.tsx';
