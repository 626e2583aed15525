export { MovedPage } from './MovedPage.tsx';
export { NamedPage } from './NamedPage.tsx';
export { SchedulePage } from './SchedulePage.tsx';
