export { EditItemPage } from './EditItemPage.tsx';
export { EditPlanPage } from './EditPlanPage.tsx';
export { ItemPage } from './ItemPage.tsx';
export { PlanPage } from './PlanPage.tsx';
export { PlansPage } from './PlansPage.tsx';
