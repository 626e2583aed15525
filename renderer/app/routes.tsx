import { caseRoutes } from '#renderer/cases/routes.ts';
import { contactRoutes } from '#renderer/contacts/routes.ts';
import { engagementRoutes } from '#renderer/engagements/routes.ts';
import { requestRoutes } from '#renderer/requests/routes.ts';
import { retentionRoutes } from '#renderer/retention/routes.ts';
import { returnRoutes } from '#renderer/returns/routes.ts';
import { reviewRoutes } from '#renderer/reviews/routes.ts';
import { type PageRoute, page } from './page.ts';

const help = () => import('./help/index.tsx');
const home = () => import('#renderer/home/index.tsx');
const visits = () => import('#renderer/visits/index.tsx');
const suites = () => import('#renderer/suites/index.tsx');
const people = () => import('#renderer/people/index.tsx');
const forms = () => import('#renderer/forms/index.tsx');
const checks = () => import('#renderer/checks/index.tsx');
const concerns = () => import('#renderer/concerns/index.tsx');
const claims = () => import('#renderer/claims/index.tsx');
const letters = () => import('#renderer/letters/index.tsx');
const handover = () => import('#renderer/handover/index.tsx');
const board = () => import('#renderer/board/index.tsx');
const said = () => import('#renderer/said/index.tsx');
const sheets = () => import('#renderer/sheets/index.tsx');
const plans = () => import('#renderer/plans/index.tsx');
const scheme = () => import('#renderer/scheme/index.tsx');
const quality = () => import('#renderer/quality/index.tsx');
const unseen = () => import('#renderer/unseen/index.tsx');
const rota = () => import('#renderer/rota/index.tsx');
const sessions = () => import('#renderer/sessions/index.tsx');
const imports = () => import('#renderer/imports/index.tsx');
const deadlines = () => import('#renderer/deadlines/index.tsx');
const settings = () => import('#renderer/settings/index.tsx');
const sync = () => import('#renderer/sync/index.tsx');
const search = () => import('#renderer/search/index.tsx');

