import type { Area } from '../../api/answers';
import type { LonLat } from '../../geo/lonlat';
import { h } from '../../ui/dom';
import type { LegendPart } from '../../ui/legend';
import { typeName } from '../context';
import type { LegendPin } from '../plan-map';
import type { Tried } from './answers';
import { ChangeList, stationName } from './change-list';
import {
  type Change,
  type Changes,
  changeId,
  changesOf,
  findChange,
  moved,
  nextKey,
  pinId,
  readPin,
  withChange,
  without,
} from './changes';
import type { ScenariosContext } from './context';
import { changeLegend, headline, headlineSentence } from './difference';
import { keyNumber, linesOf, pinsOf, type Station, stationsOf, surfacesOf } from './drawing';
import { IntoLibrary } from './into-library';
import { LiveQuestions } from './live';
import { LiveResult } from './live-result';
import { walkQuery } from './question';
import { questionBar } from './question-bar';
import { type Tool, ToolBar } from './tools';
import type { Workbench } from './workbench';

/** Closer than this a facility is where it was: about a centimetre. */
const SAME_DEGREES = 1e-7;

/** One scenario under the hand: every step is answered while it is made. */
export class Editor {
  readonly element: HTMLElement;
  readonly #live: LiveResult;
  readonly #tools: ToolBar;
  readonly #list: ChangeList;
  readonly #library: IntoLibrary;
  readonly #questions: LiveQuestions<Changes, Tried>;
  readonly #question = h('div', {});
  #stations: readonly Station[] = [];
  #tool: Tool | null = null;
  #prompt: string | null = null;
  #chosen: string | null = null;
  #dragging = false;
  #answer: Tried | null = null;
  #areas: ReadonlyMap<string, Area> = new Map();

