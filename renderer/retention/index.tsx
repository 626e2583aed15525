export { DisposalPage } from './DisposalPage.tsx';
export { RetentionPage } from './RetentionPage.tsx';
