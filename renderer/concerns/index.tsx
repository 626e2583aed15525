export { ConcernPage } from './ConcernPage.tsx';
export { ImmediatePage } from './ImmediatePage.tsx';
export { ConcernsPage } from './list/ConcernsPage.tsx';
export { RaisePage } from './RaisePage.tsx';
