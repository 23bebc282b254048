/** The citizen's form as other doors use it: the same fields, the same checks, the same lists to choose from. */
export { areaLabel } from './areas.ts';
export { checkComplaint } from './check.ts';
export { blank, bodyOf, read, type Typed } from './form.ts';
export { areaGroups, categoryOptions } from './views/choices.ts';
export { Danger, EmergencyLine } from './views/emergency.tsx';
export { fieldLabels, ReportFields } from './views/fields.tsx';
export { FormPage } from './views/form.tsx';
export { Privacy } from './views/privacy.tsx';
