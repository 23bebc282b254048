/** The parts pages are made of, in one place to import from: `fields.tsx` (forms) and `blocks.tsx` (everything else). */
export {
  ConfirmForm,
  DefaultSubmit,
  Details,
  Fold,
  type Happening,
  HiddenKey,
  Notice,
  Pagination,
  StateTag,
  Summary,
  Table,
  Tag,
  Timeline,
  type Tone,
} from './blocks.tsx';
export {
  Checkbox,
  ErrorSummary,
  type Errors,
  errorsOf,
  Field,
  type Option,
  Radios,
  Select,
  TextArea,
} from './fields.tsx';
