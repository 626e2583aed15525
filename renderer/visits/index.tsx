export { CheckPage } from './CheckPage.tsx';
export { CorrectPage, CorrectSectionPage } from './correct/CorrectPage.tsx';
export { ReviewPage } from './correct/ReviewPage.tsx';
export { VisitsPage } from './list/VisitsPage.tsx';
export { ReceiptPage } from './ReceiptPage.tsx';
export { SectionPage } from './SectionPage.tsx';
export { TasksPage } from './TasksPage.tsx';
export { VisitPage } from './VisitPage.tsx';
