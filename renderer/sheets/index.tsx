export { NewSheetPage } from './NewSheetPage.tsx';
export { SheetPage } from './SheetPage.tsx';
export { SheetPaperPage } from './SheetPaperPage.tsx';
export { SheetsPage } from './SheetsPage.tsx';
