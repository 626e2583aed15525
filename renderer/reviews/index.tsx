export { ApplicationPage } from './application/ApplicationPage.tsx';
export { NewReviewPage } from './application/NewReviewPage.tsx';
export { BodyPage } from './body/BodyPage.tsx';
export { EndPage } from './ending/EndPage.tsx';
export { ReviewsPage } from './list/ReviewsPage.tsx';
export { NoticesPage } from './notices/NoticesPage.tsx';
export { ReviewPage } from './ReviewPage.tsx';
export { ValidityPage } from './validity/ValidityPage.tsx';
