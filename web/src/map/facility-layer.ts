import type { Map as LeafletMap, LeafletMouseEvent, Point } from 'leaflet';
import { inkOn, outlineOf, shapeOf } from '../ui/symbol';
import { type Cluster, clusterByGrid, mergeNear, type WorldPoint } from './cluster';
import { L } from './leaflet';
import type { Looks, MapFacility } from './port';
import { toLatLng } from './swap';

interface Marker extends WorldPoint {
  readonly facility: MapFacility;
}

interface Drawn {
  /** Container point. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly members: readonly MapFacility[];
}

/** From here on nearly every facility is drawn by itself. */
const SINGLE_ZOOM = 15;
const CLUSTER_CELL_PIXELS = 52;
/** Groups are never drawn over each other. */
const CLUSTER_APART_PIXELS = 42;
const SINGLE_CELL_PIXELS = 14;
/** A finger is less exact than a symbol is wide. */
const TOUCH_SLACK_PIXELS = 8;
const CLUSTER_COLOR = '#12383f';

/**
 * Facilities on one canvas: thousands stay smooth where as many elements would not. Everything
 * that can be done here by pointer can be done in the panels' lists by keyboard.
 */
export class FacilityLayer extends L.Layer {
  readonly #canvas = L.DomUtil.create('canvas', 'facility-canvas leaflet-zoom-hide');
  readonly #outlines = new Map<string, Path2D>();
  #facilities: readonly MapFacility[] = [];
  #looks: Looks = new Map();
  #types: ReadonlySet<string> | null = null;
  #highlighted: string | null = null;
  #grouped = true;
  #drawn: Drawn[] = [];
  #leaflet: LeafletMap | null = null;

