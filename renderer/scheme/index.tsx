export { SchemePage } from './SchemePage.tsx';
