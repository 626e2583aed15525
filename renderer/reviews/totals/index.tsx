export { QuarterPage } from './QuarterPage.tsx';
export { TotalsPage } from './TotalsPage.tsx';
