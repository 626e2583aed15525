export { LettersPage } from './LettersPage.tsx';
export { WriteLetterPage } from './WriteLetterPage.tsx';