  override onAdd(map: LeafletMap): this {
    this.#leaflet = map;
    map.getPane('facilities')?.append(this.#canvas);
    map.on('moveend zoomend viewreset resize', this.#draw, this);
    this.#draw();
    return this;
  }

  override onRemove(map: LeafletMap): this {
    map.off('moveend zoomend viewreset resize', this.#draw, this);
    this.#canvas.remove();
    this.#leaflet = null;
    return this;
  }

  setFacilities(facilities: readonly MapFacility[], looks: Looks, grouped: boolean): void {
    this.#facilities = facilities;
    this.#grouped = grouped;
    this.#looks = looks;
    this.#draw();
  }

  showTypes(types: ReadonlySet<string> | null): void {
    this.#types = types;
    this.#draw();
  }

  highlight(id: string | null): void {
    if (id === this.#highlighted) return;
    this.#highlighted = id;
    this.#draw();
  }

  /** What is drawn at a pointer; the last drawn lies on top. */
  at(event: LeafletMouseEvent): readonly MapFacility[] {
    return this.near(event.containerPoint);
  }

  near(point: Point): readonly MapFacility[] {
    const reach = (drawn: Drawn) => Math.hypot(drawn.x - point.x, drawn.y - point.y) - drawn.radius;
    let best: Drawn | null = null;
    for (const drawn of this.#drawn) {
      if (reach(drawn) > TOUCH_SLACK_PIXELS) continue;
      if (best === null || reach(drawn) <= reach(best)) best = drawn;
    }
    return best?.members ?? [];
  }

  #draw(): void {
    const map = this.#leaflet;
    const context = this.#canvas.getContext('2d');
    if (!map || !context) return;
    const size = map.getSize();
    const ratio = Math.min(window.devicePixelRatio, 2);
    // Half a window more on every side, so that a short drag shows no bare rim.
    const margin = { x: Math.round(size.x / 2), y: Math.round(size.y / 2) };
    const width = size.x + 2 * margin.x;
    const height = size.y + 2 * margin.y;
    this.#canvas.width = width * ratio;
    this.#canvas.height = height * ratio;
    this.#canvas.style.width = `${width}px`;
    this.#canvas.style.height = `${height}px`;
    L.DomUtil.setPosition(this.#canvas, map.containerPointToLayerPoint([-margin.x, -margin.y]));
    context.setTransform(ratio, 0, 0, ratio, margin.x * ratio, margin.y * ratio);
    this.#drawn = [];

    const zoom = map.getZoom();
    const corner = map.project(map.containerPointToLatLng([0, 0]), zoom);
    let chosen: Marker | null = null;
    const markers: Marker[] = [];
    for (const facility of this.#facilities) {
      const world = map.project(toLatLng(facility), zoom);
      const marker = { x: world.x, y: world.y, facility };
      if (facility.id === this.#highlighted) {
        chosen = marker;
        continue;
      }
      if (this.#types && !this.#types.has(facility.type)) continue;
      const x = world.x - corner.x;
      const y = world.y - corner.y;
      if (x < -margin.x || y < -margin.y || x > size.x + margin.x || y > size.y + margin.y)
        continue;
      markers.push(marker);
    }
    if (!this.#grouped) {
      // The first of the list is drawn last and lies on top.
      for (const marker of markers.reverse()) {
        this.#drawCluster(context, { ...marker, members: [marker] }, corner, zoom);
      }
      markers.length = 0;
    }
    const cell = zoom >= SINGLE_ZOOM ? SINGLE_CELL_PIXELS : CLUSTER_CELL_PIXELS;
    const clusters = clusterByGrid(markers, cell);
    const apart = zoom >= SINGLE_ZOOM ? clusters : mergeNear(clusters, CLUSTER_APART_PIXELS);
    for (const cluster of apart) {
      this.#drawCluster(context, cluster, corner, zoom);
    }
    if (chosen) {
      this.#drawSingle(
        context,
        chosen.facility,
        chosen.x - corner.x,
        chosen.y - corner.y,
        19,
        true,
      );
    }
  }

  #drawCluster(
    context: CanvasRenderingContext2D,
    cluster: Cluster<Marker>,
    corner: Point,
    zoom: number,
  ): void {
    const x = cluster.x - corner.x;
    const y = cluster.y - corner.y;
    const [first] = cluster.members;
    if (!first) return;
    if (cluster.members.length === 1) {
      this.#drawSingle(context, first.facility, x, y, zoom >= 14 ? 14 : 12, false);
      return;
    }
    const members = cluster.members.map((member) => member.facility);
    const sameType = members.every((member) => member.type === first.facility.type);
    const color = sameType ? this.#lookOf(first.facility.type).color : CLUSTER_COLOR;
    const radius = Math.min(13 + Math.sqrt(members.length) * 0.7, 20);
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = '#ffffff';
    context.fill();
    context.lineWidth = 3.5;
    context.strokeStyle = color;
    context.stroke();
    this.#write(context, String(members.length), x, y, 14, '#13242a');
    this.#drawn.push({ x, y, radius, members });
  }

  #drawSingle(
    context: CanvasRenderingContext2D,
    facility: MapFacility,
    x: number,
    y: number,
    radius: number,
    chosen: boolean,
  ): void {
    const look = this.#lookOf(facility.type);
    context.save();
    if (chosen) {
      context.beginPath();
      context.arc(x, y, radius + 7, 0, 2 * Math.PI);
      context.fillStyle = 'rgba(190,59,18,.22)';
      context.fill();
      context.lineWidth = 3;
      context.strokeStyle = '#be3b12';
      context.stroke();
    }
    context.translate(x - radius, y - radius);
    context.scale(radius / 12, radius / 12);
    const outline = this.#outline(look.code);
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = '#ffffff';
    context.stroke(outline);
    context.fillStyle = facility.hollow ? '#ffffff' : look.color;
    context.fill(outline);
    if (facility.hollow) {
      context.lineWidth = 2;
      context.strokeStyle = look.color;
      context.stroke(outline);
    }
    context.restore();
    const ink = facility.hollow ? look.color : inkOn(look.color);
    const lower = shapeOf(look.code) === 'house' ? radius * 0.14 : 0;
    this.#write(context, [...look.symbol][0] ?? '', x, y + lower, radius * 1.05, ink);
    this.#drawn.push({ x, y, radius, members: [facility] });
  }

  #write(
    context: CanvasRenderingContext2D,
    text: string,
    x: number,
    y: number,
    pixels: number,
    color: string,
  ): void {
    const family = getComputedStyle(document.body).fontFamily;
    context.font = `700 ${Math.round(pixels)}px ${family}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = color;
    context.fillText(text, x, y + 0.5);
  }

  #lookOf(type: string) {
    return this.#looks.get(type) ?? { code: type, color: '#3d5a6c', symbol: '·' };
  }

  #outline(type: string): Path2D {
    const known = this.#outlines.get(type);
    if (known) return known;
    const made = new Path2D(outlineOf(type));
    this.#outlines.set(type, made);
    return made;
  }
}
