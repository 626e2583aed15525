export { CalendarsPage } from './CalendarsPage.tsx';
export { ClocksPage } from './ClocksPage.tsx';
export { CategoriesPage } from './lists/CategoriesPage.tsx';
export { ListPage, ListsPage } from './lists/ListsPage.tsx';
export { SettingsPage } from './SettingsPage.tsx';
