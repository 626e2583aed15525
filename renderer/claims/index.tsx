export { ClaimPage } from './ClaimPage.tsx';
export { ClaimsPage } from './ClaimsPage.tsx';
export { HoursPage } from './HoursPage.tsx';
export { MinePage } from './MinePage.tsx';
export { PayPage } from './PayPage.tsx';
