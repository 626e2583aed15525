export { CalendarsPage } from './CalendarsPage.tsx';
export { ClocksPage } from './ClocksPage.tsx';
export { SettingsPage } from './SettingsPage.tsx';