  /** @param changed something may be unsaved now, or no longer */
  constructor(
    private readonly context: ScenariosContext,
    private readonly bench: Workbench,
    private readonly changed: () => void,
  ) {
    this.#live = new LiveResult(context);
    this.#tools = new ToolBar(context, {
      use: (tool) => this.#use(tool),
      stop: () => this.#stop(),
      undo: () => this.#step(bench.edits.undo(), 'edit.undone'),
      redo: () => this.#step(bench.edits.redo(), 'edit.redone'),
      choose: (pin) => this.#choose(pin),
      reopen: (facility) =>
        this.#commit(without(bench.edits.settled, `close:${facility}`), 'edit.done.remove'),
      resize: (facility, capacity) => this.#resize(facility, capacity),
    });
    this.#list = new ChangeList(context, {
      stations: () => this.#stations,
      edited: (change) => this.#commit(withChange(bench.edits.settled, change)),
      removed: (id) => this.#commit(without(bench.edits.settled, id), 'edit.done.remove'),
      shown: (change) => this.#reveal(change),
    });
    this.#library = new IntoLibrary(context, bench);
    this.#questions = new LiveQuestions(
      (changes, signal) => context.scenarios.try(changes, walkQuery(context.store.state), signal),
      {
        answered: (answer, _, newest) => this.#answered(answer, newest),
        failed: (error) => {
          this.#live.busy(false);
          this.#live.failed(error, () => this.#ask());
        },
      },
    );
    this.element = h(
      'div',
      { class: 'part scenario-editor' },
      this.#question,
      this.#live.figures,
      this.#live.element,
      this.#tools.element,
      this.#list.element,
      this.#live.details,
      this.#library.element,
    );
    this.element.addEventListener('keydown', (event) => this.#shortcut(event));
  }

  show(): void {
    void this.context.api.areas().then(
      (areas) => {
        this.#areas = new Map(areas.map((area) => [area.code, area]));
        this.#drawAnswer();
      },
      // Without areas nothing is coloured; the answer itself is there.
      () => {},
    );
    this.asked();
  }

  hide(): void {
    this.#questions.drop();
    if (this.#prompt !== null) this.context.map.pickPlace(null);
  }

  /** The server has what is here. */
  saved(): void {
    this.#library.show();
  }

  /** The map is nearer or farther: other stations have room to be taken hold of. */
  viewChanged(): void {
    if (!this.#dragging) this.#drawMap();
  }

  /** Another question: other facilities, other people. */
  asked(): void {
    const { catalog, store } = this.context;
    this.#stations = stationsOf(catalog.facilities.values(), store.state.type);
    if (this.#chosen && readPin(this.#chosen).kind === 'facility') this.#chosen = null;
    this.#question.replaceChildren(questionBar(this.context));
    this.#refresh();
  }

  /** Shows the changes as they are now, and asks what they do. */
  #refresh(): void {
    const { now } = this.bench.edits;
    this.#list.show(now);
    this.#live.money(now);
    this.#library.show();
    this.#drawTools();
    this.#drawMap();
    this.changed();
    this.#ask();
  }

  #ask(): void {
    this.#live.busy(true);
    this.#questions.put(this.bench.edits.now);
  }

  #answered(answer: Tried, newest: boolean): void {
    this.#answer = answer;
    this.#live.show(answer, (key) => this.#nameOf(key));
    this.#drawAnswer();
    if (!newest || this.#dragging) {
      this.#drawMap();
      return;
    }
    this.#live.busy(false);
    this.#live.showDetails(answer);
    this.#drawMap();
    this.context.announce(headlineSentence(answer, this.context.tr));
  }

  #commit(changes: Changes, said?: keyof typeof doneWords | null): void {
    this.bench.edits.commit(changes);
    this.#refresh();
    if (said) this.context.announce(this.context.tr.t(doneWords[said]));
  }

  #step(done: boolean, said: 'edit.undone' | 'edit.redone'): void {
    if (!done) return;
    this.#refresh();
    this.context.announce(this.context.tr.t(said));
  }

  #shortcut(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLInputElement;
    if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    const { edits } = this.bench;
    if (event.shiftKey) this.#step(edits.redo(), 'edit.redone');
    else this.#step(edits.undo(), 'edit.undone');
  }

  #use(tool: Tool): void {
    const again = this.#tool === tool;
    this.#stop();
    if (again) return;
    this.#tool = tool;
    const { t } = this.context.tr;
    switch (tool) {
      case 'add':
        this.#pick(t('edit.add.prompt'), (place) => this.#add(place));
        break;
      case 'bridge':
        this.#pick(t('edit.bridge.first'), (from) =>
          this.#pick(t('edit.bridge.second'), (to) => this.#bridge(from, to)),
        );
        break;
      case 'street':
        this.#pick(t('edit.street.prompt'), (place) => this.#closeStreet(place));
        break;
      default:
        if (this.#chosen && !this.#isClosed(this.#chosen)) this.#useOn(this.#chosen);
        else this.#choosing(tool);
    }
    this.#drawTools();
  }

  #choosing(tool: 'move' | 'close' | 'resize'): void {
    this.#prompt = this.context.tr.t(`edit.${tool}.choose`);
    this.#drawTools();
    this.#tools.focusChoice();
  }

  /** A closed facility is neither moved nor resized; it has to be opened first. */
  #isClosed(pin: string): boolean {
    const { kind, key } = readPin(pin);
    return (
      kind === 'facility' &&
      changesOf(this.bench.edits.settled, key).some(({ op }) => op === 'close')
    );
  }

  /** What the tool in hand does to a pin. */
  #useOn(pin: string): void {
    const { kind, key } = readPin(pin);
    const { settled } = this.bench.edits;
    if (this.#isClosed(pin)) {
      if (this.#prompt !== null) this.context.map.pickPlace(null);
      this.#prompt = this.context.tr.t('edit.closed', { name: this.#nameOf(key) });
      this.context.announce(this.#prompt);
    } else if (this.#tool === 'move') {
      this.#pick(
        this.context.tr.t('edit.move.prompt', { name: this.#nameOf(key) }),
        (place) => {
          this.#stop();
          const next = moved(settled, pin, place);
          if (next) this.#commit(next, 'edit.move');
        },
        true,
      );
    } else if (this.#tool === 'close') {
      this.#stop();
      if (kind === 'facility') {
        this.#commit(withChange(settled, { op: 'close', facility: key }), 'edit.close');
      } else this.#commit(without(settled, changeOfPin(pin)), 'edit.done.remove');
    } else if (this.#tool === 'resize' && kind === 'facility') {
      this.#prompt = null;
      this.#drawTools();
      this.#tools.focusCapacity();
    } else if (this.#tool === 'resize') {
      this.#stop();
      this.#focusField(`capacity-${changeOfPin(pin)}`);
    }
  }

  #choose(pin: string | null): void {
    this.#chosen = pin;
    if (pin && (this.#tool === 'move' || this.#tool === 'close' || this.#tool === 'resize')) {
      this.#useOn(pin);
    }
    this.#drawTools();
    this.#drawMap();
  }

  /** Asks for a place on the map; the tool stays in hand until it is given. */
  #pick(prompt: string, picked: (place: LonLat) => void, livePins = false): void {
    this.#prompt = prompt;
    this.context.map.pickPlace(prompt, picked, () => this.#stop(), { livePins });
    this.#drawTools();
  }

  #stop(): void {
    const picking = this.#tool !== null && this.#prompt !== null;
    this.#tool = null;
    this.#prompt = null;
    if (picking) this.context.map.pickPlace(null);
    this.#drawTools();
  }

  #add({ lon, lat }: LonLat): void {
    this.#stop();
    const { settled } = this.bench.edits;
    const key = nextKey(settled, 'add');
    const name = this.context.tr.t('edit.site.name', { number: keyNumber(key) });
    this.#chosen = pinId('site', key);
    this.#commit(
      withChange(settled, {
        op: 'add',
        key,
        type: this.context.store.state.type,
        name,
        lon,
        lat,
        capacity: null,
        costYuan: null,
        candidate: null,
      }),
      'edit.add',
    );
    this.#focusField(`name-add:${key}`);
  }

  #bridge(from: LonLat, to: LonLat): void {
    this.#stop();
    const { settled } = this.bench.edits;
    const key = nextKey(settled, 'footbridge');
    const bridge: Change = { op: 'footbridge', key, from, to, costYuan: null };
    this.#commit(withChange(settled, bridge), 'edit.bridge');
    this.#focusField(`cost-footbridge:${key}`);
  }

  #closeStreet({ lon, lat }: LonLat): void {
    this.#stop();
    const { settled } = this.bench.edits;
    const key = nextKey(settled, 'close-street');
    this.#commit(withChange(settled, { op: 'close-street', key, lon, lat }), 'edit.street');
    this.#focusField(`lon-close-street:${key}`);
  }

  #resize(facility: string, capacity: number): void {
    if (!Number.isInteger(capacity) || capacity < 0) return;
    this.#stop();
    const before = findChange(this.bench.edits.settled, `resize:${facility}`);
    const costYuan = before?.op === 'resize' ? before.costYuan : null;
    const change: Change = { op: 'resize', facility, capacity, costYuan };
    this.#commit(withChange(this.bench.edits.settled, change), 'edit.resize');
    this.#focusField(`capacity-${changeId(change)}`);
  }

  #focusField(testId: string): void {
    this.element
      .querySelector<HTMLElement>(`[data-testid="${testId}"]`)
      ?.focus({ preventScroll: false });
  }

  #dragged(pin: string, place: LonLat, final: boolean): void {
    const { edits } = this.bench;
    const next = this.#withoutIdleMove(moved(edits.settled, pin, place), pin, place);
    if (!next) return;
    this.#dragging = !final;
    this.#chosen = pin;
    if (final) {
      // Dropped by hand: the tool that asked for a place has its answer.
      if (this.#tool === 'move') this.#stop();
      this.#commit(next, null);
      return;
    }
    edits.preview(next);
    this.#list.show(next);
    this.#ask();
  }

  /** A facility put back where it stands is not moved. */
  #withoutIdleMove(changes: Changes | null, pin: string, place: LonLat): Changes | null {
    const { kind, key } = readPin(pin);
    const station = this.#stations.find(({ externalId }) => externalId === key);
    if (!changes || kind !== 'facility' || !station) return changes;
    const idle =
      Math.abs(station.lon - place.lon) < SAME_DEGREES &&
      Math.abs(station.lat - place.lat) < SAME_DEGREES;
    return idle ? without(changes, `move:${key}`) : changes;
  }

  #reveal(change: Change): void {
    if ('facility' in change) this.#chosen = pinId('facility', change.facility);
    else if (change.op === 'add') this.#chosen = pinId('site', change.key);
    this.#drawTools();
    this.#drawMap();
    const place = this.#placeOf(change);
    if (place) this.context.map.reveal(place);
  }

  #placeOf(change: Change): LonLat | null {
    if (change.op === 'footbridge') return change.from;
    if ('lon' in change) return change;
    return this.#stations.find(({ externalId }) => externalId === change.facility) ?? null;
  }

  /** A name for a key or an external id, as far as it is known. */
  #nameOf(key: string): string {
    const change = this.bench.edits.now.find((one) => 'key' in one && one.key === key);
    const { t } = this.context.tr;
    if (change?.op === 'add') return change.name;
    if (change?.op === 'footbridge' || change?.op === 'close-street') {
      return t(`changes.${change.op}`, { number: keyNumber(change.key) });
    }
    return stationName(this.#stations, key);
  }

  #drawTools(): void {
    const { edits } = this.bench;
    this.#tools.show({
      tool: this.#tool,
      prompt: this.#prompt,
      chosen: this.#chosen,
      changes: edits.now,
      stations: this.#stations,
      canUndo: edits.canUndo,
      canRedo: edits.canRedo,
    });
  }

  #drawMap(): void {
    const { context, bench } = this;
    const { now } = bench.edits;
    const answer = this.#answer;
    const words = answer && headline(answer, context.tr);
    const zoom = context.store.state.view?.zoom ?? null;
    // The figures are the whole scenario's: said so where there is more than this one change.
    const figures = words && now.length > 0 ? `${words.gained} ${words.lost}` : null;
    const note = figures && now.length > 1 ? context.tr.t('edit.note.all', { figures }) : figures;
    const pins = pinsOf(this.#stations, now, this.#chosen, zoom, context.tr).map((pin) =>
      pin.id === this.#chosen && note ? { ...pin, note } : pin,
    );
    context.map.setPins(pins, {
      chosen: (id) => this.#choose(id),
      dragged: (id, place, final) => this.#dragged(id, place, final),
    });
    context.map.setLines(linesOf(this.#stations, now, answer?.snapped ?? [], context.tr));
  }

  #drawAnswer(): void {
    const { context } = this;
    const { map, tr, store } = context;
    const areas = this.#answer?.areas ?? [];
    map.setSurfaces(surfacesOf(areas, this.#areas, tr));
    const items = changeLegend(areas, tr);
    const parts: LegendPart[] =
      items.length > 0 ? [{ kind: 'colors', title: tr.t('legend.change'), items, ramp: true }] : [];
    const type = typeName(context, store.state.type);
    const has = (op: Change['op']) => this.bench.edits.now.some((one) => one.op === op);
    const pins: LegendPin[] = [
      { kind: 'existing', label: tr.t('map.legend.existing', { type }) },
      { kind: 'site', label: tr.t('edit.add') },
      { kind: 'closed', label: tr.t('map.legend.closed') },
      ...(has('close-street')
        ? [{ kind: 'barrier', label: tr.t('map.legend.barrier') } as const]
        : []),
      ...(has('footbridge') ? [{ kind: 'point', label: tr.t('map.legend.bridge') } as const] : []),
    ];
    map.setLegend(parts, pins);
  }
}

const doneWords = {
  'edit.add': 'edit.done.add',
  'edit.move': 'edit.done.move',
  'edit.close': 'edit.done.close',
  'edit.resize': 'edit.done.resize',
  'edit.bridge': 'edit.done.footbridge',
  'edit.street': 'edit.done.close-street',
  'edit.done.remove': 'edit.done.remove',
} as const;

/** The change that a pin belongs to, where it stands for something new. */
function changeOfPin(pin: string): string {
  const { kind, key } = readPin(pin);
  if (kind === 'site') return `add:${key}`;
  return kind === 'street' ? `close-street:${key}` : `footbridge:${key}`;
}
