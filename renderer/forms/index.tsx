export { ChangesPage } from './ChangesPage.tsx';
export { EditPage } from './EditPage.tsx';
export { FormsPage } from './FormsPage.tsx';
export { PreviewPage } from './PreviewPage.tsx';
export { QuestionPage } from './QuestionPage.tsx';
export { SectionPage } from './SectionPage.tsx';
