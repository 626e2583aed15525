export { LetterPage } from './LetterPage.tsx';
export { LetterPaperPage } from './LetterPaperPage.tsx';
export { TemplatePage } from './TemplatePage.tsx';
export { TemplatesPage } from './TemplatesPage.tsx';
