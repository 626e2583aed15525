export { ForcePackPage } from './ForcePackPage.tsx';
export { PublicationPage } from './PublicationPage.tsx';
export { WordsPage } from './WordsPage.tsx';
