import './lib/service-worker.ts';
