export { UnseenPage } from './UnseenPage.tsx';
