import type { CircleMarker, LayerGroup, Map as LeafletMap, Marker } from 'leaflet';
import type { LonLat } from '../geo/lonlat';
import { fill, h } from '../ui/dom';
import { L } from './leaflet';
import type { MapPin, PinEvents, PinKind } from './port';
import { fromLatLng, toLatLng } from './swap';

/** How far an arrow key moves a pin, and how far with the shift key, in pixels. */
const STEP_PIXELS = 10;
const FINE_STEP_PIXELS = 1;
/** A finger is less exact than a dot is wide. */
const TOUCH_SLACK_PIXELS = 10;
/** A pin that is moved by keys stays this far inside the window. */
const RIM_PIXELS = 48;

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const dotLooks: Readonly<Record<PinKind, { color: string; radius: number }>> = {
  existing: { color: '#4f626a', radius: 6 },
  candidate: { color: '#1450b8', radius: 5 },
  point: { color: '#0b4f4a', radius: 5 },
  site: { color: '#be3b12', radius: 8 },
  closed: { color: '#8b8578', radius: 6 },
  barrier: { color: '#13242a', radius: 6 },
  kitchen: { color: '#0b4f4a', radius: 8 },
  project: { color: '#be3b12', radius: 8 },
};

/** True where a pin is a button of its own rather than a dot on the canvas. */
export function isButton({ kind, draggable, number, chosen, quiet: small }: MapPin): boolean {
  if (small) return chosen === true;
  const quiet = kind === 'existing' || kind === 'candidate' || kind === 'point';
  return !quiet || draggable === true || chosen === true || (number ?? null) !== null;
}

interface Held {
  readonly marker: Marker;
  readonly button: HTMLButtonElement;
  pin: MapPin;
}

/** Pins of a plan: buttons that can be taken by mouse, touch and arrow keys, and quiet dots. */
export class PinLayer {
  readonly #buttons = new Map<string, Held>();
  readonly #group: LayerGroup;
  readonly #dots: LayerGroup;
  readonly #renderer = L.canvas({ pane: 'dots', padding: 0.3, tolerance: TOUCH_SLACK_PIXELS });
  #events: PinEvents = {};
  /** The pin on its way, and where it came from. */
  #moving: { id: string; from: LonLat; byKeys: boolean } | null = null;

  constructor(
    private readonly map: LeafletMap,
    private readonly reducedMotion: () => boolean,
  ) {
    this.#dots = L.layerGroup().addTo(map);
    this.#group = L.layerGroup().addTo(map);
  }

  set(pins: readonly MapPin[], events: PinEvents): void {
    this.#events = events;
    const buttons = new Map(pins.filter(isButton).map((pin) => [pin.id, pin]));
    for (const [id, { marker }] of this.#buttons) {
      if (buttons.has(id)) continue;
      this.#group.removeLayer(marker);
      this.#buttons.delete(id);
      if (this.#moving?.id === id) this.#moving = null;
    }
    for (const pin of buttons.values()) this.#show(pin);
    this.#dots.clearLayers();
    for (const pin of pins) if (!isButton(pin)) this.#dots.addLayer(this.#dot(pin));
  }

  #dot(pin: MapPin): CircleMarker {
    const { color, radius } = dotLooks[pin.kind];
    return L.circleMarker(toLatLng(pin), {
      pane: 'dots',
      renderer: this.#renderer,
      radius,
      color: '#ffffff',
      weight: 2,
      fillColor: pin.color ?? color,
      fillOpacity: 0.95,
      bubblingMouseEvents: false,
    })
      .bindTooltip(h('span', {}, pin.label), { className: 'map-tip' })
      .on('click', () => this.#events.chosen?.(pin.id));
  }

  #show(pin: MapPin): void {
    const known = this.#buttons.get(pin.id);
    const held = known ?? this.#make(pin);
    held.pin = pin;
    dress(held.button, pin);
    if (this.#moving?.id !== pin.id) held.marker.setLatLng(toLatLng(pin));
    held.marker.setZIndexOffset(pin.chosen ? 1000 : 0);
    if (pin.draggable) held.marker.dragging?.enable();
    else held.marker.dragging?.disable();
  }

  #make(pin: MapPin): Held {
    const button = h('button', { type: 'button' });
    const marker = L.marker(toLatLng(pin), {
      pane: 'pins',
      keyboard: false,
      draggable: pin.draggable === true,
      autoPan: true,
      icon: L.divIcon({ html: button, className: 'map-pin-holder', iconSize: [0, 0] }),
    });
    const held: Held = { marker, button, pin };
    const place = () => fromLatLng(marker.getLatLng());
    const { id } = pin;
    marker.on('click', () => this.#events.chosen?.(id));
    marker.on('dragstart', () => {
      this.#moving = { id, from: place(), byKeys: false };
    });
    marker.on('drag', () => this.#events.dragged?.(id, place(), false));
    marker.on('dragend', () => {
      this.#moving = null;
      this.#events.dragged?.(id, place(), true);
    });
    button.addEventListener('keydown', (event) => this.#key(event, held));
    button.addEventListener('blur', () => this.#drop(held));
    this.#group.addLayer(marker);
    this.#buttons.set(id, held);
    return held;
  }

  #key(event: KeyboardEvent, held: Held): void {
    const { marker, pin } = held;
    const step = steps[event.key];
    if (step && pin.draggable && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      this.#moving ??= { id: pin.id, from: fromLatLng(marker.getLatLng()), byKeys: true };
      const pixels = event.shiftKey ? FINE_STEP_PIXELS : STEP_PIXELS;
      const at = this.map.latLngToContainerPoint(marker.getLatLng());
      const next = at.add([step[0] * pixels, step[1] * pixels]);
      marker.setLatLng(this.map.containerPointToLatLng(next));
      this.map.panInside(marker.getLatLng(), {
        padding: [RIM_PIXELS, RIM_PIXELS],
        animate: !this.reducedMotion(),
      });
      this.#events.dragged?.(pin.id, fromLatLng(marker.getLatLng()), false);
    } else if (this.#moving?.byKeys && this.#moving.id === pin.id) {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        this.#drop(held);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        marker.setLatLng(toLatLng(this.#moving.from));
        this.#drop(held);
      }
    }
  }

  #drop({ marker, pin }: Held): void {
    if (!this.#moving?.byKeys || this.#moving.id !== pin.id) return;
    this.#moving = null;
    this.#events.dragged?.(pin.id, fromLatLng(marker.getLatLng()), true);
  }
}

function dress(button: HTMLButtonElement, pin: MapPin): void {
  button.className = ['map-pin', pin.kind, pin.chosen && 'chosen', pin.draggable && 'movable']
    .filter(Boolean)
    .join(' ');
  button.dataset.pin = pin.id;
  button.title = pin.label;
  button.setAttribute('aria-label', pin.note ? `${pin.label}, ${pin.note}` : pin.label);
  button.setAttribute('aria-pressed', String(pin.chosen === true));
  if (pin.draggable) button.setAttribute('aria-describedby', 'pin-keys');
  else button.removeAttribute('aria-describedby');
  fill(
    button,
    h('span', { class: 'pin-head', 'aria-hidden': 'true' }, pin.number ?? ''),
    pin.note ? h('span', { class: 'pin-note', 'aria-hidden': 'true' }, pin.note) : null,
  );
  const head = button.querySelector<HTMLElement>('.pin-head');
  if (head && pin.color) head.style.setProperty('--pin', pin.color);
}
