import './lib/hang/page.ts';
