export { LogPage } from './LogPage.tsx';
export { RequestPage } from './RequestPage.tsx';
