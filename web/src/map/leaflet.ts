import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';

// protomaps-leaflet looks for a global L instead of importing Leaflet.
(globalThis as { L?: unknown }).L = L;

export { L };
