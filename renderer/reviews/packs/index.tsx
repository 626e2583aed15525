export { ForcePackPage } from './ForcePackPage.tsx';
