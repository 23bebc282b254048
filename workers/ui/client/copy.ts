import './lib/copying.ts';