/** Every place there is and the page that stands there. The first that fits is taken. */
export const routes: readonly PageRoute[] = [
  ['/', page(home, 'HomePage')],
  ['/visits', page(visits, 'VisitsPage')],
  ['/visits/out', page(visits, 'DraftsOutPage')],
  ['/visits/:id', page(visits, 'VisitPage')],
  ['/visits/:id/edit', page(visits, 'TasksPage')],
  ['/visits/:id/edit/detainees', page(visits, 'DetaineesPage')],
  ['/visits/:id/edit/detainees/:item', page(visits, 'DetaineePage')],
  ['/visits/:id/edit/matters', page(visits, 'MattersPage')],
  ['/visits/:id/edit/matters/:item', page(visits, 'MatterPage')],
  ['/visits/:id/edit/found', page(visits, 'FoundPage')],
  ['/visits/:id/edit/notes', page(visits, 'NotesPage')],
  ['/visits/:id/edit/notes/:step', page(visits, 'NotesPage')],
  ['/visits/:id/edit/calls', page(visits, 'VisitUrgentPage')],
  ['/visits/:id/edit/calls/:item', page(visits, 'CallPage')],
  ['/visits/:id/edit/:section', page(visits, 'SectionPage')],
  ['/visits/:id/check', page(visits, 'CheckPage')],
  ['/visits/:id/receipt', page(visits, 'ReceiptPage')],
  ['/visits/:id/declare/:person', page(visits, 'DeclarePage')],
  ['/visits/:id/custody', page(visits, 'CustodyPage')],
  ['/visits/:id/actions', page(visits, 'ActionsPage')],
  ['/checks', page(checks, 'ChecksPage')],
  ['/checks/results', page(checks, 'ResultsPage')],
  ['/checks/samples', page(checks, 'SamplesPage')],
  ['/checks/samples/new', page(checks, 'DrawPage')],
  ['/checks/samples/:id', page(checks, 'SamplePage')],
  ['/checks/:id', page(checks, 'CheckPage')],
  ['/checks/:id/edit', page(checks, 'TasksPage')],
  ['/checks/:id/edit/record', page(checks, 'HeaderPage')],
  ['/checks/:id/edit/timeline', page(checks, 'TimelinePage')],
  ['/checks/:id/edit/review', page(checks, 'ReviewPage')],
  ['/checks/:id/edit/:section', page(checks, 'SectionPage')],
  ['/checks/:id/correct', page(checks, 'CorrectPage')],
  ['/checks/:id/correct/record', page(checks, 'CorrectHeaderPage')],
  ['/checks/:id/correct/timeline', page(checks, 'CorrectTimelinePage')],
  ['/checks/:id/correct/review', page(checks, 'CorrectReviewPage')],
  ['/checks/:id/correct/:section', page(checks, 'CorrectSectionPage')],
  ['/templates', page(letters, 'TemplatesPage')],
  ['/templates/:id', page(letters, 'TemplatePage')],
  ['/letters/:id', page(letters, 'LetterPaperPage')],
  ['/concerns/sheets', page(sheets, 'SheetsPage')],
  ['/concerns/sheets/new/:suite/:month', page(sheets, 'NewSheetPage')],
  ['/concerns/sheets/:id', page(sheets, 'SheetPage')],
  ['/concerns/sheets/:id/paper', page(sheets, 'SheetPaperPage')],
  ['/concerns/:id/letter', page(letters, 'LetterPage')],
  ['/concerns', page(concerns, 'ConcernsPage')],
  ['/concerns/new', page(concerns, 'RaisePage')],
  ['/concerns/immediate', page(concerns, 'ImmediatePage')],
  ['/forms', page(forms, 'FormsPage')],
  ['/forms/checks', page(forms, 'FormsPage')],
  ['/forms/checks/edit', page(forms, 'EditPage')],
  ['/forms/checks/edit/changes', page(forms, 'ChangesPage')],
  ['/forms/checks/edit/preview/:section', page(forms, 'PreviewPage')],
  ['/forms/checks/edit/sections/:section', page(forms, 'SectionPage')],
  ['/forms/checks/edit/sections/:section/:question', page(forms, 'QuestionPage')],
  ['/forms/edit', page(forms, 'EditPage')],
  ['/forms/edit/changes', page(forms, 'ChangesPage')],
  ['/forms/edit/preview/:section', page(forms, 'PreviewPage')],
  ['/forms/edit/sections/:section', page(forms, 'SectionPage')],
  ['/forms/edit/sections/:section/:question', page(forms, 'QuestionPage')],
  ['/forms/:id/blank', page(visits, 'BlankPage')],
  ['/forms/:id/sheet', page(visits, 'SheetPage')],
  ['/visits/:id/correct', page(visits, 'CorrectPage')],
  ['/visits/:id/correct/review', page(visits, 'ReviewPage')],
  ['/visits/:id/correct/detainees', page(visits, 'CorrectDetaineesPage')],
  ['/visits/:id/correct/detainees/:item', page(visits, 'CorrectDetaineePage')],
  ['/visits/:id/correct/matters', page(visits, 'CorrectMattersPage')],
  ['/visits/:id/correct/matters/:item', page(visits, 'CorrectMatterPage')],
  ['/visits/:id/correct/calls', page(visits, 'CorrectUrgentPage')],
  ['/visits/:id/correct/calls/:item', page(visits, 'CorrectCallPage')],
  ['/visits/:id/correct/found', page(visits, 'CorrectFoundPage')],
  ['/visits/:id/correct/urgent', page(visits, 'CorrectUrgentPage')],
  ['/visits/:id/correct/:section', page(visits, 'CorrectSectionPage')],
  ['/visits/:id/urgent', page(visits, 'VisitUrgentPage')],
  ['/urgent', page(visits, 'UrgentPage')],
  ['/suites', page(suites, 'SuitesPage')],
  ['/suites/:id', page(suites, 'SuitePage')],
  ['/panels', page(suites, 'PanelsPage')],
  ['/throughput', page(suites, 'ThroughputPage')],
  ['/scheme', page(scheme, 'SchemePage')],
  ['/quality', page(quality, 'QualityPage')],
  ['/quality/pack', page(quality, 'PackPage')],
  ['/quality/pack/:period', page(quality, 'PackPage')],
  ['/quality/records/:period/:fact', page(quality, 'RecordsPage')],
  ['/quality/:id', page(quality, 'CriterionPage')],
  ['/quality/:id/edit', page(quality, 'EditCriterionPage')],
  ['/unseen', page(unseen, 'UnseenPage')],
  ['/people', page(people, 'PeoplePage')],
  ['/people/devices', page(people, 'DevicesPage')],
  ['/people/new', page(people, 'NewPersonPage')],
  ['/people/enquiry', page(people, 'EnquiryPage')],
  ['/people/standing', page(people, 'StandingPage')],
  ['/people/monitoring', page(people, 'MonitoringPage')],
  ['/people/monitoring/totals', page(people, 'MonitoringTotalsPage')],
  ['/people/:id', page(people, 'PersonPage')],
  ['/people/:id/way', page(people, 'WayPage')],
  ['/people/:id/papers', page(people, 'PapersPage')],
  ['/people/:id/training', page(people, 'TrainingPage')],
  ['/people/:id/interests', page(people, 'InterestsPage')],
  ['/people/:id/contact', page(people, 'ContactPage')],
  ['/people/:id/edit', page(people, 'EditPersonPage')],
  ['/board', page(board, 'BoardPage')],
  ['/handover', page(handover, 'HandoverPage')],
  ['/concerns/said', page(said, 'SaidPage')],
  ['/concerns/said/:suite/:quarter', page(said, 'SaidPage')],
  ['/plans', page(plans, 'PlansPage')],
  ['/plans/:id', page(plans, 'PlanPage')],
  ['/plans/:id/edit', page(plans, 'EditPlanPage')],
  ['/plans/items/:item', page(plans, 'ItemPage')],
  ['/plans/:id/items/:item', page(plans, 'ItemPage')],
  ['/plans/:id/items/:item/edit', page(plans, 'EditItemPage')],
  ['/rota', page(rota, 'RotaPage')],
  ['/rota/mine', page(rota, 'MinePage')],
  ['/rota/new', page(rota, 'AddPlacePage')],
  ['/rota/propose', page(rota, 'ProposePage')],
  ['/rota/publish', page(rota, 'PublishPage')],
  ['/rota/waiting', page(rota, 'WaitingPage')],
  ['/rota/without', page(rota, 'WithoutPage')],
  ['/rota/free/:person', page(rota, 'FreePage')],
  ['/rota/places/:id', page(rota, 'PlacePage')],
  ['/rota/print/:quarter', page(rota, 'PrintPage')],
  ['/sessions', page(sessions, 'SessionsPage')],
  ['/sessions/actions', page(sessions, 'ActionsPage')],
  ['/sessions/new', page(sessions, 'EditSessionPage')],
  ['/sessions/:id', page(sessions, 'SessionPage')],
  ['/sessions/:id/edit', page(sessions, 'EditSessionPage')],
  ['/sessions/:last/next', page(sessions, 'EditSessionPage')],
  ['/sessions/:id/agenda', page(sessions, 'AgendaPage')],
  ['/sessions/:id/minutes', page(sessions, 'MinutesPage')],
  ['/sessions/:id/actions/:action', page(sessions, 'ActionPage')],
  ['/sessions/:id/paper', page(sessions, 'SessionPaperPage')],
  ['/sessions/:id/paper/:as', page(sessions, 'SessionPaperPage')],
  ['/claims', page(claims, 'ClaimsPage')],
  ['/claims/mine', page(claims, 'MinePage')],
  ['/claims/hours', page(claims, 'HoursPage')],
  ['/claims/pay', page(claims, 'PayPage')],
  ['/claims/:id', page(claims, 'ClaimPage')],
  ...returnRoutes,
  ['/imports', page(imports, 'ImportPage')],
  ['/sync', page(sync, 'WaitingPage')],
  ['/sync/conflicts', page(sync, 'ConflictsPage')],
  ['/sync/connection', page(sync, 'ConnectionPage')],
  ['/sync/rescue', page(sync, 'RescuePage')],
  // After every other place of concerns, whose names would else be taken for that of a concern.
  ['/concerns/:id', page(concerns, 'ConcernPage')],
  ...contactRoutes,
  ...reviewRoutes,
  ...requestRoutes,
  // The schedule has a page of its own among the lists of correspondence.
  ...retentionRoutes,
  ...caseRoutes,
  ...engagementRoutes,
  ['/deadlines', page(deadlines, 'CalculatorPage')],
  ['/settings', page(settings, 'SettingsPage')],
  ['/settings/clocks', page(settings, 'ClocksPage')],
  ['/settings/calendars', page(settings, 'CalendarsPage')],
  ['/settings/lists', page(settings, 'ListsPage')],
  ['/settings/lists/categories', page(settings, 'CategoriesPage')],
  ['/settings/lists/:list', page(settings, 'ListPage')],
  ['/search', page(search, 'SearchPage')],
  ['/about', page(help, 'AboutPage')],
  ['/accessibility', page(help, 'AccessibilityPage')],
];
