import './lib/page.ts';
