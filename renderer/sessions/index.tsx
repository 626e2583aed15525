export { ActionPage } from './ActionPage.tsx';
export { ActionsPage } from './ActionsPage.tsx';
export { AgendaPage } from './AgendaPage.tsx';
export { EditSessionPage } from './EditSessionPage.tsx';
export { MinutesPage } from './MinutesPage.tsx';
export { SessionPage } from './SessionPage.tsx';
export { SessionPaperPage } from './SessionPaperPage.tsx';
export { SessionsPage } from './SessionsPage.tsx';
