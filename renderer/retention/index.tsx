export { DisposalPage } from './DisposalPage.tsx';
export { RetentionPage } from './RetentionPage.tsx';
export { SchedulePage } from './SchedulePage.tsx';
