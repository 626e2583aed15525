export { SaidPage } from './SaidPage.tsx';
