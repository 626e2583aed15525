export { RecordsPage } from './RecordsPage.tsx';
export { ReturnsPage } from './ReturnsPage.tsx';
