import './lib/desk.ts';
