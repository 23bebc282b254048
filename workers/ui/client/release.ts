import './lib/blacken.ts';
import './lib/boxes.ts';
