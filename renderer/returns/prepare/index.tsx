export { PreparePage } from './PreparePage.tsx';
