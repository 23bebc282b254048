import './lib/desk.ts';
import { printable } from './lib/print.ts';

printable(document);
