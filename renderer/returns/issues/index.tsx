export { DifferencesPage } from './DifferencesPage.tsx';
export { IssuePage } from './IssuePage.tsx';
