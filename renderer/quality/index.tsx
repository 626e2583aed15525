export { CriterionPage } from './CriterionPage.tsx';
export { EditCriterionPage } from './EditCriterionPage.tsx';
export { PackPage } from './PackPage.tsx';
export { QualityPage } from './QualityPage.tsx';
export { RecordsPage } from './RecordsPage.tsx';
