export { DecisionPage } from './DecisionPage.tsx';
export { LearnPage } from './LearnPage.tsx';
export { QualityPage } from './QualityPage.tsx';
