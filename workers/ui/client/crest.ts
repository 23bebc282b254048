/** The page where a crest is uploaded. */
import { crest } from './lib/crest.ts';

const [input, small] = ['crest', 'small'].map((id) => document.getElementById(id));
if (input instanceof HTMLInputElement && small instanceof HTMLInputElement) crest(input, small);
