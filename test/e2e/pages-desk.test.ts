/** The pages of the desk, of the campaign and of the settings. */
import { pagesOfDesk } from './pages-list.ts';
import { promise, useStage } from './pages-promises.ts';

promise(pagesOfDesk, useStage());
