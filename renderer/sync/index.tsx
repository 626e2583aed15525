export { ConflictsPage } from './ConflictsPage.tsx';
export { ConnectionPage } from './ConnectionPage.tsx';
export { RescuePage } from './RescuePage.tsx';
export { WaitingPage } from './WaitingPage.tsx';
