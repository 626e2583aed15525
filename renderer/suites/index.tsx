export { PanelsPage } from './PanelsPage.tsx';
export { SuitePage } from './SuitePage.tsx';
export { SuitesPage } from './SuitesPage.tsx';
export { ThroughputPage } from './ThroughputPage.tsx';
