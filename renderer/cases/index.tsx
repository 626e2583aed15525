export { CasePage } from './CasePage.tsx';
export { CasesPage } from './list/CasesPage.tsx';
export { ReplyPage } from './messages/ReplyPage.tsx';
export { ReplyPaperPage } from './messages/ReplyPaperPage.tsx';
export { AmendPage } from './new/AmendPage.tsx';
export { NewCasePage } from './new/NewCasePage.tsx';
export { OpeningsPage } from './OpeningsPage.tsx';
export { RiskPage } from './RiskPage.tsx';
export { CaseListPage, CaseSettingsPage } from './settings/CaseSettingsPage.tsx';
