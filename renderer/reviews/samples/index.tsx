export { NewSamplePage } from './NewSamplePage.tsx';
export { SamplePage } from './SamplePage.tsx';
export { SamplesPage } from './SamplesPage.tsx';
