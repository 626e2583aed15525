export { LearningPage } from './LearningPage.tsx';
export { MakePage } from './MakePage.tsx';
export { RecommendationPage } from './RecommendationPage.tsx';
export { RegisterPage } from './RegisterPage.tsx';
